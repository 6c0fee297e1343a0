// What stands above the text: which account, search, what is shown, the next finding.
import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import * as to from '../route.ts'
import type { Account, View } from '../view.ts'
import { byRule } from './index.ts'
import type { Shown } from './reader.tsx'

interface Props {
  view: View
  account: Account
  number: number
  shown: Shown
  show: (shown: Shown) => void
  words: string
  seekWords: (words: string) => void
  hits: number
  hit: number
  seek: (by: 1 | -1) => void
  order: number[]
  chosen: number | undefined
  step: (by: 1 | -1) => void
  field: RefObject<HTMLInputElement | null>
  help: () => void
}

export function Toolbar(props: Props) {
  const { view, account, number, order, chosen, step, help } = props
  const at = chosen === undefined ? -1 : order.indexOf(chosen)
  const count = order.length === 1 ? '1 finding' : `${order.length} findings`
  return (
    <header class="toolbar">
      <div class="account">
        {view.accounts.length > 1 ? (
          <select
            aria-label="Account"
            value={number}
            onChange={(event) => {
              location.hash = to.account(Number(event.currentTarget.value))
            }}
          >
            {view.accounts.map((one, i) => (
              <option key={i} value={i}>
                {one.name} ({one.findings.length})
              </option>
            ))}
          </select>
        ) : (
          <span class="name-of">{account.name}</span>
        )}
      </div>
      <Search {...props} />
      <Filter {...props} />
      <div class="steps" role="group" aria-label="Findings">
        <button
          type="button"
          title="Previous finding (k)"
          aria-label="Previous finding"
          disabled={order.length === 0}
          onClick={() => {
            step(-1)
          }}
        >
          ‹
        </button>
        <span class="count">{at >= 0 ? `${at + 1} of ${order.length}` : count}</span>
        <button
          type="button"
          title="Next finding (j)"
          aria-label="Next finding"
          disabled={order.length === 0}
          onClick={() => {
            step(1)
          }}
        >
          ›
        </button>
        <button type="button" class="help-button" title="Keys and marks (?)" aria-label="Keys and marks" onClick={help}>
          ?
      </button>
      </div>
    </header>
  )
}

/** So long nothing has to be written before it is looked for. */
const PAUSE = 150

function Search({ words, seekWords, hits, hit, seek, field }: Props) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  return (
    <div class="search">
      <input
        ref={field}
        type="search"
        placeholder="Search the account"
        aria-label="Search the account"
        onInput={(event) => {
          const next = event.currentTarget.value
          clearTimeout(timer.current)
          timer.current = setTimeout(() => {
            seekWords(next)
          }, PAUSE)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          seek(event.shiftKey ? -1 : 1)
        }}
      />
      <span class="count" role="status">
        {words.trim() === '' ? '' : hits === 0 ? 'none' : `${hit + 1} of ${hits}`}
      </span>
    </div>
  )
}

function Filter({ view, account, shown, show }: Props) {
  const toggled = (set: ReadonlySet<string>, name: string) => {
    const next = new Set(set)
    if (!next.delete(name)) next.add(name)
    return next
  }
  const rules = [...byRule(view)].sort(([a], [b]) => a.localeCompare(b))
  const dismissed = account.findings.filter((one) => one.decision?.state === 'dismissed').length
  const { holds, undecided, conflicts, suppressed } = account.counts
  const line = (label: string, checked: boolean, change: () => void) => (
    <label>
      <input type="checkbox" checked={checked} onChange={change} /> {label}
    </label>
  )
  return (
    <details class="filter">
      <summary>Show</summary>
      <div class="choices">
        <fieldset>
          <legend>Findings</legend>
          {['error', 'warning', 'note'].map((level) => {
            const count = account.findings.filter((one) => one.level === level).length
            return line(`${level}s (${count})`, shown.levels.has(level), () => {
              show({ ...shown, levels: toggled(shown.levels, level) })
            })
          })}
        </fieldset>
        {dismissed > 0 && (
          <fieldset>
            <legend>Decided</legend>
            {line(`dismissed (${dismissed})`, shown.dismissed, () => {
              show({ ...shown, dismissed: !shown.dismissed })
            })}
          </fieldset>
        )}
        <fieldset>
          <legend>Text</legend>
          {line(`what holds (${holds})`, shown.holds, () => {
            show({ ...shown, holds: !shown.holds })
          })}
          {line(`what can’t be told (${undecided})`, shown.undecided, () => {
            show({ ...shown, undecided: !shown.undecided })
          })}
          {line('times, figures, names, quotations', shown.mentions, () => {
            show({ ...shown, mentions: !shown.mentions })
          })}
        </fieldset>
        {rules.length > 0 && (
          <fieldset>
            <legend>Rules</legend>
            {rules.map(([rule, count]) =>
              line(`${rule} (${count})`, !shown.without.has(rule), () => {
                show({ ...shown, without: toggled(shown.without, rule) })
              }),
            )}
          </fieldset>
        )}
        <p class="counts">
          {holds + undecided + conflicts} checks: {holds} hold, {conflicts} conflict, {undecided} can’t be told
          {suppressed > 0 ? `; ${suppressed} findings are suppressed` : ''}. Of those that hold, dates that merely exist
          are not marked.
        </p>
      </div>
    </details>
  )
}
