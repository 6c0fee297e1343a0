import { expect, test } from 'vitest'
import { lanes, layOut } from '../../src/timeline-layout.ts'
import type { Dated } from '../../src/view.ts'

const dated = (begin: [number, number], end: [number, number], more: Partial<Dated> = {}): Dated => ({
  account: 0,
  at: [],
  sentence: [],
  when: '',
  begin,
  end,
  ...more,
})
const day = (at: number, more: Partial<Dated> = {}) => dated([at, at], [at + 1, at + 1], more)
const x = (days: number) => days

test('days that fall together are one dot, but what clashes stays apart', () => {
  const all = [day(10), day(12), day(13, { finding: 0 }), day(400)]
  const shapes = layOut(all, [0, 1, 2, 3], x, 500)
  expect(shapes.map(({ items, red }) => [items, red])).toEqual([
    [[0, 1], false],
    [[2], true],
    [[3], false],
  ])
})

test('a stretch has a core where it is certain', () => {
  const shapes = layOut([dated([0, 20], [80, 100]), dated([0, 90], [10, 100])], [0, 1], x, 500)
  expect(shapes.map((shape) => (shape.kind === 'bar' ? shape.core : undefined))).toEqual([[20, 80], null])
  expect(new Set(shapes.map(({ row }) => row)).size).toBe(2)
})

test('what is out of sight is not drawn', () => {
  expect(layOut([day(10_000)], [0], x, 500)).toEqual([])
})

test('lanes are the accounts in their order, or those who are named most', () => {
  const all = [day(1, { account: 1, actor: 'Ann' }), day(2, { actor: 'Bob' }), day(3, { actor: 'Bob' }), day(4)]
  expect(lanes(all, ['a', 'b'], 'account', 9).map(({ name }) => name)).toEqual(['a', 'b'])
  expect(lanes(all, ['a', 'b'], 'actor', 1)).toEqual([
    { name: 'Bob', items: [1, 2] },
    { name: 'others', items: [0, 3] },
  ])
})
