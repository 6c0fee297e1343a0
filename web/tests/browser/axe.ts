// What a page does to those who don't see it, as axe has it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The serious faults; the page's context has to bypass its policy. */
export async function serious(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: source })
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run()
    const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    return bad.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  })
}
