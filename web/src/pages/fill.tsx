// Filling in a row of the ledger: verdict, source, initials and a note.
import { useState } from 'preact/hooks'
import { FormDialog } from '../dialog.tsx'
import type { Host } from '../host.ts'
import type { Claim, Filled } from '../view.ts'

const FIELDS: [keyof Filled, string][] = [['verdict', 'Verdict'], ['source', 'Source'], ['initials', 'Initials'], ['note', 'Note']]

export function Fill({ claim, number, host, close }: { claim: Claim; number: number; host: Host; close: () => void }) {
  const [filled, setFilled] = useState<Filled>(claim.filled ?? { source: '', verdict: '', initials: '', note: '' })
  return (
    <FormDialog title={`Line ${claim.line}: ${claim.kind}`} close={close} keep={() => host.setClaim(number, filled).then(() => '')}>
      {FIELDS.map(([field, name]) => (
        <label key={field}>
          {name}
          <input value={filled[field]} onInput={(event) => { setFilled({ ...filled, [field]: event.currentTarget.value }) }} />
        </label>
      ))}
    </FormDialog>
  )
}
