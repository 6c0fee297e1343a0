// Deciding about a finding: accepted, dismissed, fixed, or a note; with the reason.
import { useState } from 'preact/hooks'
import { FormDialog } from '../dialog.tsx'
import type { Host } from '../host.ts'
import type { Decision, Finding } from '../view.ts'

export interface Asked {
  what: 'accepted' | 'dismissed' | 'fixed' | 'note'
  found: Finding
}

const TITLES = { accepted: 'Accept', dismissed: 'Dismiss', fixed: 'Mark as fixed', note: 'Note' }

const none = (): Decision => ({ state: null, reason: '', note: '' })

export function Judge({ asked: { what, found }, host, close }: { asked: Asked; host: Host; close: (said: string) => void }) {
  const old = found.decision ?? none()
  const [words, setWords] = useState(what === 'note' ? old.note : old.reason)
  const keep = async (decision: Decision, done: string) => {
    await host.judge(found.key, decision)
    return `${found.rule}: ${done}`
  }
  const decided = (): Decision => (what === 'note' ? { ...old, note: words.trim() } : { ...old, state: what, reason: words.trim() })
  const needed = what === 'dismissed'
  return (
    <FormDialog
      title={TITLES[what]}
      close={close}
      keep={() => keep(decided(), `${what === 'note' ? 'noted' : what}. It is kept in adjudications.toml.`)}
      takeBack={found.decision === undefined ? undefined : () => keep(none(), 'the decision was taken back.')}
    >
      <p>{found.message}</p>
      <label>
        {what === 'note' ? 'Note' : needed ? 'Reason' : 'Reason (may be empty)'}
        <textarea rows={3} required={needed} value={words} onInput={(event) => { setWords(event.currentTarget.value) }} />
      </label>
    </FormDialog>
  )
}
