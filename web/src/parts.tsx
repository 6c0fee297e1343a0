// Small things that several pages use.
import { useCallback, useEffect, useState } from 'preact/hooks'

/** How wide an element is, whenever that changes. */
export function useWidth(): [(element: HTMLElement | null) => void, number] {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (element === null) return
    const measure = () => {
      setWidth(element.clientWidth)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [element])
  const box = useCallback((next: HTMLElement | null) => {
    setElement(next)
  }, [])
  return [box, width]
}

/** "37 %", "<0.1 %", ">99.9 %", as the command says it. */
export function percent(share: number): string {
  const of = share * 100
  if (of > 0 && of < 0.1) return '<0.1 %'
  if (of < 100 && of > 99.9) return '>99.9 %'
  return `${of < 10 || of > 90 ? trimmed(of, 1) : of.toFixed(0)} %`
}

const trimmed = (value: number, digits: number): string => value.toFixed(digits).replace(/\.0$/, '')

/** "5.3 : 1", "1 : 12"; nothing is an impossibility. */
export function odds(ratio: number | null): string {
  if (ratio === null || !Number.isFinite(ratio)) return '∞ : 1'
  if (ratio === 0) return '1 : ∞'
  const side = (value: number) => {
    if (value >= 1e6) return value.toExponential(0).replace(/e\+?(\d+)/, ' × 10^$1')
    return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')
  }
  return ratio >= 1 ? `${side(ratio)} : 1` : `1 : ${side(1 / ratio)}`
}

/** A number in few digits. */
export const short = (value: number): string => String(Number(value.toPrecision(3)))
