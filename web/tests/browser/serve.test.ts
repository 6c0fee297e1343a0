// The example case as a server shows it: what a reader decides is kept in the case folder.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serious } from './axe.ts'
import { launch } from './reports.ts'
import { DIALOGS, SLIP, Served } from './served.ts'

let browser: Browser
let served: Served

beforeAll(async () => {
  browser = await launch()
  served = new Served()
})
afterAll(async () => {
  served.remove()
  await browser.close()
})

async function open(address: string, options: BrowserContextOptions = {}): Promise<{ page: Page; wrong: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const wrong: string[] = []
  const { host } = new URL(address)
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol === 'http:' && url.host !== host) wrong.push(`asked for ${request.url()}`)
  })
  await page.goto(address)
  await page.waitForSelector('main')
  return { page, wrong }
}

test('a finding is followed, dismissed with a reason, and stays so', async () => {
  const { page, wrong } = await open(await served.start())
  expect(page.url()).not.toContain('token')
  await page.locator('select[aria-label="Account"]').selectOption('1')
  const note = page.locator('aside.note', { hasText: 'weekday-mismatch' })
  await note.locator('button.message').click()
  await note.locator('.labels button').nth(1).click()
  await expect.poll(() => page.locator('mark.lit').allTextContents()).toContain('Sunday')
  await page.keyboard.press('d')
  const dialog = page.locator('dialog[open]')
  await dialog.locator('textarea').fill('the programme has it so')
  await dialog.locator('button[type=submit]').click()
  await expect.poll(() => note.count()).toBe(0)
  expect(served.kept('adjudications.toml')).toContain('the programme has it so')
  await page.locator('details.filter summary').click()
  await page.locator('details.filter label', { hasText: 'dismissed (1)' }).click()
  await expect.poll(() => note.locator('.decided').textContent()).toContain('the programme has it so')
  expect(wrong).toEqual([])
  await page.context().close()
  served.stop('SIGKILL')

  const again = await open(await served.start())
  await again.page.locator('select[aria-label="Account"]').selectOption('1')
  await expect.poll(() => again.page.locator('mark.finding', { hasText: 'Sunday' }).count()).toBe(0)
  // An editor changes the account, and the page follows.
  served.write('accounts/later.md', `${SLIP} It rained on Tuesday, 12 October 1983.\n`)
  await expect.poll(() => again.page.locator('aside.note', { hasText: 'weekday-mismatch' }).count(), { timeout: 5000 }).toBe(1)
  await again.page.context().close()
  served.stop()
})

test('a likelihood is edited, and the bars move', async () => {
  const { page, wrong } = await open(await served.start())
  await page.locator('nav a', { hasText: 'Weighing' }).click()
  const value = page.locator('input.value').first()
  const shares = () => page.locator('.standings td.number strong').allTextContents()
  const points = () => page.locator('svg.share .point').evaluateAll((all) => all.map((point) => point.getAttribute('x')))
  const [before, bars, old] = [await shares(), await points(), await value.inputValue()]
  await value.fill('0.999')
  await value.press('Enter')
  await expect.poll(shares).not.toEqual(before)
  expect(await points()).not.toEqual(bars)
  expect(old).not.toBe('0.999')
  expect(served.kept('case.toml')).toContain('0.999')
  const now = await shares()
  for (const at of [0, 1]) await page.locator('.switches input[type=checkbox]').nth(at).click()
  await expect.poll(shares).not.toEqual(now)
  await value.fill('7')
  await value.press('Enter')
  await expect.poll(() => page.locator('.wrong[role=alert]').count()).toBe(1)
  expect(wrong).toEqual([])
  await page.context().close()
  served.stop()
})

test('a row of the ledger is filled in', async () => {
  const { page, wrong } = await open(await served.start())
  await page.locator('nav a', { hasText: 'Ledger' }).click()
  await page.locator('button.fill').first().click()
  const dialog = page.locator('dialog[open]')
  await dialog.locator('label', { hasText: 'Verdict' }).locator('input').fill('stands')
  await dialog.locator('button[type=submit]').click()
  await expect.poll(() => page.locator('td.verdict').first().textContent()).toContain('stands')
  expect(served.kept('ledger.csv')).toContain('stands')
  expect(wrong).toEqual([])
  await page.context().close()
})

test('an account is added, and none is written over', async () => {
  const { page, wrong } = await open(await served.start())
  const add = async (name: string, text: string) => {
    await page.getByRole('button', { name: 'Add a text' }).click()
    await page.locator('dialog input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
    await page.locator('dialog button[type=submit]').click()
  }
  const before = await page.locator('select[aria-label="Account"] option').count()
  await add('the service.md', `${SLIP}\n`)
  await expect.poll(() => page.locator('.adding [role=status]').textContent()).toBe('accounts/the service.md was added.')
  await expect.poll(() => page.locator('select[aria-label="Account"] option').count()).toBe(before + 1)
  expect(served.kept('accounts/the service.md')).toBe(`${SLIP}\n`)
  await add('the service.md', 'other')
  await expect.poll(() => page.locator('dialog .wrong').textContent()).toContain('already')
  expect(served.kept('accounts/the service.md')).toBe(`${SLIP}\n`)
  await page.locator('dialog label', { hasText: 'a source' }).click()
  await page.locator('dialog button[type=submit]').click()
  await expect.poll(() => page.locator('dialog').count()).toBe(0)
  expect(served.kept('sources/the service.md')).toBe('other')
  await add('scan.md', '\0\u{1}\0')
  await expect.poll(() => page.locator('dialog .wrong').textContent()).toContain('scan.md')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('dialog').count()).toBe(0)
  expect(served.kept('accounts/scan.md')).toBe('')
  expect(wrong).toEqual([])
  await page.context().close()
  served.stop()
})

test.each(DIALOGS)('%s: no serious fault for assistive technology', async (_, show) => {
  const fresh = new Served()
  const address = await fresh.start()
  for (const [colorScheme, width] of [['light', 1440], ['light', 900], ['dark', 360]] as const) {
    const { page, wrong } = await open(address, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true })
    await show(page)
    await page.waitForTimeout(200)
    expect(await serious(page)).toEqual([])
    const box = await page.locator('dialog[open]').first().boundingBox({ timeout: 500 }).catch(() => null)
    if (box !== null) expect([box.x >= 0, box.x + box.width <= width]).toEqual([true, true])
    expect(wrong).toEqual([])
    await page.context().close()
  }
  fresh.remove()
})
