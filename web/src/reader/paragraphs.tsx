// The text of an account: headings, prose, lists, tables, with what is marked in them.
import { Fragment } from 'preact'
import type { ComponentChildren, JSX } from 'preact'
import { mentions, runs, type Mark } from '../text.ts'
import type { Paragraph } from '../view.ts'

interface Props {
  paragraphs: readonly Paragraph[]
  from: number
  to: number
  /** The marks of a paragraph; none where the text is not in sight yet. */
  marks: (paragraph: number) => readonly Mark[]
  /** What stands beside a paragraph. */
  notes: (paragraph: number) => ComponentChildren
}

/** The paragraphs of a chunk; rows of a table and items of a list stand together. */
export function Paragraphs({ paragraphs, from, to, marks, notes }: Props) {
  const out: ComponentChildren[] = []
  for (let i = from; i < to; ) {
    const kind = paragraphs[i]?.kind
    let end = i + 1
    if (kind === 'row' || kind === 'item' || kind === 'typed') {
      while (end < to && paragraphs[end]?.kind === kind) end += 1
    }
    const group = paragraphs.slice(i, end).map((paragraph, k) => ({ paragraph, index: i + k }))
    out.push(<Group key={i} group={group} marks={marks} />)
    for (const { index } of group) out.push(<Fragment key={`n${index}`}>{notes(index)}</Fragment>)
    i = end
  }
  return <>{out}</>
}

interface Member {
  paragraph: Paragraph
  index: number
}

function Group({ group, marks }: { group: Member[]; marks: Props['marks'] }): JSX.Element | null {
  const first = group[0]
  if (first === undefined) return null
  const numeric = numericColumns(group.map(({ paragraph }) => paragraph.text))
  const words = ({ paragraph, index }: Member) => <Words text={paragraph.text} marks={marks(index)} />
  switch (first.paragraph.kind) {
    case 'row':
      return (
        <div class="scroll" role="region" aria-label={`Table at line ${first.paragraph.line}`} tabIndex={0}>
          <table class="rows">
            <tbody>
              {group.map((member) => (
                <tr key={member.index} id={`p${member.index}`}>
                  <Cells text={member.paragraph.text} marks={marks(member.index)} numeric={numeric} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    case 'typed':
      return (
        <div class="scroll typed" role="region" aria-label={`Table at line ${first.paragraph.line}`} tabIndex={0}>
          {group.map((member) => (
            <div key={member.index} id={`p${member.index}`}>
              {words(member)}
            </div>
          ))}
        </div>
      )
    case 'item':
      return (
        <ul class="items">
          {group.map((member) => (
            <li key={member.index} id={`p${member.index}`}>
              {words(member)}
            </li>
          ))}
        </ul>
      )
    case 'heading': {
      const Heading = `h${Math.min(6, (first.paragraph.level ?? 1) + 1)}` as 'h2'
      return <Heading id={`p${first.index}`}>{words(first)}</Heading>
    }
    case 'quote':
      return (
        <blockquote id={`p${first.index}`}>
          <p>{words(first)}</p>
        </blockquote>
      )
    default:
      return (
        <p id={`p${first.index}`} class={first.paragraph.kind}>
          {words(first)}
        </p>
      )
  }
}

const cells = (row: string): string[] => row.replace(/\s*\|\s*$/, '').split('|')

const isNumber = (cell: string): boolean => /^[\s\d.,%£$€()–−-]+$/.test(cell) && /\d/.test(cell)

/** The columns in which there are more numbers than words, the heading apart: these stand to the right. */
export function numericColumns(rows: readonly string[]): ReadonlySet<number> {
  const balance: number[] = []
  for (const row of rows.slice(1)) {
    cells(row).forEach((cell, i) => {
      if (cell.trim() !== '') balance[i] = (balance[i] ?? 0) + (isNumber(cell) ? 1 : -1)
    })
  }
  return new Set(balance.flatMap((sum, i) => (sum > 0 ? [i] : [])))
}

/** The cells of a row, whose text has bars between them. */
export function Cells({ text, marks, numeric }: { text: string; marks: readonly Mark[]; numeric: ReadonlySet<number> }) {
  let start = 0
  return (
    <>
      {cells(text).map((cell, i) => {
        const begin = start
        start += cell.length + 1
        const inCell = marks
          .filter((mark) => mark.start < begin + cell.length && begin < mark.end)
          .map((mark) => ({ ...mark, start: Math.max(0, mark.start - begin), end: mark.end - begin }))
        return (
          <td key={i} class={numeric.has(i) || isNumber(cell) ? 'number' : undefined}>
            <Words text={cell} marks={inCell} />
          </td>
        )
      })}
    </>
  )
}

/** Words with their marks. */
export function Words({ text, marks }: { text: string; marks: readonly Mark[] }) {
  if (marks.length === 0) return <>{text}</>
  return (
    <>
      {runs(text, marks).map((run, i) => {
        if (run.marks.length === 0) return run.text
        const findings = run.marks.flatMap((mark) => (mark.finding === undefined ? [] : [mark.finding]))
        const check = run.marks.find((mark) => mark.check !== undefined)?.check
        const say = run.marks.map((mark) => mark.say ?? '').filter(Boolean)
        const Tag = findings.length > 0 ? 'mark' : 'span'
        return (
          <Tag
            key={i}
            class={run.marks.map((mark) => mark.name).join(' ')}
            data-finding={findings.length > 0 ? findings.join(' ') : undefined}
            data-check={check}
            title={say.length > 0 ? say.join(' · ') : undefined}
          >
            {run.text}
          </Tag>
        )
      })}
    </>
  )
}

/** The words of a paragraph with what was read in them. */
export const withMentions = (paragraph: Paragraph | undefined, more: readonly Mark[] = []): Mark[] =>
  paragraph === undefined ? [...more] : [...mentions(paragraph), ...more]
