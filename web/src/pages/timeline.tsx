// The timeline: everything dated, from a day to centuries, conflicts in red.
import { scaleLinear } from 'd3-scale'
import { select } from 'd3-selection'
import { zoom, zoomIdentity, type ZoomBehavior, type ZoomTransform } from 'd3-zoom'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { ticks } from '../dates.ts'
import { useWidth } from '../parts.tsx'
import * as to from '../route.ts'
import { slice } from '../text.ts'
import { lanes, layOut, type Shape } from '../timeline-layout.ts'
import type { Dated, View } from '../view.ts'

const ROW = 13
const AXIS = 26
const NAME = 20
const MOST_ACTORS = 12
const MOST_LISTED = 60
const SPANS: [string, number][] = [
  ['month', 31],
  ['year', 366],
  ['decade', 3653],
  ['century', 36_525],
]

export function Timeline({ view }: { view: View }) {
  const all = view.timeline
  const [by, setBy] = useState<'account' | 'actor'>(view.accounts.length > 1 ? 'account' : 'actor')
  const [chosen, setChosen] = useState<number[]>()
  const [transform, setTransform] = useState<ZoomTransform>(zoomIdentity)
  const [box, width] = useWidth()
  const svg = useRef<SVGSVGElement>(null)
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown>>(null)
  const [from, till] = useMemo(() => extent(all), [all])
  const base = useMemo(() => scaleLinear().domain([from, till]).range([12, Math.max(40, width - 12)]), [from, till, width])
  const x = transform.rescaleX(base)

  useEffect(() => {
    const element = svg.current
    if (element === null || width === 0) return
    const most = Math.max(1, (till - from) / 8)
    const made = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, most])
      .extent([[0, 0], [width, 100]])
      .translateExtent([[0, 0], [width, 100]])
      // A wheel scrolls the page, as everywhere; with Ctrl it zooms.
      .filter((event: MouseEvent) => (event.type === 'wheel' ? event.ctrlKey || event.metaKey : event.button === 0))
      .on('zoom', (event: { transform: ZoomTransform }) => {
        setTransform(event.transform)
      })
    behaviour.current = made
    const selection = select<SVGSVGElement, unknown>(element)
    selection.call(made)
    return () => {
      selection.on('.zoom', null)
    }
  }, [width, from, till])

  const scale = (factor: number) => {
    if (svg.current !== null) behaviour.current?.scaleBy(select<SVGSVGElement, unknown>(svg.current), factor)
  }
  const show = (days: number) => {
    if (svg.current === null) return
    const selection = select<SVGSVGElement, unknown>(svg.current)
    const now = x.domain()
    const middle = ((now[0] ?? from) + (now[1] ?? till)) / 2
    behaviour.current?.scaleTo(selection, (till - from) / days)
    behaviour.current?.translateTo(selection, base(middle), 0)
  }

  const rows = useMemo(() => lanes(all, view.accounts.map(({ name }) => name), by, MOST_ACTORS), [all, view, by])
  let top = AXIS
  const drawn = rows.map((lane) => {
    const shapes = width === 0 ? [] : layOut(all, lane.items, x, width)
    const height = NAME + ROW * Math.max(1, ...shapes.map((shape) => shape.row + 1)) + 6
    top += height
    return { lane, shapes, top: top - height, height }
  })
  const [left, right] = [x.invert(0), x.invert(width)]
  const inSight = chosen ?? all.flatMap((one, i) => (one.end[1] >= left && one.begin[0] <= right ? [i] : []))
  return (
    <main class="page timeline">
      <header class="toolbar">
        <div role="group" aria-label="Zoom" class="buttons">
          <button type="button" aria-label="Zoom out" onClick={() => { scale(1 / 2) }}>−</button>
          <button type="button" aria-label="Zoom in" onClick={() => { scale(2) }}>+</button>
          {SPANS.filter(([, days]) => days < (till - from) / 1.5).map(([name, days]) => (
            <button type="button" key={name} onClick={() => { show(days) }}>{name}</button>
          ))}
          <button type="button" onClick={() => { show(till - from) }}>all</button>
        </div>
        <label>
          Lanes by{' '}
          <select value={by} onChange={(event) => { setBy(event.currentTarget.value === 'actor' ? 'actor' : 'account') }}>
            <option value="account">account</option>
            <option value="actor">person or body</option>
          </select>
        </label>
        <span class="hint">Drag to move; Ctrl and the wheel, or the buttons, zoom.</span>
      </header>
      <div ref={box} class="chart">
        <svg ref={svg} width={width} height={top + 4} role="img" aria-label={`${all.length} dated statements; they are listed below`}>
          {ticks(left, right, width / 80).map((tick) => (
            <g key={tick.at} transform={`translate(${x(tick.at)},0)`} class={tick.strong ? 'tick strong' : 'tick'}>
              <line y1={AXIS - 6} y2={top} />
              <text y={14}>{tick.label}</text>
            </g>
          ))}
          {drawn.map(({ lane, shapes, top: at }) => (
            <g key={lane.name} transform={`translate(0,${at})`}>
              <line class="lane" x1={0} x2={width} y1={0} y2={0} />
              <text class="lane-name" x={8} y={14}>{lane.name}</text>
              {shapes.map((shape, i) => (
                <Mark key={i} shape={shape} all={all} choose={setChosen} lit={chosen?.some((one) => shape.items.includes(one)) ?? false} />
              ))}
            </g>
          ))}
        </svg>
      </div>
      <section aria-label="Statements">
        <h2>
          {chosen === undefined ? `In sight: ${inSight.length}` : `Chosen: ${chosen.length}`}
          {chosen !== undefined && (
            <button type="button" class="plain" onClick={() => { setChosen(undefined) }}>all in sight</button>
          )}
        </h2>
        <ol class="dated">
          {inSight.slice(0, MOST_LISTED).map((i) => {
            const one = all[i]
            return one === undefined ? null : <Entry key={i} view={view} one={one} />
          })}
        </ol>
        {inSight.length > MOST_LISTED && <p class="hint">{inSight.length - MOST_LISTED} more; zoom in to see them.</p>}
      </section>
    </main>
  )
}

