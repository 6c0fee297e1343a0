// A window before the page: what is in it, or a form whose words are kept.
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'

interface DialogProps {
  title: string
  close: () => void
  children: ComponentChildren
}

/** Closed by its own buttons, by Escape, or by taking it away. */
export function Dialog({ title, close, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={close}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}

interface FormProps {
  title: string
  /** Does what the form is for, and says what was done; fails with the reason in words. */
  keep: () => Promise<string>
  /** Takes back what was kept before, if anything was. */
  takeBack?: (() => Promise<string>) | undefined
  /** With what was done; with nothing, if nothing was. */
  close: (said: string) => void
  children: ComponentChildren
}

export function FormDialog({ title, keep, takeBack, close, children }: FormProps) {
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const work = (done: Promise<string>) => {
    setBusy(true)
    done.then(close, (error: unknown) => {
      setWrong(error instanceof Error ? error.message : String(error))
      setBusy(false)
    })
  }
  return (
    <Dialog title={title} close={() => { close('') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          work(keep())
        }}
      >
        {children}
        {wrong !== '' && <p class="wrong" role="alert">{wrong}</p>}
        <div class="buttons">
          <button type="submit" disabled={busy}>Keep</button>
          <button type="button" onClick={() => { close('') }}>Cancel</button>
          {takeBack !== undefined && <button type="button" disabled={busy} onClick={() => { work(takeBack()) }}>Take back</button>}
        </div>
      </form>
    </Dialog>
  )
}
