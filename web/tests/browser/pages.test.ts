// The pages as a reader has them: from a file, in a browser.
import { statSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serious } from './axe.ts'
import { everything, launch, report, reportOf, watched } from './reports.ts'

const PAGES = ['reader', 'figures', 'timeline', 'quotations', 'lineage', 'ledger', 'weighing']

let browser: Browser
let url: string

beforeAll(async () => {
  browser = await launch()
  url = everything()
})
afterAll(() => browser.close())

async function open(address: string, options: BrowserContextOptions = {}): Promise<{ page: Page; wrong: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const wrong = watched(page)
  await page.goto(address)
  await page.waitForSelector('main')
  return { page, wrong }
}

describe('every page', () => {
  test.each(PAGES)('%s: no serious fault for assistive technology, no error, no request', async (name) => {
    for (const [colorScheme, width] of [['light', 1280], ['dark', 360]] as const) {
      const { page, wrong } = await open(`${url}#/${name}`, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true })
      if (name === 'reader') await page.keyboard.press('j')
      await page.waitForTimeout(200)
      expect(await serious(page)).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, `${name} is wider than ${width} px`).toBeLessThanOrEqual(0)
      expect(wrong).toEqual([])
      await page.context().close()
    }
  })

  test('is in the menu only if there is something on it', async () => {
    const { page } = await open(report('nobel', 'examples/accounts/alfred-nobel.txt'))
    const names = await page.locator('nav a').allTextContents()
    expect(names).toContain('Reader')
    expect(names).not.toContain('Weighing')
    expect(names).not.toContain('Lineage')
    await page.context().close()
  })
})

