// The link between the words of a finding: an arc beside the text from the claim to each of the
// words that it clashes with, and a line to its note.
import { useEffect, useState } from 'preact/hooks'

interface Drawn {
  arcs: string[]
  ends: [number, number][]
  line: string | null
}

const NOTHING: Drawn = { arcs: [], ends: [], line: null }

/** Draws while `finding` is chosen; `version` changes when the text is laid out anew. */
export function Link({ finding, text, version }: { finding: number | undefined; text: HTMLElement | null; version: unknown }) {
  const [drawn, setDrawn] = useState(NOTHING)
  useEffect(() => {
    if (finding === undefined || text === null) {
      setDrawn(NOTHING)
      return
    }
    let frame = 0
    const again = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        setDrawn(draw(text, finding))
      })
    }
    again()
    const observer = new ResizeObserver(again)
    observer.observe(text)
    addEventListener('scroll', again, { passive: true })
    addEventListener('resize', again)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      removeEventListener('scroll', again)
      removeEventListener('resize', again)
    }
  }, [finding, text, version])
  return (
    <svg class="link" aria-hidden="true">
      {drawn.arcs.map((path, i) => (
        <path key={i} d={path} />
      ))}
      {drawn.ends.map(([x, y], i) => (
        <circle key={i} cx={x} cy={y} r={3} />
      ))}
      {drawn.line !== null && <path class="to-note" d={drawn.line} />}
    </svg>
  )
}

function draw(text: HTMLElement, finding: number): Drawn {
  const marks = [...text.querySelectorAll<HTMLElement>(`mark[data-finding~="${finding}"]`)]
  const first = marks.find((mark) => mark.classList.contains('first')) ?? marks[0]
  if (first === undefined) return NOTHING
  const left = text.getBoundingClientRect().left
  const gutter = Math.max(10, Math.min(44, left - 4))
  const near = (y: number) => Math.max(-200, Math.min(innerHeight + 200, y))
  const middle = (mark: Element) => {
    const rect = mark.getClientRects()[0] ?? mark.getBoundingClientRect()
    return near(rect.top + rect.height / 2)
  }
  const x = left - 5
  const from = middle(first)
  const others = [...new Set(marks.filter((mark) => mark !== first).map((mark) => Math.round(middle(mark))))]
  const far = others.filter((y) => Math.abs(y - from) > 6)
  const arcs = far.map((y) => {
    const bulge = x - Math.min(gutter, 8 + Math.abs(y - from) / 6)
    return `M${x},${from}C${bulge},${from} ${bulge},${y} ${x},${y}`
  })
  const ends: [number, number][] = arcs.length > 0 ? [[x, from], ...far.map((y): [number, number] => [x, y])] : []
  return { arcs, ends, line: toNote(text, first, finding) }
}

function toNote(text: HTMLElement, first: HTMLElement, finding: number): string | null {
  const note = text.querySelector<HTMLElement>(`[data-note="${finding}"]`)
  if (note === null || getComputedStyle(note).position !== 'absolute') return null
  const [mark, box] = [first.getClientRects()[0] ?? first.getBoundingClientRect(), note.getBoundingClientRect()]
  const y = mark.bottom + 1
  const x = box.left
  const top = box.top + 14
  return `M${mark.right},${y}H${x - 16}L${x},${top}`
}
