// The reader: an account's own text, with what was read in it and what clashes.
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Host } from '../host.ts'
import * as to from '../route.ts'
import type { Route } from '../route.ts'
import { search, type Mark } from '../text.ts'
import type { Account, At, Finding, View } from '../view.ts'
import { Chunk, type Actions } from './chunk.tsx'
import { Judge, type Asked } from './judge.tsx'
import { Foreign } from './foreign.tsx'
import { Help } from './help.tsx'
import { chunkOf, chunks, labelsIn, marked } from './index.ts'
import { useKeys } from './keys.ts'
import { Link } from './link.tsx'
import { Toolbar } from './toolbar.tsx'

/** Which findings and checks are shown. */
export interface Shown {
  levels: ReadonlySet<string>
  /** Rules that are not shown. */
  without: ReadonlySet<string>
  mentions: boolean
  /** Findings that were dismissed. */
  dismissed: boolean
  holds: boolean
  undecided: boolean
}

const EVERYTHING: Shown = {
  levels: new Set(['error', 'warning', 'note']),
  without: new Set(),
  mentions: true,
  dismissed: false,
  holds: false,
  undecided: false,
}

const MOST_HITS = 5000

export function Reader({ view, route, host }: { view: View; route: Route; host: Host }) {
  const account = view.accounts[route.account] ?? view.accounts[0]
  if (account === undefined) return <p class="empty">There is no account to read.</p>
  const number = view.accounts.indexOf(account)
  return <Text key={number} view={view} account={account} number={number} route={route} host={host} />
}

interface TextProps {
  view: View
  account: Account
  number: number
  route: Route
  host: Host
}

