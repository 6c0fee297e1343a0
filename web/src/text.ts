// Text cut where what is marked in it begins and ends.
import type { Account, At, Paragraph } from './view.ts'

/** A stretch of a paragraph that is marked. */
export interface Mark {
  start: number
  end: number
  /** The classes that it has. */
  name: string
  /** The finding that it belongs to. */
  finding?: number
  /** The check that it belongs to. */
  check?: number
  /** How it was understood. */
  say?: string
}

/** Words that have the same marks throughout. */
export interface Run {
  text: string
  marks: Mark[]
}

/** Cuts a text at the ends of its marks. */
export function runs(text: string, marks: readonly Mark[]): Run[] {
  if (marks.length === 0) return text === '' ? [] : [{ text, marks: [] }]
  const inside = marks.filter((mark) => mark.start < mark.end && mark.start < text.length)
  const ends = new Set([0, text.length])
  for (const { start, end } of inside) {
    ends.add(start)
    ends.add(Math.min(end, text.length))
  }
  const cuts = [...ends].sort((a, b) => a - b)
  const sorted = [...inside].sort((a, b) => a.start - b.start)
  const out: Run[] = []
  let open: Mark[] = []
  let next = 0
  cuts.slice(0, -1).forEach((start, i) => {
    open = open.filter((mark) => mark.end > start)
    for (let mark = sorted[next]; mark !== undefined && mark.start <= start; mark = sorted[next]) {
      open.push(mark)
      next += 1
    }
    out.push({ text: text.slice(start, cuts[i + 1]), marks: open })
  })
  return out
}

const LAYERS = { t: 'time', f: 'figure', n: 'name', q: 'quote' } as const

/** The marks of what was read in a paragraph. */
export function mentions(paragraph: Paragraph): Mark[] {
  return (paragraph.mentions ?? []).map(([start, end, layer, say]) => ({
    start,
    end,
    name: LAYERS[layer],
    say,
  }))
}

/** The words at a place. */
export function slice(account: Account, at: readonly At[]): string {
  const parts = at.map(([paragraph, start, end]) => account.paragraphs[paragraph]?.text.slice(start, end) ?? '')
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}

/** The places of words in paragraphs, whatever the case of their letters; at most `most`. */
export function search(paragraphs: readonly Paragraph[], words: string, most: number): At[] {
  const wanted = words.trim().replace(/\s+/g, ' ').toLowerCase()
  const found: At[] = []
  if (wanted === '') return found
  for (const [index, { text }] of paragraphs.entries()) {
    const small = lower(text)
    for (let at = small.indexOf(wanted); at >= 0; at = small.indexOf(wanted, at + wanted.length)) {
      found.push([index, at, at + wanted.length])
      if (found.length >= most) return found
    }
  }
  return found
}

/** Small letters, as many as there were: the few that would become two stay. */
function lower(text: string): string {
  const small = text.toLowerCase()
  if (small.length === text.length) return small
  return Array.from(text, (letter) => {
    const one = letter.toLowerCase()
    return one.length === letter.length ? one : letter
  }).join('')
}
