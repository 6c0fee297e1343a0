// How a 5 MB account with 2,000 findings opens and scrolls: measured and told, not judged.
import { expect, test } from 'vitest'
import { large } from './large.ts'
import { launch, reportOf, size } from './reports.ts'
import { Served } from './served.ts'

interface Watch {
  longs: number[]
  painted?: number
}

test('a large account in a report', async () => {
  const url = reportOf('large.md', large())
  await measure(`report of ${(size(url) / 1e6).toFixed(1)} MB`, url)
}, 120_000)

test('a large account in the workbench', async () => {
  const served = new Served()
  served.write('accounts/account.md', large())
  await measure('workbench', await served.start())
  served.remove()
}, 120_000)

async function measure(what: string, url: string): Promise<void> {
  const browser = await launch()
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.addInitScript(() => {
    const watch: Watch = { longs: [] }
    Object.assign(window, { watch })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watch.longs.push(Math.round(entry.duration))
    }).observe({ type: 'longtask', buffered: true })
    new MutationObserver((_, observer) => {
      if (document.querySelector('mark.finding') === null) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => (watch.painted = performance.now())))
    }).observe(document, { subtree: true, childList: true })
  })
  const longest = () =>
    page.evaluate(() => {
      const { watch } = window as unknown as { watch: Watch }
      return Math.max(0, ...watch.longs.splice(0))
    })
  await page.goto(url)
  const painted = await page.waitForFunction(() => (window as unknown as { watch: Watch }).watch.painted)
  const opened = Math.round(Number(await painted.jsonValue()))
  expect(await page.locator('.steps .count').textContent()).toBe('2000 findings')
  await page.waitForTimeout(500)
  await longest()
  await page.mouse.move(500, 500)
  for (let i = 0; i < 60; i += 1) {
    await page.mouse.wheel(0, 900)
    await page.waitForTimeout(20)
  }
  for (const share of [0.2, 0.5, 0.9, 0.1]) {
    await page.evaluate((part) => {
      scrollTo(0, document.documentElement.scrollHeight * part)
    }, share)
    await page.waitForTimeout(300)
  }
  const scrolled = await longest()
  for (let i = 0; i < 10; i += 1) {
    await page.keyboard.press('j')
    await page.waitForTimeout(150)
  }
  const stepped = await longest()
  await page.keyboard.press('/')
  await page.keyboard.type('number 9999', { delay: 30 })
  await page.waitForSelector('.hit.now')
  const searched = await longest()
  console.log(
    `large account, ${what}: first findings painted after ${opened} ms; longest task while scrolling ${scrolled} ms, ` +
      `going from finding to finding ${stepped} ms, searching ${searched} ms`,
  )
  await browser.close()
}
