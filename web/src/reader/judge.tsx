// Deciding about a finding: accepted, dismissed, fixed, or a note; with the reason.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Host } from '../host.ts'
import type { Decision, Finding } from '../view.ts'

export interface Asked {
  what: 'accepted' | 'dismissed' | 'fixed' | 'note'
  found: Finding
}

const TITLES = { accepted: 'Accept', dismissed: 'Dismiss', fixed: 'Mark as fixed', note: 'Note' }

const none = (): Decision => ({ state: null, reason: '', note: '' })

export function Judge({ asked: { what, found }, host, close }: { asked: Asked; host: Host; close: (said: string) => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const old = found.decision ?? none()
  const [words, setWords] = useState(what === 'note' ? old.note : old.reason)
  const [wrong, setWrong] = useState('')
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const keep = (decision: Decision, said: string) => {
    host.judge(found.key, decision).then(
      () => {
        close(said)
      },
      (error: unknown) => {
        setWrong(error instanceof Error ? error.message : String(error))
      },
    )
  }
  const decided = (): Decision => (what === 'note' ? { ...old, note: words.trim() } : { ...old, state: what, reason: words.trim() })
  const needed = what === 'dismissed'
  return (
    <dialog ref={dialog} class="judging" aria-labelledby="judge-title" onClose={() => { close('') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keep(decided(), `${found.rule}: ${what === 'note' ? 'noted' : what}. It is kept in adjudications.toml.`)
        }}
      >
        <h2 id="judge-title">{TITLES[what]}</h2>
        <p>{found.message}</p>
        <label>
          {what === 'note' ? 'Note' : needed ? 'Reason' : 'Reason (may be empty)'}
          <textarea rows={3} required={needed} value={words} onInput={(event) => { setWords(event.currentTarget.value) }} />
        </label>
        {wrong !== '' && <p class="wrong" role="alert">{wrong}</p>}
        <div class="judge">
          <button type="submit">Keep</button>
          <button type="button" onClick={() => { dialog.current?.close() }}>Cancel</button>
          {found.decision !== undefined && (
            <button type="button" onClick={() => { keep(none(), `${found.rule}: the decision was taken back.`) }}>Take back</button>
          )}
        </div>
      </form>
    </dialog>
  )
}
