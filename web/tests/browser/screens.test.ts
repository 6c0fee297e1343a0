// Pictures of each page, three widths, light and dark, for the documentation: SCREENS=1.
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { everything, launch, ROOT } from './reports.ts'

const DIR = join(ROOT, 'docs/screens')
const PAGES = ['reader', 'figures', 'timeline', 'quotations', 'lineage', 'ledger', 'weighing']
const HEIGHTS: [width: number, height: number][] = [
  [360, 720],
  [900, 760],
  [1440, 860],
]

test.runIf(process.env['SCREENS'] !== undefined)('screens', async () => {
  mkdirSync(DIR, { recursive: true })
  const browser = await launch()
  const url = everything()
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [width, height] of HEIGHTS) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' })
      for (const name of PAGES) {
        const page = await context.newPage()
        await page.goto(`${url}#/${name}`)
        await page.waitForSelector('main')
        if (name === 'reader') for (let i = 0; i < 2; i += 1) await page.keyboard.press('j')
        await page.waitForTimeout(500)
        const path = join(DIR, `${name}-${width}-${colorScheme}.png`)
        await page.screenshot({ path })
        execFileSync('pngquant', ['--force', '--strip', '--ext', '.png', '64', path])
        await page.close()
      }
      await context.close()
    }
  }
  await browser.close()
}, 300_000)
