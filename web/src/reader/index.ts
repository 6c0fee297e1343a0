// What the reader needs to know of an account, put in order once.
import type { Mark } from '../text.ts'
import type { Account, At, Finding, Label, View } from '../view.ts'

/** Paragraphs that are laid out together. */
export interface Chunk {
  /** The index of the first, and of the one after the last. */
  from: number
  to: number
  /** About how high it is, in lines of 70 letters, before it is laid out. */
  lines: number
}

const MOST_LETTERS = 12_000
const MOST_PARAGRAPHS = 40
const MOST_ROWS = 400

/** Cuts an account into chunks; a table of moderate length stays together. */
export function chunks(account: Account): Chunk[] {
  const out: Chunk[] = []
  let open: Chunk = { from: 0, to: 0, lines: 0 }
  let letters = 0
  account.paragraphs.forEach((paragraph, i) => {
    const count = i - open.from
    const isRow = paragraph.kind === 'row' || paragraph.kind === 'typed'
    const full = letters + paragraph.text.length > MOST_LETTERS || count >= MOST_PARAGRAPHS
    if (count > 0 && full && (!isRow || count >= MOST_ROWS)) {
      out.push(open)
      open = { from: i, to: i, lines: 0 }
      letters = 0
    }
    open.to = i + 1
    open.lines += Math.ceil(paragraph.text.length / 70) + (isRow ? 0.2 : 0.6)
    letters += paragraph.text.length
  })
  if (open.to > open.from) out.push(open)
  return out
}

/** Which chunk a paragraph is in. */
export function chunkOf(all: readonly Chunk[], paragraph: number): number {
  let [low, high] = [0, all.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((all[middle]?.from ?? 0) <= paragraph) low = middle
    else high = middle - 1
  }
  return low
}

/** The marks of findings and checks, and the findings that begin there, by paragraph. */
export interface Marked {
  marks: Map<number, Mark[]>
  findings: Map<number, number[]>
}

export function marked(account: Account, shows: (finding: Finding) => boolean): Marked {
  const marks = new Map<number, Mark[]>()
  const findings = new Map<number, number[]>()
  const put = (at: readonly At[], mark: Omit<Mark, 'start' | 'end'>) => {
    for (const [paragraph, start, end] of at) {
      push(marks, paragraph, { ...mark, start, end })
    }
  }
  account.checks.forEach((check, i) => {
    if (check.result === 'conflicts') return
    for (const at of check.at) put(at, { name: check.result, check: i })
  })
  account.findings.forEach((found, i) => {
    if (!shows(found)) return
    found.labels.forEach((label, k) => {
      if (label.elsewhere !== undefined) return
      put(label.at, { name: `finding ${found.level}${k === 0 ? ' first' : ''}`, finding: i })
    })
    push(findings, found.labels[0]?.at[0]?.[0] ?? 0, i)
  })
  return { marks, findings }
}

function push<T>(map: Map<number, T[]>, key: number, value: T) {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** The labels of a finding that stand in an account. */
export function labelsIn(found: Finding, of: number, shown: number): Label[] {
  return found.labels.filter((label) => (label.elsewhere === undefined ? of : label.elsewhere.account) === shown)
}

/** How many findings each rule has in all accounts. */
export function byRule(view: View): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { findings } of view.accounts) {
    for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  return counts
}
