// Where the dates of a timeline stand on the screen.
import type { Dated } from './view.ts'

/** A stretch of time in days, with what is uncertain at both ends. */
export interface Bar {
  kind: 'bar'
  items: number[]
  x0: number
  x1: number
  /** Where it is certain. */
  core: [number, number] | null
  row: number
  red: boolean
}

/** One date, or several that fall together. */
export interface Dot {
  kind: 'dot'
  items: number[]
  x: number
  row: number
  red: boolean
}

export type Shape = Bar | Dot

/** Narrower than this is a point. */
const POINT = 7
/** Points nearer than this fall together. */
const TOGETHER = 9
const MOST_ROWS = 12

/** The shapes of a lane; `x` gives the place of a day. */
export function layOut(all: readonly Dated[], lane: readonly number[], x: (day: number) => number, width: number): Shape[] {
  const dots: Dot[] = []
  const bars: Bar[] = []
  for (const index of lane) {
    const one = all[index]
    if (one === undefined) continue
    const [x0, x1] = [x(one.begin[0]), x(one.end[1])]
    if (x1 < -20 || x0 > width + 20) continue
    const red = one.finding !== undefined
    if (x1 - x0 >= POINT) {
      const core: [number, number] = [x(one.begin[1]), x(one.end[0])]
      bars.push({ kind: 'bar', items: [index], x0, x1, core: core[0] < core[1] ? core : null, row: 0, red })
    } else {
      dots.push({ kind: 'dot', items: [index], x: (x0 + x1) / 2, row: 0, red })
    }
  }
  const points = joined(dots)
  return [...points, ...packed(bars, points.length > 0 ? 1 : 0)]
}

/** Points that would cover each other become one; what clashes stays apart from what doesn't. */
function joined(dots: Dot[]): Dot[] {
  const out: Dot[] = []
  for (const dot of [...dots].sort((a, b) => a.x - b.x)) {
    const last = out.findLast((one) => one.red === dot.red)
    if (last !== undefined && dot.x - last.x < TOGETHER) last.items.push(...dot.items)
    else out.push(dot)
  }
  return out
}

/** Bars in as few rows as hold them; equal ones share a bar. */
function packed(bars: Bar[], first: number): Bar[] {
  const out: Bar[] = []
  const free: number[] = []
  const same = new Map<string, Bar>()
  for (const bar of [...bars].sort((a, b) => a.x0 - b.x0 || b.x1 - a.x1)) {
    const key = [bar.x0, bar.x1, bar.core, bar.red].join()
    const twin = same.get(key)
    if (twin !== undefined) {
      twin.items.push(...bar.items)
      continue
    }
    let row = free.findIndex((end) => end + 3 <= bar.x0)
    if (row === -1) row = Math.min(free.length, MOST_ROWS - 1)
    free[row] = Math.max(free[row] ?? bar.x1, bar.x1)
    bar.row = first + row
    same.set(key, bar)
    out.push(bar)
  }
  return out
}

export interface Lane {
  name: string
  items: number[]
}

/** The dates by account, or by whom their sentences name; the rest stands last. */
export function lanes(all: readonly Dated[], names: readonly string[], by: 'account' | 'actor', most: number): Lane[] {
  const found = new Map<string, number[]>()
  all.forEach((one, i) => {
    const name = by === 'account' ? (names[one.account] ?? '') : (one.actor ?? '')
    const items = found.get(name)
    if (items === undefined) found.set(name, [i])
    else items.push(i)
  })
  if (by === 'account') return names.flatMap((name) => lane(name, found.get(name)))
  const rest = found.get('') ?? []
  found.delete('')
  const sorted = [...found].sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b))
  const kept = sorted.slice(0, most).map(([name, items]) => ({ name, items }))
  const others = [...rest, ...sorted.slice(most).flatMap(([, items]) => items)].sort((a, b) => a - b)
  return [...kept, ...lane('others', others)]
}

const lane = (name: string, items: number[] | undefined): Lane[] =>
  items === undefined || items.length === 0 ? [] : [{ name, items }]
