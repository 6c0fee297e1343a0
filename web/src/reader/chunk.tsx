// A stretch of an account. What is not in sight is plain text, which the browser need not lay
// out; what comes near is marked, and its notes are put beside their lines.
import { memo } from 'preact/compat'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Mark } from '../text.ts'
import type { Account, Label, View } from '../view.ts'
import type { Chunk as Range, Marked } from './index.ts'
import type { Asked } from './judge.tsx'
import { CheckNote, Note } from './note.tsx'
import { Paragraphs, withMentions } from './paragraphs.tsx'
import { stack } from './stack.ts'

export interface Actions {
  choose: (index: number) => void
  follow: (index: number, label: Label) => void
  chooseCheck: (index: number | undefined) => void
  /** Decides about a finding, where that can be kept. */
  judge: ((what: Asked['what'], index: number) => void) | undefined
}

interface Props {
  view: View
  account: Account
  number: number
  range: Range
  chunk: number
  /** Whether it is in sight or nearly so. */
  near: boolean
  marked: Marked
  /** Marks of the moment (a search, the place gone to, labels of another account's finding). */
  extra: ReadonlyMap<number, readonly Mark[]>
  /** The finding or check that is chosen, if a part of it stands here. */
  chosen: number | undefined
  check: number | undefined
  actions: Actions
}

const NO_MARKS: readonly Mark[] = []

export const Chunk = memo(function Chunk(props: Props) {
  const { view, account, number, range, near, marked, extra, chosen, check, actions } = props
  const box = useRef<HTMLElement>(null)
  useMargin(box, near)
  const marks = (at: number) => {
    if (!near) return NO_MARKS
    const own = [...(marked.marks.get(at) ?? []), ...(extra.get(at) ?? [])]
    return withMentions(account.paragraphs[at], own.map((mark) => lit(mark, chosen, check)))
  }
  const notes = (at: number) => {
    if (!near) return null
    const open = check === undefined ? undefined : account.checks[check]
    return (
      <>
        {marked.findings.get(at)?.map((index) => (
          <Note
            key={index}
            view={view}
            of={number}
            index={index}
            chosen={chosen === index}
            choose={actions.choose}
            follow={actions.follow}
            judge={actions.judge}
          />
        ))}
        {open !== undefined && check !== undefined && open.at[0]?.[0]?.[0] === at && (
          <CheckNote
            check={open}
            index={check}
            close={() => {
              actions.chooseCheck(undefined)
            }}
          />
        )}
      </>
    )
  }
  return (
    <section
      ref={box}
      class="chunk"
      data-chunk={props.chunk}
      style={{ containIntrinsicSize: `auto ${Math.round(range.lines * 28)}px` }}
    >
      <Paragraphs paragraphs={account.paragraphs} from={range.from} to={range.to} marks={marks} notes={notes} />
    </section>
  )
})

function lit(mark: Mark, chosen: number | undefined, check: number | undefined): Mark {
  const isLit =
    (mark.finding !== undefined && mark.finding === chosen) || (mark.check !== undefined && mark.check === check)
  return isLit ? { ...mark, name: `${mark.name} lit` } : mark
}

/** Puts the notes of a chunk beside their lines, where there is a margin. */
function useMargin(box: { current: HTMLElement | null }, near: boolean) {
  useLayoutEffect(() => {
    const section = box.current
    if (section !== null && near) place(section)
  })
  useLayoutEffect(() => {
    const section = box.current
    if (section === null || !near) return
    let width = section.clientWidth
    const observer = new ResizeObserver(() => {
      if (section.clientWidth === width) return
      width = section.clientWidth
      place(section)
    })
    observer.observe(section)
    return () => {
      observer.disconnect()
    }
  }, [box, near])
}

function place(section: HTMLElement) {
  const notes = [...section.querySelectorAll<HTMLElement>(':scope > .note')]
  const [first] = notes
  if (first === undefined) return
  if (getComputedStyle(first).position !== 'absolute') {
    section.style.minHeight = ''
    for (const note of notes) note.style.top = ''
    return
  }
  const top = section.getBoundingClientRect().top
  const wanted = notes.map((note) => ({ note, want: lineOf(section, note) - top, height: note.offsetHeight }))
  wanted.sort((a, b) => a.want - b.want)
  const chosen = wanted.findIndex(({ note }) => note.classList.contains('chosen'))
  const tops = stack(wanted, 8, chosen)
  let bottom = 0
  wanted.forEach(({ note, height }, i) => {
    const at = tops[i] ?? 0
    note.style.top = `${Math.round(at)}px`
    bottom = Math.max(bottom, at + height + 8)
  })
  section.style.minHeight = `${Math.ceil(bottom)}px`
}

/** Where the line is that a note belongs to. */
function lineOf(section: HTMLElement, note: HTMLElement): number {
  const finding = note.dataset['note']
  const mark =
    finding === undefined
      ? section.querySelector(`[data-check="${note.dataset['checkNote'] ?? ''}"]`)
      : (section.querySelector(`mark.first[data-finding~="${finding}"]`) ??
        section.querySelector(`[data-finding~="${finding}"]`))
  const rect = mark?.getClientRects()[0]
  return rect?.top ?? note.previousElementSibling?.getBoundingClientRect().top ?? 0
}
