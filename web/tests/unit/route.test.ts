import { expect, test } from 'vitest'
import * as to from '../../src/route.ts'

test('an address says where one is', () => {
  expect(to.parse(to.finding(2, 7, 1), 'ledger')).toEqual({ page: 'reader', account: 1, finding: { account: 2, index: 7 } })
  expect(to.parse(to.words(3, [4, 5, 6]), 'ledger')).toEqual({ page: 'reader', account: 3, at: [4, 5, 6] })
  expect(to.parse(to.page('timeline'), 'ledger').page).toBe('timeline')
})

test('an odd address leads to the first page', () => {
  for (const odd of ['', '#/nowhere/x', '#/%00/-1/finding/a/b', '#/reader/9e99/at/1,2']) {
    expect(['ledger', 'reader']).toContain(to.parse(odd, 'ledger').page)
    expect(to.parse(odd, 'ledger').account).toBe(0)
    expect(to.parse(odd, 'ledger').finding).toBeUndefined()
  }
})
