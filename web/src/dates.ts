// Days counted from 1 January of the year 1 (Rata Die 1), in words and for an axis.

const MS_PER_DAY = 86_400_000
/** Rata Die of 1 January 1970. */
const EPOCH = 719_163

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const

export interface Civil {
  year: number
  month: number
  day: number
}

/** The proleptic Gregorian date of a day. */
export function civil(rata: number): Civil {
  const date = new Date((Math.floor(rata) - EPOCH) * MS_PER_DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The day of a proleptic Gregorian date. */
export function rata(year: number, month = 1, day = 1): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / MS_PER_DAY) + EPOCH
}

/** The day of a date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; the first that it may be. */
export function dayOf(date: string | null): number | undefined {
  const [, year, month, day] = /^(-?\d{4,6})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '') ?? []
  return year === undefined ? undefined : rata(Number(year), Number(month ?? 1), Number(day ?? 1))
}

/** "1870", "44 BC". */
export const yearName = (year: number): string => (year > 0 ? String(year) : `${1 - year} BC`)

export interface Tick {
  at: number
  label: string
  /** Whether a larger unit begins here. */
  strong: boolean
}

type Unit = 'day' | 'month' | 'year'

const STEPS: [unit: Unit, every: number, days: number][] = [
  ['day', 1, 1],
  ['day', 7, 7],
  ['month', 1, 30.4],
  ['month', 3, 91.3],
  ['year', 1, 365.25],
  ['year', 2, 730.5],
  ['year', 5, 1826],
  ['year', 10, 3652],
  ['year', 20, 7305],
  ['year', 50, 18_262],
  ['year', 100, 36_524],
  ['year', 200, 73_049],
  ['year', 500, 182_621],
  ['year', 1000, 365_243],
  ['year', 5000, 1_826_213],
  ['year', 20_000, 7_304_850],
]

/** Ticks for the days from `from` to `to`, about `count` of them. */
export function ticks(from: number, to: number, count: number): Tick[] {
  const wanted = (to - from) / Math.max(1, count)
  const [unit, every] = STEPS.find(([, , days]) => days >= wanted) ?? STEPS.at(-1) ?? ['year', 1000]
  const out: Tick[] = []
  const put = (at: number, label: string, strong: boolean) => {
    if (at >= from && at <= to && out.length < 200) out.push({ at, label, strong })
  }
  if (unit === 'day') {
    const start = Math.ceil(from)
    for (let at = start; at <= to && out.length < 200; at += 1) {
      const { year, month, day } = civil(at)
      const isTick = every === 1 || day === 1 || (day % every === 1 && day < 29)
      if (isTick) put(at, day === 1 ? `${short(month)} ${yearName(year)}` : String(day), day === 1)
    }
    return out
  }
  const first = civil(from).year
  const last = civil(to).year
  if (unit === 'month') {
    for (let year = first; year <= last; year += 1) {
      for (let month = 1; month <= 12; month += every) {
        put(rata(year, month), month === 1 ? yearName(year) : short(month), month === 1)
      }
    }
    return out
  }
  for (let year = Math.floor(first / every) * every; year <= last + every; year += every) {
    put(rata(year), yearName(year), year % (every * 5) === 0)
  }
  return out
}

const short = (month: number): string => (MONTHS[month - 1] ?? '').slice(0, 3)
