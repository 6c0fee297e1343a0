// Figures: tables with their sums, and the sums in the prose.
import { useMemo, useState } from 'preact/hooks'
import * as to from '../route.ts'
import { Cells, Words, numericColumns } from '../reader/paragraphs.tsx'
import { tables, type Table } from '../tables.ts'
import type { Mark } from '../text.ts'
import type { Account, At, Check, View } from '../view.ts'

export function Figures({ view }: { view: View }) {
  const codes = useMemo(() => new Map(view.rules.map(({ name, code }) => [name, code])), [view])
  const [all, setAll] = useState(false)
  const found = useMemo(() => view.accounts.map((account) => tables(account, codes)), [view, codes])
  const none = found.every((one) => one.tables.length === 0 && one.prose.length === 0)
  return (
    <main class="page figures">
      <header class="toolbar">
        <label>
          <input type="checkbox" checked={all} onChange={() => { setAll(!all) }} /> show what can’t be told, with the reason
        </label>
      </header>
      {none && <p class="empty">No figures could be compared.</p>}
      {view.accounts.map((account, number) => {
        const one = found[number]
        if (one === undefined || (one.tables.length === 0 && one.prose.length === 0)) return null
        return (
          <section key={number}>
            {view.accounts.length > 1 && <h2>{account.name}</h2>}
            {one.tables.map((table) => (
              <Sums key={table.from} account={account} number={number} table={table} all={all} />
            ))}
            {one.prose.length > 0 && <h3>In the prose</h3>}
            <ul class="sums">
              {one.prose.map((index) => {
                const check = account.checks[index]
                return check === undefined || (check.result === 'undecided' && !all) ? null : (
                  <Sum key={index} account={account} number={number} check={check} sentence />
                )
              })}
            </ul>
          </section>
        )
      })}
    </main>
  )
}

function Sums({ account, number, table, all }: { account: Account; number: number; table: Table; all: boolean }) {
  const marks = useMemo(() => sumMarks(account, table), [account, table])
  const rows = account.paragraphs.slice(table.from, table.to)
  const checks = table.checks.flatMap((index) => account.checks[index] ?? [])
  const listed = checks.filter((check) => check.result !== 'undecided' || all)
  const line = rows[0]?.line ?? 0
  const numeric = numericColumns(rows.map(({ text }) => text))
  const typed = rows[0]?.kind === 'typed'
  return (
    <figure>
      <figcaption>
        <a href={to.words(number, [table.from, 0, rows[0]?.text.length ?? 0])}>Line {line}</a>
        {checks.length === 0 ? ': no sum is claimed' : ''}
      </figcaption>
      <div class={typed ? 'scroll typed' : 'scroll'} role="region" aria-label={`Table at line ${line}`} tabIndex={0}>
        {typed ? (
          rows.map((row, i) => <div key={i}><Words text={row.text} marks={marks.get(table.from + i) ?? []} /></div>)
        ) : (
          <table class="rows">
            <tbody>
              {rows.map((row, i) => (
                <tr key={i}><Cells text={row.text} marks={marks.get(table.from + i) ?? []} numeric={numeric} /></tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      <ul class="sums">
        {listed.map((check, i) => (
          <Sum key={i} account={account} number={number} check={check} />
        ))}
      </ul>
    </figure>
  )
}

/** The totals of a table, marked by whether they come out. */
function sumMarks(account: Account, table: Table): Map<number, Mark[]> {
  const marks = new Map<number, Mark[]>()
  for (const index of table.checks) {
    const check = account.checks[index]
    for (const [paragraph, start, end] of check?.at[0] ?? []) {
      const list = marks.get(paragraph) ?? []
      list.push({ start, end, name: `total ${check?.result ?? ''}` })
      marks.set(paragraph, list)
    }
  }
  return marks
}

function Sum({ account, number, check, sentence = false }: { account: Account; number: number; check: Check; sentence?: boolean }) {
  const place = check.at[0]?.[0]
  const found = check.finding === undefined ? undefined : account.findings[check.finding]
  const href = check.finding !== undefined ? to.finding(number, check.finding) : place === undefined ? to.account(number) : to.words(number, place)
  return (
    <li class={check.result}>
      <span class={`chip ${check.result}`}>{check.result}</span>{' '}
      <a href={href}>{found?.message ?? (check.sum === '' ? check.rule : check.sum)}</a>
      {found?.proof.map((line, i) => <div key={i} class="proof">{line}</div>)}
      {check.reason !== undefined && <span class="where"> {check.reason}</span>}
      {sentence && place !== undefined && <Around account={account} places={check.at.flat()} place={place} />}
    </li>
  )
}

/** The words around what was compared. */
function Around({ account, places, place: [paragraph] }: { account: Account; places: At[]; place: At }) {
  const text = account.paragraphs[paragraph]?.text ?? ''
  const here = places.filter(([p]) => p === paragraph)
  const start = Math.max(0, Math.min(...here.map(([, from]) => from)) - 60)
  const end = Math.min(text.length, Math.max(...here.map(([, , to]) => to)) + 60)
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1
  const last = end === text.length ? end : Math.max(text.lastIndexOf(' ', end), from)
  const marks = here.map(([, a, b]): Mark => ({ start: a - from, end: b - from, name: 'part' }))
  return (
    <p class="around">
      {from > 0 && '… '}
      <Words text={text.slice(from, last)} marks={marks} />
      {last < text.length && ' …'}
    </p>
  )
}