function Mark({ shape, all, choose, lit }: { shape: Shape; all: readonly Dated[]; choose: (items: number[]) => void; lit: boolean }) {
  const y = NAME + shape.row * ROW + ROW / 2
  const name = `${shape.red ? 'clash' : ''} ${lit ? 'lit' : ''}`
  const first = all[shape.items[0] ?? 0]
  const title = shape.items.length === 1 ? (first?.when ?? '') : `${shape.items.length} statements, from ${first?.when ?? ''}`
  const pick = () => {
    choose(shape.items)
  }
  if (shape.kind === 'dot') {
    const radius = Math.min(6.5, 2.6 + Math.sqrt(shape.items.length))
    return (
      <circle class={`dot ${name}`} cx={shape.x} cy={y} r={radius} onClick={pick}>
        <title>{title}</title>
      </circle>
    )
  }
  return (
    <g class={`bar ${name}`} onClick={pick}>
      <title>{title}</title>
      <rect class="unsure" x={shape.x0} y={y - 4} width={shape.x1 - shape.x0} height={8} rx={2} />
      {shape.core !== null && <rect x={shape.core[0]} y={y - 4} width={shape.core[1] - shape.core[0]} height={8} rx={2} />}
    </g>
  )
}

function Entry({ view, one }: { view: View; one: Dated }) {
  const account = view.accounts[one.account]
  const place = one.at[0]
  if (account === undefined || place === undefined) return null
  const found = one.finding === undefined ? undefined : account.findings[one.finding]
  return (
    <li class={found === undefined ? '' : 'clash'}>
      <a href={one.finding === undefined ? to.words(one.account, place) : to.finding(one.account, one.finding)}>{one.when}</a>
      <span>
        {slice(account, one.sentence)}
        {found !== undefined && <em class="why"> {found.message}</em>}
      </span>
    </li>
  )
}

/** The first and the last day, with a little room. */
function extent(all: readonly Dated[]): [number, number] {
  if (all.length === 0) return [0, 366]
  const first = all.reduce((least, one) => Math.min(least, one.begin[0]), Infinity)
  const last = all.reduce((most, one) => Math.max(most, one.end[1]), -Infinity)
  const room = Math.max(15, (last - first) * 0.02)
  return [first - room, last + room]
}
