// Adding a text to the case: an account to be checked, or a source for its evidence.
import { useState } from 'preact/hooks'
import { FormDialog } from './dialog.tsx'
import { MOST_BYTES, type Added, type Host } from './host.ts'

const KINDS: [Added, string][] = [
  ['accounts', 'an account, to be checked'],
  ['sources', 'a source, for the evidence to point at'],
]

export function Add({ host, close }: { host: Host; close: (said: string) => void }) {
  const [kind, setKind] = useState<Added>('accounts')
  const [file, setFile] = useState<File>()
  const [name, setName] = useState('')
  const keep = async () => {
    if (file === undefined) throw new Error('Choose a file first.')
    if (file.size > MOST_BYTES) throw new Error(`The file is larger than ${MOST_BYTES >> 20} MB.`)
    return `${await host.add(kind, name.trim(), file)} was added.`
  }
  return (
    <FormDialog title="Add a text" close={close} keep={keep}>
      <fieldset>
        <legend>What it is</legend>
        {KINDS.map(([one, says]) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => { setKind(one) }} /> {says}
          </label>
        ))}
      </fieldset>
      <label>
        File: plain text, Markdown, HTML or JSON lines, up to {MOST_BYTES >> 20} MB
        <input
          type="file"
          required
          accept=".txt,.text,.md,.markdown,.mdown,.mkd,.html,.htm,.xhtml,.jsonl,.ndjson"
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0]
            setFile(chosen)
            setName(chosen?.name ?? '')
          }}
        />
      </label>
      <label>
        Name in the case’s folder
        <input required value={name} onInput={(event) => { setName(event.currentTarget.value) }} />
      </label>
      <p class="hint">A file that is there already is never written over.</p>
    </FormDialog>
  )
}
