// The licences of all packages, against the list of deny.toml.
import { readFileSync } from 'node:fs'

const deny = readFileSync(new URL('../deny.toml', import.meta.url), 'utf8')
const list = /allow\s*=\s*\[([^\]]*)\]/.exec(deny)?.[1] ?? ''
const allowed = new Set([...list.matchAll(/"([^"]+)"/g)].map(([, name]) => name))
// A driver of a browser for the tests, and tools that check them: nothing of them is built in.
const tools = new Set(['MPL-2.0', 'BlueOak-1.0.0', 'Python-2.0', 'CC-BY-4.0'])
const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', import.meta.url), 'utf8'))
const faults = []
for (const [path, { license = 'none', dev = false }] of Object.entries(packages)) {
  if (path === '') continue
  const names = license.replace(/[()]/g, '').split(/ OR /)
  const fits = (name) => name.split(/ AND /).every((one) => allowed.has(one) || (dev && tools.has(one)))
  if (!names.some(fits)) faults.push(`${path} is under ${license}, which deny.toml does not allow`)
}
if (faults.length > 0) {
  console.error(faults.join('\n'))
  process.exit(1)
}
console.log(`${Object.keys(packages).length - 1} packages: licences allowed`)
