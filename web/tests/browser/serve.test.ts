// The example case as a server shows it: what a reader decides is kept in the case folder.
import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT, command, launch } from './reports.ts'

const SLIP = 'A service was held at Portsmouth on Sunday, 11 October 1982.'

let browser: Browser
let folder: string
let running: ChildProcess

/** Starts a server of the folder; gives its address. */
function serve(): Promise<string> {
  running = spawn(command(), ['serve', folder], { stdio: ['ignore', 'pipe', 'ignore'] })
  return new Promise((resolve) => {
    running.stdout?.once('data', (line: Buffer) => {
      resolve(line.toString().trim())
    })
  })
}

beforeAll(async () => {
  browser = await launch()
  folder = mkdtempSync(join(tmpdir(), 'alpheus-case-'))
  cpSync(join(ROOT, 'examples/cases/mary-rose'), folder, { recursive: true })
  writeFileSync(join(folder, 'accounts/later.md'), `# Later\n\n${SLIP} The wreck was raised on 11 October 1982.\n`)
})
afterAll(async () => {
  running.kill()
  await browser.close()
  rmSync(folder, { recursive: true })
})

const kept = (name: string) => {
  const path = join(folder, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

async function open(address: string): Promise<{ page: Page; wrong: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
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
  const { page, wrong } = await open(await serve())
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
  expect(kept('adjudications.toml')).toContain('the programme has it so')
  await page.locator('details.filter summary').click()
  await page.locator('details.filter label', { hasText: 'dismissed (1)' }).click()
  await expect.poll(() => note.locator('.decided').textContent()).toContain('the programme has it so')
  expect(wrong).toEqual([])
  await page.context().close()
  running.kill('SIGKILL')

  const again = await open(await serve())
  await again.page.locator('select[aria-label="Account"]').selectOption('1')
  await expect.poll(() => again.page.locator('mark.finding', { hasText: 'Sunday' }).count()).toBe(0)
  // An editor changes the account, and the page follows.
  writeFileSync(join(folder, 'accounts/later.md'), `${SLIP} It rained on Tuesday, 12 October 1983.\n`)
  await expect.poll(() => again.page.locator('aside.note', { hasText: 'weekday-mismatch' }).count(), { timeout: 5000 }).toBe(1)
  await again.page.context().close()
  running.kill()
})

test('a likelihood is edited, and the bars move', async () => {
  const { page, wrong } = await open(await serve())
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
  expect(kept('case.toml')).toContain('0.999')
  const now = await shares()
  for (const at of [0, 1]) await page.locator('.switches input[type=checkbox]').nth(at).click()
  await expect.poll(shares).not.toEqual(now)
  await value.fill('7')
  await value.press('Enter')
  await expect.poll(() => page.locator('.wrong[role=alert]').count()).toBe(1)
  expect(wrong).toEqual([])
  await page.context().close()
  running.kill()
})

test('a row of the ledger is filled in', async () => {
  const { page, wrong } = await open(await serve())
  await page.locator('nav a', { hasText: 'Ledger' }).click()
  await page.locator('button.fill').first().click()
  const dialog = page.locator('dialog[open]')
  await dialog.locator('label', { hasText: 'Verdict' }).locator('input').fill('stands')
  await dialog.locator('button[type=submit]').click()
  await expect.poll(() => page.locator('td.verdict').first().textContent()).toContain('stands')
  expect(kept('ledger.csv')).toContain('stands')
  expect(wrong).toEqual([])
  await page.context().close()
})
