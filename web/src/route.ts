// Where one is, kept in the address so that "back" works and a place can be linked.
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { At, View } from './view.ts'

export type Page = 'reader' | 'figures' | 'timeline' | 'quotations' | 'lineage' | 'ledger' | 'weighing'

const PAGES: readonly Page[] = ['reader', 'figures', 'timeline', 'quotations', 'lineage', 'ledger', 'weighing']

export interface Route {
  page: Page
  /** The account that is read. */
  account: number
  /** The finding that is chosen, and the account that it is of. */
  finding?: { account: number; index: number }
  /** Words that are gone to. */
  at?: At
}

export function parse(hash: string, first: Page): Route {
  const [page, account, what, ...rest] = hash.replace(/^#\/?/, '').split('/')
  const known = PAGES.find((one) => one === page) ?? first
  const route: Route = { page: known, account: natural(account) ?? 0 }
  if (what === 'finding') {
    const [of, index] = rest.map(natural)
    if (of !== undefined && index !== undefined) route.finding = { account: of, index }
  } else if (what === 'at') {
    const [paragraph, start, end] = (rest[0] ?? '').split(',').map(natural)
    if (paragraph !== undefined && start !== undefined && end !== undefined) route.at = [paragraph, start, end]
  }
  return route
}

function natural(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

export const page = (name: Page) => `#/${name}`
export const account = (number: number) => `#/reader/${number}`
export const finding = (of: number, index: number, shown = of) => `#/reader/${shown}/finding/${of}/${index}`
export const words = (number: number, at: At) => `#/reader/${number}/at/${at.join(',')}`

/** The address of the same finding in a newer view: findings before it may have come or gone. */
export function again(hash: string, old: View, next: View): string {
  const { account: shown, finding: chosen } = parse(hash, 'reader')
  if (chosen === undefined) return hash
  const key = old.accounts[chosen.account]?.findings[chosen.index]?.key
  const index = next.accounts[chosen.account]?.findings.findIndex((found) => found.key === key) ?? -1
  return index < 0 ? account(shown) : finding(chosen.account, index, shown)
}

export function useRoute(first: Page): Route {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const changed = () => {
      setHash(location.hash)
    }
    addEventListener('hashchange', changed)
    return () => {
      removeEventListener('hashchange', changed)
    }
  }, [])
  return useMemo(() => parse(hash, first), [hash, first])
}
