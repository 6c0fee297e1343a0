// Lineage: the witnesses of a passage by date, and who has it from whom.
import { scaleLinear } from 'd3-scale'
import { useState } from 'preact/hooks'
import { dayOf, ticks } from '../dates.ts'
import { percent, useWidth } from '../parts.tsx'
import type { Lineage as Passage, View, Witness } from '../view.ts'

const ROW = 30
const TOP = 34
const OPENING = 90

export function Lineage({ view }: { view: View }) {
  const all = view.lineages
  const [at, setAt] = useState(0)
  const passage = all[at] ?? all[0]
  if (passage === undefined) return <p class="empty">No passage is shared.</p>
  return (
    <main class="page lineage">
      <header class="toolbar">
        <label>
          Passage{' '}
          <select value={at} onChange={(event) => { setAt(Number(event.currentTarget.value)) }}>
            {all.map((one, i) => (
              <option key={i} value={i}>{one.witnesses.length} texts: {opening(one.witnesses[0]?.text ?? '')}</option>
            ))}
          </select>
        </label>
        <span class="count">{all.length === 1 ? '1 shared passage' : `${all.length} shared passages`}</span>
      </header>
      <Graph key={at} passage={passage} />
    </main>
  )
}

function Graph({ passage }: { passage: Passage }) {
  const [chosen, setChosen] = useState(0)
  const [box, width] = useWidth()
  const { witnesses } = passage
  const order = byDate(witnesses)
  const days = witnesses.flatMap(({ date }) => dayOf(date) ?? [])
  const [first, last] = days.length === 0 ? [0, 0] : [Math.min(...days), Math.max(...days)]
  const room = Math.max(2, (last - first) * 0.08)
  const names = Math.min(230, width * 0.45)
  const x = scaleLinear().domain([first - room, last + room]).range([16, Math.max(60, width - names)])
  const row = new Map(order.map((witness, i) => [witness, i]))
  const place = (witness: number): [number, number] => {
    const day = dayOf(witnesses[witness]?.date ?? null)
    return [day === undefined ? 16 : x(day), TOP + (row.get(witness) ?? 0) * ROW + ROW / 2]
  }
  const height = TOP + order.length * ROW + 8
  const one = witnesses[chosen]
  return (
    <>
      <div ref={box} class="chart">
        <svg width={width} height={height} role="img" aria-label={`${witnesses.length} witnesses by date; they are listed below`}>
          {days.length > 0 &&
            ticks(first - room, x.invert(width), width / 90).map((tick) => (
              <g key={tick.at} class="tick" transform={`translate(${x(tick.at)},0)`}>
                <line y1={20} y2={height} />
                <text y={14}>{tick.label}</text>
              </g>
            ))}
          {passage.lost.map((parent, i) => <Lost key={i} parent={parent} copies={copies(witnesses, i)} place={place} />)}
          {order.map((i) => {
            const witness = witnesses[i]
            if (witness === undefined || witness.parent === null || witness.from === 'lost') return null
            return <Edge key={i} from={place(witness.parent)} to={place(i)} sure={witness.from === 'witness'} lit={i === chosen} />
          })}
          {order.map((i) => {
            const [px, py] = place(i)
            const witness = witnesses[i]
            return (
              <g key={i} class={i === chosen ? 'witness lit' : 'witness'} onClick={() => { setChosen(i) }}>
                <circle cx={px} cy={py} r={5.5} />
                <Name name={name(witness)} x={px} y={py + 4} width={width} />
              </g>
            )
          })}
        </svg>
      </div>
      <ol class="witnesses">
        {order.map((i) => {
          const witness = witnesses[i]
          return witness === undefined ? null : (
            <li key={i} class={i === chosen ? 'chosen' : ''}>
              <button type="button" class="plain" aria-pressed={i === chosen} onClick={() => { setChosen(i) }}>{name(witness)}</button>
              <span class="where"> {whence(witness, witnesses)}</span>
            </li>
          )
        })}
      </ol>
      {one !== undefined && (
        <section class="sides" aria-label="The passage">
          <div>
            <h3>{name(one)}</h3>
            <blockquote>{one.text}</blockquote>
          </div>
          {one.parent !== null && one.from !== 'lost' && witnesses[one.parent] !== undefined && (
            <div>
              <h3>{name(witnesses[one.parent])}</h3>
              <blockquote>{witnesses[one.parent]?.text}</blockquote>
            </div>
          )}
        </section>
      )}
    </>
  )
}

type Place = [number, number]

/** So wide a letter is, about. */
const LETTER = 6.6

/** A name beside its point, on the side that has room. */
function Name({ name, x, y, width }: { name: string; x: number; y: number; width: number }) {
  const long = name.length * LETTER
  const fits = x + 12 + long < width
  // Where there is room on neither side, it stands above its point.
  const cramped = !fits && x - 12 < long
  if (cramped) return <text x={width - 2} y={y - 13} text-anchor="end">{name}</text>
  return <text x={fits ? x + 12 : x - 12} y={y} text-anchor={fits ? 'start' : 'end'}>{name}</text>
}

function Edge({ from, to, sure, lit }: { from: Place; to: Place; sure: boolean; lit: boolean }) {
  const bend = (from[1] + to[1]) / 2
  const path = `M${from[0]},${from[1] + 6}C${from[0]},${bend} ${to[0]},${bend} ${to[0]},${to[1] - 6}`
  return <path class={`edge ${sure ? '' : 'unsure'} ${lit ? 'lit' : ''}`} d={path} />
}

/** A lost source: an open ring above its copies. */
function Lost({ parent, copies: of, place }: { parent: number | null; copies: number[]; place: (witness: number) => Place }) {
  const places = of.map(place)
  const first = places[0]
  if (first === undefined) return null
  const x = Math.min(...places.map(([px]) => px)) - 14
  const y = Math.min(...places.map(([, py]) => py)) - ROW / 2
  return (
    <g class="lost">
      <title>a lost source</title>
      {parent !== null && <Edge from={place(parent)} to={[x, y]} sure lit={false} />}
      {places.map((at, i) => <Edge key={i} from={[x, y - 2]} to={at} sure lit={false} />)}
      <circle cx={x} cy={y} r={5} />
    </g>
  )
}

const copies = (witnesses: readonly Witness[], lost: number): number[] =>
  witnesses.flatMap((one, i) => (one.from === 'lost' && one.parent === lost ? [i] : []))

function byDate(witnesses: readonly Witness[]): number[] {
  const order = witnesses.map((_, i) => i)
  const day = (i: number) => dayOf(witnesses[i]?.date ?? null) ?? Infinity
  return order.sort((a, b) => (day(a) === day(b) ? a - b : day(a) - day(b)))
}

function name(witness: Witness | undefined): string {
  if (witness === undefined) return ''
  const id = witness.id.split('/').at(-1) ?? witness.id
  return witness.date === null ? id : `${id} (${witness.date})`
}

function whence(witness: Witness, all: readonly Witness[]): string {
  const sure = percent(witness.support)
  const changes = witness.changes === null ? '' : `; ${witness.changes}`
  switch (witness.from) {
    case 'first':
      return 'the first of these'
    case 'witness':
      return `from ${name(all[witness.parent ?? -1])}, ${sure}${changes}`
    case 'lost':
      return `from a lost source, ${sure}${changes}`
    default:
      return witness.parent === null ? 'can’t tell whence' : `can’t tell; perhaps from ${name(all[witness.parent])}, ${sure}${changes}`
  }
}

const opening = (text: string): string => (text.length > OPENING ? `${text.slice(0, OPENING).trim()}…` : text)
