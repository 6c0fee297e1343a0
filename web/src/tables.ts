// Tables of figures in an account, with the checks of their sums.
import type { Account, Check } from './view.ts'

export interface Table {
  /** The index of the first row, and of the one after the last. */
  from: number
  to: number
  /** What was checked in it, by the place among the account's checks. */
  checks: number[]
}

/** The rules for figures have codes that begin with this. */
const FIGURES = 'N'

/** The tables of an account that have figures, with their checks; and the checks outside of tables. */
export function tables(account: Account, codes: ReadonlyMap<string, string>): { tables: Table[]; prose: number[] } {
  const found: Table[] = []
  const { paragraphs } = account
  for (let i = 0; i < paragraphs.length; i += 1) {
    const kind = paragraphs[i]?.kind
    if (kind !== 'row' && kind !== 'typed') continue
    const from = i
    while (paragraphs[i + 1]?.kind === kind) i += 1
    const figures = paragraphs.slice(from, i + 1).filter((row) => row.mentions?.some(([, , layer]) => layer === 'f'))
    if (figures.length > 1) found.push({ from, to: i + 1, checks: [] })
  }
  const prose: number[] = []
  account.checks.forEach((check, i) => {
    if (!(codes.get(check.rule) ?? '').startsWith(FIGURES)) return
    const table = tableOf(found, check)
    if (table === undefined) prose.push(i)
    else table.checks.push(i)
  })
  return { tables: found, prose }
}

/** The table that everything compared stands in. */
function tableOf(all: readonly Table[], check: Check): Table | undefined {
  const paragraphs = check.at.flatMap((places) => places.map(([paragraph]) => paragraph))
  const [first] = paragraphs
  if (first === undefined) return undefined
  const table = all.find(({ from, to }) => from <= first && first < to)
  return table !== undefined && paragraphs.every((one) => table.from <= one && one < table.to) ? table : undefined
}
