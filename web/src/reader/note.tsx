// A note in the margin: what clashes and, of the one that is chosen, everything that is known.
import type { Asked } from './judge.tsx'
import { slice } from '../text.ts'
import type { Account, Check, Finding, Label, View } from '../view.ts'

interface Props {
  view: View
  /** The account that the finding is of. */
  of: number
  index: number
  chosen: boolean
  choose: (index: number) => void
  /** Goes to the words of a label. */
  follow: (index: number, label: Label) => void
  judge: ((what: Asked['what'], index: number) => void) | undefined
}

const CHOICES: [Asked['what'], string][] = [['accepted', 'Accept'], ['dismissed', 'Dismiss'], ['fixed', 'Fixed'], ['note', 'Note']]


export function Note({ view, of, index, chosen, choose, follow, judge }: Props) {
  const found = view.accounts[of]?.findings[index]
  if (found === undefined) return null
  return (
    <aside
      class={`note ${found.level}${chosen ? ' chosen' : ''} ${found.decision?.state ?? ''}`}
      data-note={index}
      aria-label={`${found.level}, ${found.rule}`}
    >
      <button
        type="button"
        class="message"
        aria-expanded={chosen}
        onClick={() => {
          choose(index)
        }}
      >
        <span class="rule">
          <span class="level">{found.level}</span> {found.rule}
        </span>
        <span>{found.message}</span>
      </button>
      <Decided found={found} />
      {!chosen && <Proof found={found} printed />}
      {chosen && <Details view={view} of={of} found={found} follow={(label) => {
        follow(index, label)
      }} />}
      {chosen && judge !== undefined && (
        <div class="judge" role="group" aria-label="Decide">
          {CHOICES.map(([what, name]) => (
            <button key={what} type="button" aria-pressed={found.decision?.state === what} onClick={() => { judge(what, index) }}>{name}</button>
          ))}
        </div>
      )}
    </aside>
  )
}

/** The sum; of a note that is not chosen, on paper only. */
function Proof({ found: { proof }, printed = false }: { found: Finding; printed?: boolean }) {
  if (proof.length === 0) return null
  return (
    <div class={printed ? 'proof printed' : 'proof'}>
      {proof.map((line, i) => (
        <div key={i}>{line}</div>
      ))}
    </div>
  )
}

/** What was decided about a finding, and why. */
function Decided({ found: { decision } }: { found: Finding }) {
  if (decision === undefined) return null
  const said = [decision.reason, decision.note].filter((text) => text !== '')
  return (
    <p class="decided">
      {decision.state !== null && <b>{decision.state}</b>}{decision.state !== null && said.length > 0 && ': '}
      {said.join(' · ')}
    </p>
  )
}

interface DetailProps {
  view: View
  of: number
  found: Finding
  follow: (label: Label) => void
}

export function Details({ view, of, found, follow }: DetailProps) {
  const rule = view.rules.find((one) => one.name === found.rule)
  return (
    <div class="details">
      <Proof found={found} />
      <ul class="labels">
        {found.labels.map((label, i) => (
          <li key={i}>
            <LabelLine view={view} of={of} label={label} follow={follow} />
          </li>
        ))}
      </ul>
      {found.help !== null && <p class="help">{found.help}</p>}
      {rule !== undefined && (
        <p class="about">
          {rule.code}: {rule.summary}. Line {found.line}.
        </p>
      )}
    </div>
  )
}

function LabelLine({ view, of, label, follow }: { view: View; of: number; label: Label; follow: (label: Label) => void }) {
  const account: Account | undefined = view.accounts[label.elsewhere === undefined ? of : (label.elsewhere.account ?? -1)]
  const here = account === undefined ? '' : slice(account, label.at)
  const words = <q>{here === '' ? (label.words ?? '') : here}</q>
  const where = label.elsewhere === undefined ? '' : `${label.elsewhere.document}, line ${label.elsewhere.line}`
  return (
    <>
      {label.at.length > 0 ? (
        <button
          type="button"
          class="words"
          onClick={() => {
            follow(label)
          }}
        >
          {words}
        </button>
      ) : (
        <span class="words">{words}</span>
      )}
      {label.text !== '' && <span class="said"> {label.text}</span>}
      {where !== '' && <span class="where"> {where}</span>}
    </>
  )
}

/** A check that holds or can't be told, when its words are chosen. */
export function CheckNote({ check, index, close }: { check: Check; index: number; close: () => void }) {
  return (
    <aside class={`note check ${check.result} chosen`} data-check-note={index} aria-label={`${check.result}, ${check.rule}`}>
      <button type="button" class="message" aria-expanded={true} onClick={close}>
        <span class="rule">
          <span class="level">{check.result}</span> {check.rule}
        </span>
        <span>{check.sum}</span>
      </button>
      {check.reason !== undefined && <p class="help">{check.reason}</p>}
    </aside>
  )
}
