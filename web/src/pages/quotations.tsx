// Quotations: who says what, and what became of the words in the library.
import { useState } from 'preact/hooks'
import * as to from '../route.ts'
import { slice } from '../text.ts'
import type { Part, Quotation, Run, View } from '../view.ts'

const PER_PAGE = 100

export function Quotations({ view }: { view: View }) {
  const [verdict, setVerdict] = useState('')
  const [most, setMost] = useState(PER_PAGE)
  const verdicts = [...new Set(view.quotations.map((one) => one.trace?.verdict ?? ''))].filter(Boolean).sort()
  const kept = view.quotations.filter((one) => verdict === '' || one.trace?.verdict === verdict)
  return (
    <main class="page quotations">
      <header class="toolbar">
        {verdicts.length > 0 && (
          <label>
            Verdict{' '}
            <select value={verdict} onChange={(event) => { setVerdict(event.currentTarget.value) }}>
              <option value="">all</option>
              {verdicts.map((name) => (
                <option key={name} value={name}>{name} ({view.quotations.filter((one) => one.trace?.verdict === name).length})</option>
              ))}
            </select>
          </label>
        )}
        <span class="count">{kept.length === 1 ? '1 quotation' : `${kept.length} quotations`}</span>
        <span class="hint">{view.searched === null ? 'Not looked up: no library was given.' : `Looked up in ${view.searched}.`}</span>
      </header>
      <ol class="quoted">
        {kept.slice(0, most).map((one, i) => (
          <Card key={i} view={view} one={one} />
        ))}
      </ol>
      {kept.length > most && <button type="button" onClick={() => { setMost(most + PER_PAGE) }}>Show more</button>}
    </main>
  )
}

function Card({ view, one }: { view: View; one: Quotation }) {
  const account = view.accounts[one.account]
  const place = one.at[0]
  if (account === undefined || place === undefined) return null
  const line = account.paragraphs[place[0]]?.line
  const says = [one.speaker, one.addressee === null ? null : `to ${one.addressee}`, one.date, one.source].filter(Boolean)
  const { trace } = one
  return (
    <li>
      <p class="about">
        {trace !== null && <span class={`chip ${verdictClass(trace.verdict)}`}>{trace.verdict}</span>}{' '}
        <a href={to.words(one.account, place)}>{view.accounts.length > 1 ? `${account.name}, ` : ''}line {line}</a>
        {says.length > 0 && <span class="where"> {says.join(', ')}</span>}
      </p>
      {(trace === null || trace.parts.length === 0) && <blockquote>{slice(account, one.at)}</blockquote>}
      {trace?.parts.map((part, i) => <Sides key={i} part={part} />)}
      {trace !== null && trace.missing.length > 0 && <p class="doubt">Not found: {trace.missing.map((words) => `“${words}”`).join(', ')}</p>}
      {trace?.doubts.map((doubt, i) => <p key={i} class="doubt">{doubt}</p>)}
    </li>
  )
}

/** The account's words and the source's, side by side. */
function Sides({ part }: { part: Part }) {
  return (
    <div class="sides">
      <div>
        <h3>Account</h3>
        <blockquote><Differing runs={part.here} /></blockquote>
      </div>
      <div>
        <h3>{part.cited}, {part.page === null ? '' : `page ${part.page}, `}line {part.line}</h3>
        <blockquote><Differing runs={part.there} /></blockquote>
        <p class="where">
          {part.identity} % of the letters equal
          {part.of.length > 0 && `; touches a ${part.of.join(', a ')}`}
          {part.others.length > 0 && `; also in ${part.others.join('; ')}`}
        </p>
      </div>
    </div>
  )
}

function Differing({ runs }: { runs: Run[] }) {
  return (
    <>
      {runs.map(([words, how], i) => {
        if (how === 'same') return words
        const Tag = how === 'dropped' ? 'del' : how === 'added' ? 'ins' : 'mark'
        return <Tag key={i} class={`differs ${how}`} title={how}>{words}</Tag>
      })}
    </>
  )
}

function verdictClass(verdict: string): string {
  if (/verbatim|light|bracket/i.test(verdict)) return 'holds'
  if (/altered|spliced/i.test(verdict)) return 'conflicts'
  return 'undecided'
}
