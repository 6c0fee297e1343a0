// What the keys do, and what the marks mean.
import { Dialog } from '../dialog.tsx'
import type { Host } from '../host.ts'

const KEYS: [string, string][] = [
  ['j, k', 'next, previous finding'],
  ['Escape', 'no finding chosen'],
  ['/', 'search; Enter goes to the next place, Shift + Enter to the one before'],
  ['a, d, n', 'accept, dismiss, note of the chosen finding'],
  ['?', 'this help'],
]

export function Help({ host, close }: { host: Host; close: () => void }) {
  return (
    <Dialog title="Keys and marks" close={close}>
      <dl class="keys">
        {KEYS.map(([key, says]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      {host.readOnly !== null && <p>{host.readOnly} The keys a, d and n do nothing here.</p>}
      <p class="text mentions show-holds legend">
        <mark class="finding error first">an error’s words</mark>, <mark class="finding error">what they clash with</mark>,{' '}
        <mark class="finding warning first">a warning</mark>, <mark class="finding note first">a note</mark>;{' '}
        <span class="time">a time</span>, <span class="figure">a figure</span>, <span class="name">a name</span>,{' '}
        <span class="quote">a quotation</span>; <span class="holds">checked and right</span>.
      </p>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </Dialog>
  )
}
