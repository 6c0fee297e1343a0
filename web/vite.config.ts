// Builds the pages into one HTML file, which the crate `alpheus-pages` embeds.
//
// The script and the style stand in it, and the content-security policy names their hashes, so
// that nothing else can run. The data is put in by Rust, in the slots {{title}} and {{data}}; in
// {{connect}} it lets a served page ask its own server.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const BUNDLE = resolve(import.meta.dirname, '../crates/alpheus-pages/assets/pages.html')

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The page: `script` and `style` as the policy allows them, and slots for what is shown. */
function page(script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{connect}}${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{{title}}</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript>These pages need JavaScript, which runs from this file alone.</noscript>
<script type="application/json" id="view">{{data}}</script>
<script>${script}</script>
</body>
</html>
`
}

/** Writes what was built as one file, and nothing else. */
function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      let script = ''
      let style = ''
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') script += output.code
        else if (output.fileName.endsWith('.css')) style += String(output.source)
      }
      for (const name of Object.keys(bundle)) Reflect.deleteProperty(bundle, name)
      if (/<\/(script|style)/i.test(script + style)) this.error('the bundle would end its own element')
      mkdirSync(dirname(BUNDLE), { recursive: true })
      writeFileSync(BUNDLE, page(script.trim(), style.trim()))
    },
  }
}

export default defineConfig({
  plugins: [oneFile()],
  build: {
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: { input: 'src/main.tsx', output: { format: 'iife' } },
  },
  test: { include: ['tests/unit/**/*.test.ts'] },
} as Parameters<typeof defineConfig>[0])