function Text({ view, account, number, route, host }: TextProps) {
  const [shown, setShown] = useState(EVERYTHING)
  const [words, setWords] = useState('')
  const [hit, setHit] = useState(0)
  const [check, setCheck] = useState<number>()
  const [says, setSays] = useState('')
  const [help, setHelp] = useState(false)
  const [asked, setAsked] = useState<Asked>()
  const [box, setBox] = useState<HTMLElement | null>(null)
  const field = useRef<HTMLInputElement>(null)

  const ranges = useMemo(() => chunks(account), [account])
  const shows = useCallback(
    (finding: Finding) =>
      shown.levels.has(finding.level) &&
      !shown.without.has(finding.rule) &&
      (shown.dismissed || finding.decision?.state !== 'dismissed'),
    [shown.levels, shown.without, shown.dismissed],
  )
  const marks = useMemo(() => marked(account, shows), [account, shows])
  const order = useMemo(
    () => account.findings.flatMap((finding, i) => (shows(finding) ? [i] : [])),
    [account, shows],
  )
  const hits = useMemo(() => search(account.paragraphs, words, MOST_HITS), [account, words])
  const { finding, at } = route
  const own = finding?.account === number ? finding.index : undefined
  const foreign = finding !== undefined && finding.account !== number ? finding : undefined
  const foreignFinding = foreign === undefined ? undefined : view.accounts[foreign.account]?.findings[foreign.index]
  const extra = useMemo(() => {
    const all: [At, string][] = hits.map((place, i) => [place, i === hit ? 'hit now' : 'hit'])
    if (at !== undefined) all.push([at, 'goal'])
    if (foreign !== undefined && foreignFinding !== undefined) {
      const there = labelsIn(foreignFinding, foreign.account, number)
      for (const label of there) for (const place of label.at) all.push([place, 'finding foreign lit'])
    }
    return byParagraph(all)
  }, [hits, hit, at, foreign, foreignFinding, number])

  const [near, bring] = useNear(box, ranges.length, chunkOf(ranges, at?.[0] ?? 0))
  const laid = useLaid(ranges.length, Math.max(...near))
  const go = useCallback(
    (place: At | undefined, selector: string) => {
      if (place === undefined) return
      bring(chunkOf(ranges, place[0]))
      reveal(place[0], selector)
    },
    [bring, ranges],
  )

  useEffect(() => {
    setHit(0)
    go(hits[0], '.hit.now')
  }, [hits, go])

  // A finding of the address is gone to when it is chosen by other than a click on its words.
  const clicked = useRef(false)
  useEffect(() => {
    if (clicked.current) {
      clicked.current = false
      return
    }
    if (own !== undefined) go(account.findings[own]?.labels[0]?.at[0], `mark.first[data-finding~="${own}"]`)
    else if (foreignFinding !== undefined && foreign !== undefined) {
      go(labelsIn(foreignFinding, foreign.account, number)[0]?.at[0], '.foreign')
    } else if (at !== undefined) go(at, '.goal')
  }, [own, foreign, at, go, account, number, foreignFinding])

  const choose = useCallback(
    (index: number | undefined, byWords = false) => {
      setCheck(undefined)
      clicked.current = byWords
      const hash = index === undefined ? to.account(number) : to.finding(number, index)
      if (location.hash === hash) clicked.current = false
      history.replaceState(null, '', hash)
      dispatchEvent(new HashChangeEvent('hashchange'))
    },
    [number],
  )
  const step = (by: 1 | -1) => {
    const next = stepped(order, own, by, () => firstBelow(box, order))
    if (next !== undefined) choose(next)
  }
  const seek = (by: 1 | -1) => {
    if (hits.length === 0) return
    const next = (hit + by + hits.length) % hits.length
    setHit(next)
    go(hits[next], '.hit.now')
  }
  /** Decides at once, or asks for the words first that a decision needs. */
  const judge = useCallback(
    (what: Asked['what'], index: number | undefined) => {
      const found = index === undefined ? undefined : account.findings[index]
      if (host.readOnly !== null) setSays(host.readOnly)
      else if (found === undefined) setSays('Choose a finding first (j, k).')
      else setAsked({ what, found })
    },
    [account, host],
  )
  useKeys({
    j: () => {
      step(1)
    },
    k: () => {
      step(-1)
    },
    '/': () => field.current?.focus(),
    '?': () => {
      setHelp(true)
    },
    Escape: () => {
      choose(undefined, true)
    },
    a: () => {
      judge('accepted', own)
    },
    d: () => {
      judge('dismissed', own)
    },
    n: () => {
      judge('note', own)
    },
  })
  const actions = useMemo((): Actions => {
    return {
      choose: (index) => {
        choose(parseOwn() === index ? undefined : index, true)
      },
      follow: (index, label) => {
        const other = label.elsewhere?.account
        if (other !== undefined && other !== null && other !== number) location.hash = to.finding(number, index, other)
        else go(label.at[0], `#p${label.at[0]?.[0] ?? 0} mark[data-finding~="${index}"]`)
      },
      chooseCheck: setCheck,
      judge: host.readOnly === null ? judge : undefined,
    }
  }, [choose, go, number, judge, host])

  const pick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null
    const found = target?.closest<HTMLElement>('[data-finding]')?.dataset['finding']
    if (found !== undefined) {
      const all = found.split(' ').map(Number)
      const next = all[(all.indexOf(own ?? -1) + 1) % all.length]
      choose(next === own ? undefined : next, true)
      return
    }
    const held = target?.closest<HTMLElement>('[data-check]')?.dataset['check']
    const result = held === undefined ? undefined : account.checks[Number(held)]?.result
    const visible = (result === 'holds' && shown.holds) || (result === 'undecided' && shown.undecided)
    if (held !== undefined && visible) setCheck(Number(held))
  }
  const classes = ['text', shown.mentions && 'mentions', shown.holds && 'show-holds', shown.undecided && 'show-undecided']
  return (
    <main class="reader">
      <Toolbar
        view={view}
        account={account}
        number={number}
        shown={shown}
        show={setShown}
        words={words}
        seekWords={setWords}
        hits={hits.length}
        hit={hit}
        seek={seek}
        order={order}
        chosen={own}
        step={step}
        field={field}
        help={() => {
          setHelp(true)
        }}
      />
      <p class="says" role="status">
        {says}
      </p>
      {foreign !== undefined && foreignFinding !== undefined && (
        <Foreign view={view} of={foreign.account} index={foreign.index} found={foreignFinding} />
      )}
      <article class={classes.filter(Boolean).join(' ')} ref={setBox} onClick={pick} aria-label={account.name} lang="">
        {ranges.slice(0, laid).map((range, i) => {
          const here = (places: readonly At[]) => places.some(([p]) => range.from <= p && p < range.to)
          const chosenHere = own !== undefined && (account.findings[own]?.labels ?? []).some((label) => label.elsewhere === undefined && here(label.at))
          const checkHere = check !== undefined && (account.checks[check]?.at ?? []).some(here)
          return (
            <Chunk
              key={i}
              view={view}
              account={account}
              number={number}
              range={range}
              chunk={i}
              near={near.has(i)}
              marked={marks}
              extra={extra.within(range.from, range.to)}
              chosen={chosenHere ? own : undefined}
              check={checkHere ? check : undefined}
              actions={actions}
            />
          )
        })}
        <Link finding={own} text={box} version={near} />
      </article>
      {asked !== undefined && (
        <Judge
          asked={asked}
          host={host}
          close={(said) => {
            setAsked(undefined)
            setSays(said)
          }}
        />
      )}
      {help && (
        <Help
          host={host}
          close={() => {
            setHelp(false)
          }}
        />
      )}
    </main>
  )
}

