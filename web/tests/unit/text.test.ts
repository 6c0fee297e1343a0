import { describe, expect, test } from 'vitest'
import { runs, search, slice, type Mark } from '../../src/text.ts'
import type { Account, Paragraph } from '../../src/view.ts'

const paragraph = (text: string): Paragraph => ({ kind: 'prose', line: 1, text })
const account = (...texts: string[]): Account => ({
  name: 'a',
  paragraphs: texts.map(paragraph),
  findings: [],
  checks: [],
  counts: { holds: 0, conflicts: 0, undecided: 0, suppressed: 0 },
})
const mark = (start: number, end: number, name: string): Mark => ({ start, end, name })
const shown = (text: string, ...marks: Mark[]) =>
  runs(text, marks).map((run) => [run.text, run.marks.map(({ name }) => name).join(' ')])

describe('runs', () => {
  test('a text without marks is one run', () => {
    expect(shown('On Friday.')).toEqual([['On Friday.', '']])
    expect(shown('')).toEqual([])
  })

  test('marks that overlap share the words that both have', () => {
    expect(shown('abcdef', mark(0, 4, 'x'), mark(2, 6, 'y'))).toEqual([
      ['ab', 'x'],
      ['cd', 'x y'],
      ['ef', 'y'],
    ])
  })

  test('marks that are out of order, empty or too long do no harm', () => {
    expect(shown('abc', mark(2, 9, 'z'), mark(1, 1, 'empty'), mark(0, 1, 'a'), mark(7, 9, 'out'))).toEqual([
      ['a', 'a'],
      ['b', ''],
      ['c', 'z'],
    ])
  })

  test('all runs together are the text', () => {
    const text = 'The 𝕬𝖇𝖇𝖊𝖞 of Ely, 𐍈, 1083'
    const marks = [mark(4, 14, 'name'), mark(4, 17, 'quote'), mark(23, 25, 'x')]
    expect(runs(text, marks).map((run) => run.text).join('')).toBe(text)
  })
})

describe('search', () => {
  const texts = ['İstanbul fell in 1453.', 'The 𝕬bbey FELL in\u00a01083; it fell again.']

  test('finds words whatever their case, by places that slice', () => {
    const one = account(...texts)
    const hits = search(one.paragraphs, 'fell', 10)
    expect(hits.map(([p]) => p)).toEqual([0, 1, 1])
    expect(hits.map((at) => slice(one, [at]))).toEqual(['fell', 'FELL', 'fell'])
  })

  test('stops when there is enough, and finds nothing in nothing', () => {
    const one = account(...texts)
    expect(search(one.paragraphs, 'fell', 2)).toHaveLength(2)
    expect(search(one.paragraphs, '  ', 2)).toEqual([])
    expect(search(one.paragraphs, '.*', 2)).toEqual([])
  })
})
