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

/** The places of a text in paragraphs, whatever the case of its letters; at most `most`. */
export function search(paragraphs: readonly Paragraph[], words: string, most: number): At[] {
  const wanted = words.trim().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const escaped = wanted.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const pattern = new RegExp(escaped.join('\\s+'), 'giu')
  const found: At[] = []
  for (const [index, { text }] of paragraphs.entries()) {
    for (const match of text.matchAll(pattern)) {
      found.push([index, match.index, match.index + match[0].length])
      if (found.length >= most) return found
    }
  }
  return found
}
