// Pictures of each page, three widths, light and dark, for the documentation: SCREENS=1.
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { everything, launch, ROOT } from './reports.ts'
import { DIALOGS, Served } from './served.ts'

const DIR = join(ROOT, 'docs/screens')
const PAGES = ['reader', 'figures', 'timeline', 'quotations', 'lineage', 'ledger', 'weighing']
const HEIGHTS: [width: number, height: number][] = [
  [360, 720],
  [900, 760],
  [1440, 860],
]

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(500)
  const path = join(DIR, `${name}.png`)
  await page.screenshot({ path })
  execFileSync('pngquant', ['--force', '--strip', '--ext', '.png', '64', path])
  await page.close()
}

test.runIf(process.env['SCREENS'] !== undefined)('screens', async () => {
  mkdirSync(DIR, { recursive: true })
  const browser = await launch()
  const url = everything()
  const served = new Served()
  const address = await served.start()
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [width, height] of HEIGHTS) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' })
      for (const name of PAGES) {
        const page = await context.newPage()
        await page.goto(`${url}#/${name}`)
        await page.waitForSelector('main')
        if (name === 'reader') for (let i = 0; i < 2; i += 1) await page.keyboard.press('j')
        await picture(page, `${name}-${width}-${colorScheme}`)
      }
      for (const [name, open] of DIALOGS) {
        const page = await context.newPage()
        await page.goto(address)
        await page.waitForSelector('main')
        await open(page)
        await picture(page, `dialog-${name}-${width}-${colorScheme}`)
      }
      await context.close()
    }
  }
  served.remove()
  await browser.close()
}, 300_000)
