// Keys for those who would rather not use the mouse.
import { useEffect, useRef } from 'preact/hooks'

/** Calls what a key stands for, unless something is being written. */
export function useKeys(keys: Record<string, () => void>) {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null
      const writes = target?.matches('input:not([type=checkbox], [type=radio]), select, textarea') ?? false
      if (writes && event.key !== 'Escape') return
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null) return
      const action = latest.current[event.key]
      if (action === undefined) return
      event.preventDefault()
      if (writes) target?.blur()
      else action()
    }
    addEventListener('keydown', pressed)
    return () => {
      removeEventListener('keydown', pressed)
    }
  }, [])
}
