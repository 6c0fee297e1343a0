// The weighing of a case: hypotheses in rows, evidence in columns, and what would change it.
import { scaleLinear } from 'd3-scale'
import { useEffect, useState } from 'preact/hooks'
import type { Host } from '../host.ts'
import { odds, percent, short } from '../parts.tsx'
import { Likelihood } from './likelihood.tsx'
import * as to from '../route.ts'
import type { Case, Evidence, Named, SourceInfluence, Weighing as Result } from '../view.ts'

export function Weighing({ one, title, host }: { one: Case; title: string; host: Host }) {
  const { weighing } = one
  const [without, setWithout] = useState<string>()
  const [aside, setAside] = useState<readonly string[]>([])
  const less = useWithout(one, aside, host)
  const source = weighing.sources.find(({ key }) => key === without)
  return (
    <main class="page weighing">
      {title !== weighing.question && <h2 class="question">{weighing.question}</h2>}
      <p class="where">
        {[weighing.date, one.file].filter(Boolean).join(' · ')}
        {weighing.has_words && ` · words by ${weighing.scale}`}
      </p>
      {weighing.note !== null && <p class="note-of">{weighing.note}</p>}
      {one.faults.length > 0 && (
        <ul class="faults">
          {one.faults.map((fault, i) => (
            <li key={i} class={fault.level}>{fault.level}, line {fault.line}: {fault.message}{fault.help === null ? '' : ` (${fault.help})`}</li>
          ))}
        </ul>
      )}
      <Standings weighing={less ?? weighing} source={source} ranges={one.without.find((less) => less.source === without)?.ranges} aside={less === undefined ? [] : aside} />
      {host.readOnly === null ? (
        <Checks sources={weighing.sources} aside={aside} set={setAside} />
      ) : (
        <Switches sources={weighing.sources} without={without} set={setWithout} />
      )}
      <Matrix one={one} without={without === undefined ? aside : [without]} host={host} />
      <Change weighing={weighing} />
      <Ties weighing={weighing} />
      <p class="limits">
        A result is what follows from the judgements that were put in, and no more. Ranges are worst cases over the inputs’
        ranges, not intervals of confidence.
      </p>
    </main>
  )
}

/** The weighing without some sources, as the server reckons it. */
function useWithout(one: Case, aside: readonly string[], host: Host): Result | undefined {
  const [less, setLess] = useState<Result>()
  useEffect(() => {
    let stale = false
    if (aside.length === 0) setLess(undefined)
    else {
      host.weigh([...aside]).then(
        (result) => {
          if (!stale) setLess(result)
        },
        () => {
          if (!stale) setLess(undefined)
        },
      )
    }
    return () => {
      stale = true
    }
  }, [one, aside, host])
  return less
}

/** What stands after the evidence; without a source if one is set aside. */
interface StandingsProps {
  weighing: Result
  /** The source that is left out, and how far the shares may go without it. */
  source: SourceInfluence | undefined
  ranges: readonly [number, number][] | undefined
  aside: readonly string[]
}