const parseOwn = (): number | undefined => to.parse(location.hash, 'reader').finding?.index

const NO_MARKS: ReadonlyMap<number, readonly Mark[]> = new Map()

/** Marks by paragraph; of a stretch without any always the same empty map. */
function byParagraph(all: [At, string][]) {
  const marks = new Map<number, Mark[]>()
  for (const [[paragraph, start, end], name] of all) {
    const list = marks.get(paragraph) ?? []
    list.push({ start, end, name })
    marks.set(paragraph, list)
  }
  const kept = [...marks.keys()].sort((a, b) => a - b)
  return {
    within: (from: number, to: number): ReadonlyMap<number, readonly Mark[]> =>
      kept.some((paragraph) => from <= paragraph && paragraph < to) ? marks : NO_MARKS,
  }
}

/** The finding after or before the chosen one; the first in sight if none is chosen. */
function stepped(order: number[], own: number | undefined, by: 1 | -1, inSight: () => number | undefined) {
  if (order.length === 0) return undefined
  if (own === undefined) return inSight() ?? order[by === 1 ? 0 : order.length - 1]
  const at = order.findIndex((index) => index >= own)
  return order[Math.max(0, Math.min(order.length - 1, at + by))]
}

/** The first finding whose words are in sight. */
function firstBelow(box: HTMLElement | null, order: number[]): number | undefined {
  const known = new Set(order)
  const marks = box?.querySelectorAll<HTMLElement>('mark.first[data-finding]') ?? []
  for (const mark of marks) {
    const top = mark.getBoundingClientRect().top
    const index = Number(mark.dataset['finding']?.split(' ')[0])
    if (top > 60 && top < innerHeight && known.has(index)) return index
  }
  return undefined
}

/** Which chunks are in sight or have been, and how to bring one there. */
function useNear(box: HTMLElement | null, count: number, first: number): [ReadonlySet<number>, (chunk: number) => void] {
  const [near, setNear] = useState<ReadonlySet<number>>(() => new Set([0, first]))
  const bring = useCallback((...more: number[]) => {
    setNear((old) => (more.every((chunk) => old.has(chunk)) ? old : new Set([...old, ...more])))
  }, [])
  useEffect(() => {
    if (box === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.filter((entry) => entry.isIntersecting)
        if (seen.length > 0) bring(...seen.map((entry) => Number((entry.target as HTMLElement).dataset['chunk'])))
      },
      { rootMargin: '900px 0px' },
    )
    const observe = () => {
      for (const section of box.querySelectorAll(':scope > .chunk')) observer.observe(section)
    }
    observe()
    // More of a long account is laid out after its beginning.
    const grown = new MutationObserver(observe)
    grown.observe(box, { childList: true })
    // On paper everything is in sight.
    const all = () => {
      bring(...Array.from({ length: count }, (_, i) => i))
    }
    addEventListener('beforeprint', all)
    return () => {
      observer.disconnect()
      grown.disconnect()
      removeEventListener('beforeprint', all)
    }
  }, [box, count, bring])
  return [near, bring]
}

/** So many chunks are laid out at once. */
const AT_ONCE = 24

/** How many chunks are there: those at the beginning at once, and more with every frame. */
function useLaid(count: number, needed: number): number {
  const [laid, setLaid] = useState(AT_ONCE)
  useEffect(() => {
    if (laid >= count) return
    const timer = setTimeout(() => {
      setLaid((old) => old + AT_ONCE)
    })
    return () => {
      clearTimeout(timer)
    }
  }, [laid, count])
  return Math.min(count, Math.max(laid, needed + 1))
}

/** Scrolls to words, which are marked only when their paragraph has come near. */
function reveal(paragraph: number, selector: string) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const find = () => document.getElementById(`p${paragraph}`)
  const rect = find()?.getBoundingClientRect()
  const isNear = rect !== undefined && Math.abs(rect.top) < 3 * innerHeight
  let tries = 0
  const settle = () => {
    const block = find()
    if (tries === 0) block?.scrollIntoView({ block: 'center', behavior: 'instant' })
    const target = document.querySelector(selector) ?? block
    const place = target?.getBoundingClientRect()
    const isAway = place !== undefined && (place.top < 120 || place.bottom > innerHeight - 80)
    if (isAway) target?.scrollIntoView({ block: 'center', behavior: isNear && !still ? 'smooth' : 'instant' })
    tries += 1
    if (tries < 3) setTimeout(settle, 80)
  }
  requestAnimationFrame(settle)
}
