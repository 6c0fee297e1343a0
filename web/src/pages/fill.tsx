// Filling in a row of the ledger: verdict, source, initials and a note.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Host } from '../host.ts'
import type { Claim, Filled } from '../view.ts'

const FIELDS: [keyof Filled, string][] = [['verdict', 'Verdict'], ['source', 'Source'], ['initials', 'Initials'], ['note', 'Note']]

export function Fill({ claim, number, host, close }: { claim: Claim; number: number; host: Host; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [filled, setFilled] = useState<Filled>(claim.filled ?? { source: '', verdict: '', initials: '', note: '' })
  const [wrong, setWrong] = useState('')
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} class="judging" aria-labelledby="fill-title" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          host.setClaim(number, filled).then(close, (error: unknown) => {
            setWrong(error instanceof Error ? error.message : String(error))
          })
        }}
      >
        <h2 id="fill-title">Line {claim.line}: {claim.kind}</h2>
        {FIELDS.map(([field, name]) => (
          <label key={field}>
            {name}
            <input value={filled[field]} onInput={(event) => { setFilled({ ...filled, [field]: event.currentTarget.value }) }} />
          </label>
        ))}
        {wrong !== '' && <p class="wrong" role="alert">{wrong}</p>}
        <div class="judge">
          <button type="submit">Keep</button>
          <button type="button" onClick={() => { dialog.current?.close() }}>Cancel</button>
        </div>
      </form>
    </dialog>
  )
}
