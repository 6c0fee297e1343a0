// Reports that the command makes of the examples, and a browser to look at them.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'

export const ROOT = resolve(import.meta.dirname, '../../..')
const DIR = mkdtempSync(join(tmpdir(), 'alpheus-pages-'))

/** The command that is named, or the one that was built last. */
export function command(): string {
  const built = ['release', 'testrelease', 'debug'].map((profile) => join(ROOT, 'target', profile, 'alpheus'))
  const age = (path: string) => -statSync(path).mtimeMs
  const [last] = built.filter((path) => existsSync(path)).sort((a, b) => age(a) - age(b))
  const found = process.env['ALPHEUS'] ?? last
  if (found === undefined) throw new Error('build the command first: cargo build -p alpheus')
  return resolve(found)
}

/** Runs the command in the repository. */
export const alpheus = (...args: string[]): void => {
  execFileSync(command(), args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] })
}

/** A report, as the address that a browser opens. */
export function report(name: string, ...args: string[]): string {
  const path = join(DIR, `${name}.html`)
  alpheus('report', ...args, '-o', path)
  return `file://${path}`
}

/** Everything that the examples have, in one report. */
export function everything(): string {
  const library = join(DIR, 'library')
  if (!existsSync(library)) alpheus('library', 'add', library, 'examples/library/sources', '--bib', 'examples/library/refs.bib')
  return report(
    'everything',
    'examples/accounts/franco-prussian-war.md',
    'examples/library/account.md',
    'examples/cases/mary-rose',
    '--library',
    library,
    '--corpus',
    'examples/reprints.jsonl',
  )
}

/** A report of an account with this text. */
export function reportOf(name: string, text: string): string {
  const path = join(DIR, name)
  writeFileSync(path, text)
  return report(name, path)
}

export const size = (url: string): number => statSync(url.replace('file://', '')).size

export function launch(): Promise<Browser> {
  const args = ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args })
}

/** What must not happen on a page: errors, refusals of its policy, requests to any host. */
export function watched(page: Page): string[] {
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text())
  })
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) wrong.push(`asked for ${request.url()}`)
  })
  return wrong
}
