import { expect, test } from 'vitest'
import { tables } from '../../src/tables.ts'
import type { Account, At, Check, Paragraph } from '../../src/view.ts'

const row = (text: string): Paragraph => ({ kind: 'row', line: 1, text, mentions: [[0, 1, 'f', '1']] })
const prose: Paragraph = { kind: 'prose', line: 1, text: '1 and 2, in all 4' }
const check = (rule: string, ...at: At[]): Check => ({ rule, result: 'holds', at: at.map((one) => [one]), sum: '' })
const codes = new Map([
  ['table-sum-mismatch', 'N002'],
  ['sum-mismatch', 'N001'],
  ['weekday-mismatch', 'T005'],
])

test('a table has the checks that look at nothing else', () => {
  const account: Account = {
    name: 'a',
    paragraphs: [prose, row('1'), row('2'), row('3'), prose],
    findings: [],
    checks: [
      check('table-sum-mismatch', [3, 0, 1], [1, 0, 1], [2, 0, 1]),
      check('sum-mismatch', [4, 0, 1], [1, 0, 1]),
      check('weekday-mismatch', [1, 0, 1]),
    ],
    counts: { holds: 3, conflicts: 0, undecided: 0, suppressed: 0 },
  }
  expect(tables(account, codes)).toEqual({ tables: [{ from: 1, to: 4, checks: [0] }], prose: [1] })
})
