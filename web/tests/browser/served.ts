// A copy of the example case, served, with a slip in it to decide about.
import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { ROOT, command } from './reports.ts'

export const SLIP = 'A service was held at Portsmouth on Sunday, 11 October 1982.'

export class Served {
  readonly folder = mkdtempSync(join(tmpdir(), 'alpheus-case-'))
  private running: ChildProcess | undefined

  constructor() {
    cpSync(join(ROOT, 'examples/cases/mary-rose'), this.folder, { recursive: true })
    this.write('accounts/later.md', `# Later\n\n${SLIP} The wreck was raised on 11 October 1982.\n`)
  }

  /** Starts a server of the folder; gives its address. */
  start(): Promise<string> {
    const running = spawn(command(), ['serve', '--no-open', this.folder], { stdio: ['ignore', 'pipe', 'ignore'] })
    this.running = running
    return new Promise((resolve) => {
      running.stdout.once('data', (line: Buffer) => {
        resolve(line.toString().trim())
      })
    })
  }

  stop(signal: NodeJS.Signals = 'SIGTERM'): void {
    this.running?.kill(signal)
  }

  remove(): void {
    this.stop()
    rmSync(this.folder, { recursive: true })
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text)
  }

  /** What a file holds; nothing, if there is none. */
  kept(name: string): string {
    const path = join(this.folder, name)
    return existsSync(path) ? readFileSync(path, 'utf8') : ''
  }
}

/** A file that is a little larger than any that is taken. */
function tooLarge(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'alpheus-large-')), 'register.md')
  writeFileSync(path, Buffer.alloc((16 << 20) + 1))
  return path
}

/** Chooses the slip in the reader. */
export async function chooseSlip(page: Page): Promise<void> {
  await page.locator('select[aria-label="Account"]').selectOption('1')
  await page.locator('aside.note', { hasText: 'weekday-mismatch' }).locator('button.message').click()
}

/** The dialogs, each with how it is opened from the page that opens first. */
export const DIALOGS: [name: string, open: (page: Page) => Promise<void>][] = [
  ['help', (page) => page.keyboard.press('?')],
  ['dismiss', async (page) => {
    await chooseSlip(page)
    await page.keyboard.press('d')
    await page.locator('dialog textarea').fill('The order of service has it so.')
  }],
  ['note', async (page) => {
    await chooseSlip(page)
    await page.keyboard.press('n')
  }],
  ['add', async (page) => {
    await page.getByRole('button', { name: 'Add a text' }).click()
    await page.locator('dialog input[type=file]').setInputFiles(tooLarge())
    await page.locator('dialog button[type=submit]').click()
    await page.waitForSelector('dialog .wrong')
  }],
  ['fill', async (page) => {
    await page.locator('nav a', { hasText: 'Ledger' }).click()
    await page.locator('button.fill').first().click()
  }],
  ['likelihood', async (page) => {
    await page.locator('nav a', { hasText: 'Weighing' }).click()
    const value = page.locator('input.value').first()
    await value.fill('7')
    await value.press('Enter')
    await page.waitForSelector('.wrong[role=alert]')
    await page.locator('.wrong[role=alert]').evaluate((wrong) => { wrong.scrollIntoView({ block: 'center' }) })
  }],
]
