// The ledger: every claim that someone would have to check.
import { useMemo, useState } from 'preact/hooks'
import type { Host } from '../host.ts'
import * as to from '../route.ts'
import { slice } from '../text.ts'
import { Fill } from './fill.tsx'
import type { Claim, View } from '../view.ts'

type Column = 'place' | 'kind' | 'claim' | 'check'

const PER_PAGE = 200
const RANKS = ['conflicts', 'undecided', 'holds', '']

const rank = (claim: Claim): number => RANKS.indexOf(claim.check ?? '')

export function Ledger({ view, host }: { view: View; host: Host }) {
  const [edited, setEdited] = useState<number>()
  const [kind, setKind] = useState('')
  const [check, setCheck] = useState('any')
  const [words, setWords] = useState('')
  const [sort, setSort] = useState<{ column: Column; down: boolean }>({ column: 'place', down: false })
  const [most, setMost] = useState(PER_PAGE)
  const rows = useMemo(() => view.claims.map((claim, number) => ({ claim, number, text: said(view, claim) })), [view])
  const kept = useMemo(() => {
    const wanted = words.trim().toLowerCase()
    const fits = ({ claim, text }: Row) =>
      (kind === '' || claim.kind === kind) &&
      (check === 'any' || (claim.check ?? '') === check) &&
      (wanted === '' || text.toLowerCase().includes(wanted))
    return sorted(rows.filter(fits), sort.column, sort.down)
  }, [rows, kind, check, words, sort])
  const filled = host.readOnly === null || view.claims.some((claim) => claim.filled !== undefined)
  const head = (column: Column, name: string) => (
    <th aria-sort={sort.column === column ? (sort.down ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        class="plain"
        onClick={() => {
          setSort({ column, down: sort.column === column && !sort.down })
        }}
      >
        {name}
      </button>
    </th>
  )
  return (
    <main class="page ledger">
      <header class="toolbar">
        <div class="search">
          <input type="search" placeholder="Search claims" aria-label="Search claims" value={words} onInput={(event) => { setWords(event.currentTarget.value) }} />
        </div>
        <label>
          Kind{' '}
          <select value={kind} onChange={(event) => { setKind(event.currentTarget.value) }}>
            <option value="">all</option>
            {view.claim_kinds.map(({ name }) => (
              <option key={name} value={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          Check{' '}
          <select value={check} onChange={(event) => { setCheck(event.currentTarget.value) }}>
            <option value="any">any</option>
            <option value="conflicts">conflicts</option>
            <option value="undecided">undecided</option>
            <option value="holds">holds</option>
            <option value="">not checked</option>
          </select>
        </label>
        <span class="count" role="status">{kept.length === 1 ? '1 claim' : `${kept.length} claims`}</span>
      </header>
      <table class="claims">
        <thead>
          <tr>
            {head('place', 'Line')}
            {head('kind', 'Kind')}
            {head('claim', 'Claim')}
            {head('check', 'Check')}
            {filled && <th>Verdict</th>}
          </tr>
        </thead>
        <tbody>
          {kept.slice(0, most).map((row, i) => (
            <ClaimRow key={i} view={view} row={row} filled={filled} edit={host.readOnly === null ? setEdited : undefined} />
          ))}
        </tbody>
      </table>
      {edited !== undefined && view.claims[edited] !== undefined && (
        <Fill claim={view.claims[edited]} number={edited} host={host} close={() => { setEdited(undefined) }} />
      )}
      {kept.length > most && (
        <button type="button" onClick={() => { setMost(most + PER_PAGE) }}>
          Show {Math.min(PER_PAGE, kept.length - most)} more of {kept.length}
        </button>
      )}
    </main>
  )
}

interface Row {
  claim: Claim
  /** Its place in the view. */
  number: number
  text: string
}

function ClaimRow({ view, row: { claim, number, text }, filled, edit }: { view: View; row: Row; filled: boolean; edit: ((number: number) => void) | undefined }) {
  const account = view.accounts[claim.account]
  const place = claim.at[0]
  const cue = account === undefined ? '' : slice(account, claim.cue)
  const at = cue === '' ? -1 : text.indexOf(cue)
  const how = [claim.speaker, claim.modality]
  return (
    <tr class={claim.check ?? ''}>
      <td class="line">
        {place === undefined ? claim.line : <a href={to.words(claim.account, place)}>{claim.line}</a>}
        {view.accounts.length > 1 && <span class="where">{account?.name}</span>}
      </td>
      <td class="kind" title={view.claim_kinds.find(({ name }) => name === claim.kind)?.settled_by}>
        {claim.kind}
        <span class="where">{how.filter(Boolean).join(', ')}</span>
      </td>
      <td class="claim">
        {at < 0 ? text : <>{text.slice(0, at)}<strong>{cue}</strong>{text.slice(at + cue.length)}</>}
        {claim.text_source !== undefined && <span class="where">given source: {claim.text_source}</span>}
      </td>
      <td class="result">
        {claim.check !== undefined && <span class={`chip ${claim.check}`}>{claim.check}</span>}
        <span class="where">{claim.check_note}</span>
      </td>
      {filled && (
        <td class="verdict">
          {claim.filled?.verdict} <span class="where">{[claim.filled?.source, claim.filled?.note, claim.filled?.initials].filter(Boolean).join(' · ')}</span>
          {edit !== undefined && (
            <button type="button" class="fill" aria-label={`Fill in: line ${claim.line}, ${claim.kind}`} onClick={() => { edit(number) }}>{claim.filled === undefined ? 'Fill in' : 'Edit'}</button>
          )}
        </td>
      )}
    </tr>
  )
}

function said(view: View, claim: Claim): string {
  const account = view.accounts[claim.account]
  return account === undefined ? '' : slice(account, claim.at)
}

function sorted(rows: Row[], column: Column, down: boolean): Row[] {
  const order: Record<Column, (a: Row, b: Row) => number> = {
    place: () => 0,
    kind: (a, b) => a.claim.kind.localeCompare(b.claim.kind),
    claim: (a, b) => a.text.localeCompare(b.text),
    check: (a, b) => rank(a.claim) - rank(b.claim),
  }
  const out = [...rows].sort(order[column])
  return down ? out.reverse() : out
}
