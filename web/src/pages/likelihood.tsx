// A likelihood that is changed where it stands: a word, a number, or a range.
import { useEffect, useState } from 'preact/hooks'
import type { Host } from '../host.ts'
import type { Evidence } from '../view.ts'

const NUMBER = '[0-9]*[.]?[0-9]+'
const RANGE = new RegExp(`^(${NUMBER})\\s*[–-]\\s*(${NUMBER})$`)

/** As it stands in a case file: a range is a list. */
export function toml(text: string): string {
  const range = RANGE.exec(text.trim())
  return range === null ? text.trim() : `[${range[1] ?? ''}, ${range[2] ?? ''}]`
}

const quoted = (key: string) => (/^[\w-]+$/.test(key) ? key : JSON.stringify(key))

export function Likelihood({ item, hypothesis, written, host }: { item: Evidence; hypothesis: string; written: string; host: Host }) {
  const [text, setText] = useState(written)
  const [wrong, setWrong] = useState('')
  useEffect(() => {
    setText(written)
    setWrong('')
  }, [written])
  // A distribution has several parts; those are changed in the file.
  if (/^\w+ .*–.*–|,/.test(written)) return <>{written}</>
  const keep = () => {
    if (text.trim() === written) return
    host.setCase(['evidence', item.key, 'if', hypothesis].map(quoted).join('.'), toml(text)).then(
      () => {
        setWrong('')
      },
      (error: unknown) => {
        setWrong(error instanceof Error ? error.message : String(error))
      },
    )
  }
  return (
    <>
      <input
        class="value"
        aria-label={`${item.key} if ${hypothesis}`}
        aria-invalid={wrong !== ''}
        size={Math.max(5, text.length)}
        value={text}
        onInput={(event) => { setText(event.currentTarget.value) }}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          else if (event.key === 'Escape') setText(written)
        }}
      />
      {wrong !== '' && <span class="wrong" role="alert">{wrong}</span>}
    </>
  )
}