function Standings({ weighing, source, ranges, aside }: StandingsProps) {
  return (
    <section>
      <h3>{source !== undefined ? `Without ${source.key}` : aside.length > 0 ? `Without ${aside.join(', ')}` : 'After the evidence'}</h3>
      <table class="standings">
        <thead>
          <tr><th>Hypothesis</th><th class="number">before</th><th class="number">after</th><th class="wide">0 to 100 %</th></tr>
        </thead>
        <tbody>
          {weighing.hypotheses.map((standing, i) => {
            const share = source?.posterior[i] ?? standing.posterior
            const { low, high } = standing.bounds
            const range = source === undefined ? ([low, high] as const) : ranges?.[i]
            return (
              <tr key={standing.key}>
                <th scope="row"><span class="key">{standing.key}</span><span class="where">{standing.say}</span></th>
                <td class="number">{percent(standing.prior)}</td>
                <td class="number">
                  <strong>{percent(share)}</strong>
                  {range !== undefined && <span class="where">{percent(range[0])} to {percent(range[1])}</span>}
                </td>
                <td class="wide"><Bar prior={standing.prior} share={share} range={range} /></td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {source !== undefined && (
        <p class="where">
          {ranges === undefined && 'The ranges without it are not reckoned here: alpheus weigh --without gives them. '}{source.leader === weighing.leader ? 'The leader stays.' : `${source.leader} would lead.`}
        </p>
      )}
      {weighing.ratios.length > 0 && (
        <p>
          The evidence alone, without a prior, favours <b>{weighing.ratios[0]?.for}</b> over{' '}
          {weighing.ratios.map((ratio, i) => (
            <span key={ratio.against}>{i > 0 && ', '}{ratio.against} by {odds(ratio.ratio)}{ratio.low !== ratio.high && <span class="where"> ({odds(ratio.low)} to {odds(ratio.high)})</span>}</span>
          ))}.
        </p>
      )}
    </section>
  )
}

const x = scaleLinear().domain([0, 1]).range([1, 199])

function Bar({ prior, share, range }: { prior: number; share: number; range: readonly [number, number] | undefined }) {
  return (
    <svg class="share" viewBox="0 0 200 18" preserveAspectRatio="none" role="img" aria-label={percent(share)}>
      <rect class="ground" x={x(0)} y={7} width={198} height={4} />
      {range !== undefined && <rect class="range" x={x(range[0])} y={4} width={Math.max(1, x(range[1]) - x(range[0]))} height={10} />}
      <rect class="prior" x={x(prior) - 0.5} y={2} width={1} height={14}><title>before: {percent(prior)}</title></rect>
      <rect class="point" x={x(share) - 1.25} y={1} width={2.5} height={16} />
    </svg>
  )
}

/** "Without this source", one at a time: that is what was reckoned beforehand. */
function Switches({ sources, without, set }: { sources: SourceInfluence[]; without: string | undefined; set: (key: string | undefined) => void }) {
  if (sources.length === 0) return null
  return (
    <fieldset class="switches">
      <legend>Without this source</legend>
      <label><input type="radio" name="without" checked={without === undefined} onChange={() => { set(undefined) }} /> with all of them</label>
      {sources.map((source) => (
        <label key={source.key} title={source.say}>
          <input type="radio" name="without" checked={without === source.key} onChange={() => { set(source.key) }} /> {source.key}
          <span class="where"> moves {percent(source.distance)}; accurate {percent(source.accuracy)}{source.accuracy_after === null ? '' : ` → ${percent(source.accuracy_after)}`}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** The same with any number set aside: the server reckons that anew. */
function Checks({ sources, aside, set }: { sources: SourceInfluence[]; aside: readonly string[]; set: (keys: string[]) => void }) {
  if (sources.length === 0) return null
  return (
    <fieldset class="switches">
      <legend>Without these sources</legend>
      {sources.map(({ key, say, distance }) => (
        <label key={key} title={say}>
          <input type="checkbox" checked={aside.includes(key)} onChange={() => { set(aside.includes(key) ? aside.filter((one) => one !== key) : [...aside, key]) }} /> {key}
          <span class="where"> alone moves {percent(distance)}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** How likely each item is under each hypothesis, as it is written. */
function Matrix({ one, without, host }: { one: Case; without: readonly string[]; host: Host }) {
  const { evidence, weighing } = one
  if (evidence.length === 0) return null
  const hypotheses = weighing.hypotheses.slice(0, evidence[0]?.written.length ?? 0)
  const influence = new Map(weighing.items.map((item) => [item.key, item]))
  const aside = (item: Evidence) => (without.includes(item.source) ? 'aside' : undefined)
  return (
    <section>
      <h3>The evidence</h3>
      <div class="scroll" role="region" aria-label="Likelihoods" tabIndex={0}>
        <table class="matrix">
          <thead>
            <tr>
              <td />
              {evidence.map((item) => <th key={item.key} scope="col" class={aside(item)} title={item.say}>{item.key}</th>)}
            </tr>
          </thead>
          <tbody>
            {hypotheses.map((standing, h) => (
              <tr key={standing.key}>
                <th scope="row">{standing.key}</th>
                {evidence.map((item) => {
                  const [low, high] = item.ranges[h] ?? [0, 0]
                  return (
                    <td key={item.key} class={aside(item)} title={`${short(low)} to ${short(high)}`}>
                      <span class="likelihood" style={{ opacity: String(0.1 + 0.9 * ((low + high) / 2)) }} />
                      {host.readOnly === null ? (
                        <Likelihood item={item} hypothesis={standing.key} written={item.written[h] ?? ''} host={host} />
                      ) : (
                        item.written[h]
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
            <tr class="foot">
              <th scope="row">what it adds</th>
              {evidence.map((item) => {
                const lean = influence.get(item.key)?.in_place
                return <td key={item.key} class={aside(item)}>{lean === undefined ? '–' : <>{odds(lean.ratio)}<span class="where">for {lean.for} over {lean.against}</span></>}</td>
              })}
            </tr>
            <tr class="foot">
              <th scope="row">alone</th>
              {evidence.map((item) => {
                const lean = influence.get(item.key)?.alone
                return <td key={item.key} class={aside(item)}>{lean === undefined ? '–' : odds(lean.ratio)}</td>
              })}
            </tr>
          </tbody>
        </table>
      </div>
      <dl class="items">
        {evidence.map((item) => (
          <div key={item.key} class={aside(item)}>
            <dt>{item.key}</dt>
            <dd>
              {item.say} <span class="where">({item.source}{item.words === null ? '' : <>; <Words item={item} /></>})</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Words({ item }: { item: Evidence }) {
  const [file, words] = item.words ?? ['', '']
  const place = item.at[0]
  const said = <q>{words}</q>
  return item.account === null || place === undefined ? <>{said} in {file}</> : <a href={to.words(item.account, place)}>{said}</a>
}

/** Which inputs tip the result, and what would be worth finding out. */
function Change({ weighing }: { weighing: Result }) {
  const { tips, swings, tests, source_worths } = weighing
  const widest = Math.max(0.001, ...swings.map(({ swing }) => swing))
  return (
    <section class="change">
      <h3>What would change it</h3>
      <p>{fewest(weighing)}</p>
      {tips.length > 0 && (
        <>
          <h4>Where another draws level</h4>
          <div class="scroll" role="region" aria-label="Tipping values" tabIndex={0}>
            <table>
              <thead><tr><th>input</th><th class="number">now</th><th class="number">level at</th><th>rival</th></tr></thead>
              <tbody>
                {tips.map((tip, i) => (
                  <tr key={i} class={tip.admissible ? 'admissible' : ''}>
                    <td>{say(tip.input)}</td>
                    <td class="number">{short(tip.now)}</td>
                    <td class="number">{short(tip.at)}</td>
                    <td>{tip.rival}{tip.admissible && <span class="chip conflicts">within its range</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {swings.length > 0 && (
        <>
          <h4>What each range does to {weighing.leader}</h4>
          <ul class="swings">
            {swings.slice(0, 12).map((swing, i) => (
              <li key={i}>
                <span class="label">{say(swing.input)} <span class="where">{short(swing.from)} to {short(swing.to)}</span></span>
                <span class="track"><span class="fill" style={{ width: `${(100 * swing.swing) / widest}%` }} /></span>
                <span class="number">{percent(swing.at_least)} → {percent(swing.at_most)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {tests.length + source_worths.length > 0 && (
        <>
          <h4>What would be worth finding out</h4>
          <div class="scroll" role="region" aria-label="Worth of tests" tabIndex={0}>
            <table>
              <thead><tr><th>test</th><th class="number">chance</th><th class="number">bits</th><th>leads if found</th><th>leads if not</th></tr></thead>
              <tbody>
                {[...tests].sort((a, b) => b.bits - a.bits).map((test, i) => (
                  <tr key={i}><td>{test.name}</td><td class="number">{percent(test.chance)}</td><td class="number">{test.bits.toFixed(2)}</td><td>{test.leader_if_found}</td><td>{test.leader_if_not}</td></tr>
                ))}
                {source_worths.slice(0, 5).map((test, i) => (
                  <tr key={`s${i}`}><td>whether {test.name} is accurate</td><td class="number">{percent(test.chance)}</td><td class="number">{test.bits.toFixed(2)}</td><td>{test.leader_if_found}</td><td>{test.leader_if_not}</td></tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}

function Ties({ weighing }: { weighing: Result }) {
  if (weighing.dependence.length === 0) return null
  return (
    <section>
      <h3>What is taken to depend</h3>
      <ul>
        {weighing.dependence.map((tie, i) => {
          const [first, ...rest] = tie.items
          return (
            <li key={i}>
              {tie.copies ? <><b>{rest.join(', ')}</b> may merely repeat <b>{first}</b></> : <><b>{tie.items.join(', ')}</b> may come out of one failure</>}, with a chance of {short(tie.chance)}
              {tie.because === null ? '' : `: ${tie.because}`}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function fewest({ leader, fewest_sources_to_change_the_leader: few }: Result): string {
  if (few === 'never') return `${leader} leads without any of the sources too.`
  if ('more_than' in few) return `No ${few.more_than} sources are enough to change the leader, ${leader}.`
  const [only] = few.sources
  if (few.sources.length === 1) return `${leader} leads because of one source: without ${only ?? ''} it doesn’t.`
  return `It takes ${few.sources.length} sources to change the leader: without ${few.sources.join(' and ')} another leads.`
}

function say({ kind, of, hypothesis }: Named): string {
  const what = of.join(', ')
  if (hypothesis !== undefined) return `${what} if ${hypothesis}`
  return kind === 'chance' ? `chance that ${what} depend` : `${kind} of ${what}`
}
