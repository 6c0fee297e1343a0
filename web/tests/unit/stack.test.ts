import { expect, test } from 'vitest'
import { stack } from '../../src/reader/stack.ts'

const notes = (...all: [want: number, height: number][]) => all.map(([want, height]) => ({ want, height }))

test('notes with room stand at their lines', () => {
  expect(stack(notes([0, 20], [100, 20]), 5)).toEqual([0, 100])
})

test('a note gives way to the one above', () => {
  expect(stack(notes([10, 50], [20, 30], [200, 10]), 5)).toEqual([10, 65, 200])
})

test('the chosen note stands at its line, and those above give way', () => {
  expect(stack(notes([100, 40], [110, 40]), 5, 1)).toEqual([65, 110])
})

test('where there is no room above, the chosen note comes next', () => {
  expect(stack(notes([0, 40], [10, 40], [12, 10]), 5, 1)).toEqual([0, 45, 90])
})

test('none overlaps another', () => {
  const all = notes([5, 30], [6, 80], [40, 10], [41, 25], [300, 10])
  for (let chosen = -1; chosen < all.length; chosen += 1) {
    const tops = stack(all, 8, chosen)
    tops.slice(1).forEach((top, i) => {
      expect(top).toBeGreaterThanOrEqual((tops[i] ?? 0) + (all[i]?.height ?? 0) + 8)
    })
  }
})