describe('the reader', () => {
  test('follows a finding to its second span, and shows the sum', async () => {
    const { page, wrong } = await open(url)
    await page.locator('aside.note', { hasText: 'the parts make 9,860, not 9,680' }).locator('button.message').click()
    const note = page.locator('aside.note.chosen')
    expect(await note.locator('.proof').textContent()).toContain('1,310 + 6,443 + 2,107 = 9,860')
    await expect.poll(async () => (await page.locator('mark.lit').allTextContents()).sort()).toEqual(['1,310', '2,107', '6,443', '9,680'])
    await expect.poll(() => page.locator('svg.link path').count()).toBeGreaterThan(0)
    await note.locator('.labels button', { hasText: '6,443' }).click()
    await expect.poll(() => page.locator('mark.lit', { hasText: '6,443' }).evaluate((mark) => {
      const { top, bottom } = mark.getBoundingClientRect()
      return top > 0 && bottom < innerHeight
    })).toBe(true)
    expect(page.url()).toContain('/finding/0/')
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('goes to a far span that was not laid out yet', async () => {
    const filler = 'Nothing of note is told of the harbour in that year, and the keeper slept.\n\n'
    const first = 'The new bridge at Weston was opened to traffic on 4 May 1905.'
    const last = 'When the bridge at Weston was opened to traffic on 4 May 1915, the ferry was sold.'
    const text = `${first}\n\n${filler.repeat(3000)}${last}\n`
    const { page } = await open(reportOf('far.md', text))
    await page.keyboard.press('j')
    const labels = page.locator('aside.note.chosen .labels button')
    await labels.first().waitFor()
    const y = await page.evaluate(() => scrollY)
    await labels.nth((await labels.count()) - 1).click()
    await page.waitForTimeout(500)
    const moved = await page.evaluate((from) => Math.abs(scrollY - from), y)
    expect(moved).toBeGreaterThan(20_000)
    await expect.poll(() => page.locator('mark.lit').last().isVisible()).toBe(true)
    await page.context().close()
  })

  test('j and k go through the findings; a says why nothing is kept', async () => {
    const { page } = await open(url)
    await page.keyboard.press('j')
    await expect.poll(() => page.locator('.steps .count').textContent()).toMatch(/^1 of/)
    await page.keyboard.press('j')
    await expect.poll(() => page.locator('.steps .count').textContent()).toMatch(/^2 of/)
    await page.keyboard.press('k')
    await expect.poll(() => page.locator('.steps .count').textContent()).toMatch(/^1 of/)
    await page.keyboard.press('a')
    await expect.poll(() => page.locator('.says').textContent()).toContain('This is a report')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('aside.note.chosen').count()).toBe(0)
    await page.keyboard.press('?')
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(1)
    await page.context().close()
  })

  test('shows what holds, and leaves out rules and levels', async () => {
    const { page } = await open(url)
    const before = await page.locator('aside.note').count()
    await page.locator('.filter summary').click()
    await page.locator('.filter label', { hasText: 'what holds' }).click()
    await page.locator('.show-holds .holds').first().click()
    await expect.poll(() => page.locator('aside.check.holds').textContent()).toContain('holds')
    await page.locator('.filter label', { hasText: 'sum-mismatch (' }).first().click()
    await expect.poll(() => page.locator('aside.note:not(.check)').count()).toBeLessThan(before)
    await page.locator('.filter label', { hasText: 'errors' }).click()
    await expect.poll(() => page.locator('aside.note.error').count()).toBe(0)
    await page.context().close()
  })

  test('finds words', async () => {
    const { page } = await open(url)
    await page.keyboard.press('/')
    await page.keyboard.type('sedan')
    await expect.poll(() => page.locator('.search .count').textContent()).toMatch(/^1 of \d+/)
    expect((await page.locator('.hit.now').textContent())?.toLowerCase()).toBe('sedan')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.search .count').textContent()).toMatch(/^2 of/)
    await page.context().close()
  })

  test('shows a finding that has words in another account', async () => {
    const { page } = await open(`${report('crimea', 'examples/together', '--together')}#/reader/1`)
    await page.keyboard.press('j')
    const other = page.locator('aside.note.chosen .labels li', { hasText: 'crimea-' })
    await other.locator('button').first().click()
    await page.waitForSelector('.foreign-note')
    await expect.poll(() => page.locator('mark.foreign, .foreign').first().isVisible()).toBe(true)
    await page.context().close()
  })

  test('takes a text for text, whatever stands in it', async () => {
    const text = 'On Friday, 1 January 1800, <b>x</b> </script><script>document.title="gone"</script> <!-- \u2028 𝕬 {{data}} $& came.\n'
    const { page, wrong } = await open(reportOf('odd.txt', text))
    expect(await page.title()).toBe('odd.txt')
    await expect.poll(() => page.locator('article').textContent()).toContain('</script><script>document.title="gone"</script> <!--')
    await expect.poll(() => page.locator('article').textContent()).toContain('{{data}} $& came.')
    await expect.poll(() => page.locator('mark.first').first().textContent()).toBe('Friday')
    expect(wrong).toEqual([])
    await page.context().close()
  })
})

describe('the other pages', () => {
  test('a date of the timeline leads to its words', async () => {
    const { page } = await open(`${url}#/timeline`)
    await page.locator('.dated a', { hasText: '22 March 1797' }).click()
    await page.waitForSelector('.goal')
    await expect.poll(() => page.locator('.goal').first().textContent()).toContain('22 March 1797')
    await page.context().close()
  })

  test('the timeline zooms to a year', async () => {
    const { page } = await open(`${url}#/timeline`)
    const all = await page.locator('section h2').textContent()
    await page.getByRole('button', { name: 'year', exact: true }).click()
    await expect.poll(() => page.locator('section h2').textContent()).not.toBe(all)
    await page.context().close()
  })

  test('figures that don’t add up are red', async () => {
    const { page } = await open(`${url}#/figures`)
    await expect.poll(() => page.locator('.total.conflicts').first().textContent()).toBe('25,733')
    await page.context().close()
  })

  test('the ledger is sorted and filtered', async () => {
    const { page } = await open(`${url}#/ledger`)
    const all = await page.locator('.toolbar .count').textContent()
    await page.getByLabel('Check').selectOption('conflicts')
    await expect.poll(() => page.locator('.toolbar .count').textContent()).not.toBe(all)
    await expect.poll(async () => [...new Set(await page.locator('td.result .chip').allTextContents())]).toEqual(['conflicts'])
    await page.getByRole('button', { name: 'Claim' }).click()
    await expect.poll(() => page.locator('th[aria-sort="ascending"]').textContent()).toBe('Claim')
    await page.context().close()
  })

  test('a source is set aside, and the bars move', async () => {
    const { page } = await open(`${url}#/weighing`)
    const point = () => page.locator('.share .point').first().getAttribute('x')
    const before = await point()
    await page.locator('.switches label', { hasText: 'ambassador' }).click()
    await expect.poll(point).not.toBe(before)
    expect(await page.locator('.share .range').count()).toBe(await page.locator('.share').count())
    await page.context().close()
  })

  test('colours can be chosen', async () => {
    const { page } = await open(url, { colorScheme: 'light' })
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await ground()
    await page.getByLabel('Colours').selectOption('dark')
    await expect.poll(ground).not.toBe(light)
    await page.context().close()
  })

  test('prints, with the sums of all findings', async () => {
    const { page } = await open(url)
    expect(await page.locator('.proof:visible').count()).toBe(0)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('aside.note .proof:visible').count()).toBeGreaterThan(3)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(10_000)
    await page.context().close()
  })
})

test('the bundle is under 1 MB', () => {
  const path = new URL('../../../crates/alpheus-pages/assets/pages.html', import.meta.url)
  expect(statSync(path).size).toBeLessThan(1_000_000)
})
