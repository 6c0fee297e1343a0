import { describe, expect, test } from 'vitest'
import { civil, dayOf, rata, ticks, yearName } from '../../src/dates.ts'

describe('days', () => {
  test('are counted as the command counts them', () => {
    expect(rata(1)).toBe(1)
    expect(rata(1970)).toBe(719_163)
    expect(civil(rata(1545, 7, 19))).toEqual({ year: 1545, month: 7, day: 19 })
  })

  test('go back before the year 1', () => {
    expect(civil(rata(-43, 3, 15))).toEqual({ year: -43, month: 3, day: 15 })
    expect(yearName(-43)).toBe('44 BC')
    expect(yearName(0)).toBe('1 BC')
  })
})

test('a date may leave out the day and the month', () => {
  expect(dayOf('1843-03-26')).toBe(rata(1843, 3, 26))
  expect(dayOf('1843')).toBe(rata(1843))
  expect(dayOf(null)).toBeUndefined()
  expect(dayOf('undated')).toBeUndefined()
})

describe('ticks', () => {
  const labels = (from: number, to: number, count: number) => ticks(from, to, count).map(({ label }) => label)

  test('of a week are days', () => {
    expect(labels(rata(1870, 7, 29), rata(1870, 8, 2), 5)).toEqual(['29', '30', '31', 'Aug 1870', '2'])
  })

  test('of a year are months, of a century decades', () => {
    expect(labels(rata(1870), rata(1870, 12, 31), 12).slice(0, 3)).toEqual(['1870', 'Feb', 'Mar'])
    expect(labels(rata(1800), rata(1900), 8)).toContain('1840')
  })

  test('are never too many, however long the time', () => {
    for (const years of [0.01, 1, 30, 400, 9000, 200_000]) {
      const all = ticks(-365 * years, 365 * years, 10)
      expect(all.length).toBeLessThan(45)
      expect(all.length).toBeGreaterThan(0)
    }
  })
})
