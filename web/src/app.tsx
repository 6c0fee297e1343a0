// The frame: what there is to see, and the page that is seen.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Host } from './host.ts'
import { Add } from './add.tsx'
import { Figures } from './pages/figures.tsx'
import { Ledger } from './pages/ledger.tsx'
import { Lineage } from './pages/lineage.tsx'
import { Quotations } from './pages/quotations.tsx'
import { Timeline } from './pages/timeline.tsx'
import { Weighing } from './pages/weighing.tsx'
import { Reader } from './reader/reader.tsx'
import * as to from './route.ts'
import { useRoute, type Page } from './route.ts'
import { tables } from './tables.ts'
import type { View } from './view.ts'

/** A page without anything on it does not stand in the menu. */
export function pages(view: View): [Page, string][] {
  const codes = new Map(view.rules.map(({ name, code }) => [name, code]))
  const figures = view.accounts.some((account) => {
    const found = tables(account, codes)
    return found.tables.length + found.prose.length > 0
  })
  const all: [Page, string, boolean][] = [
    ['reader', 'Reader', view.accounts.length > 0],
    ['figures', 'Figures', figures],
    ['timeline', 'Timeline', view.timeline.length > 0],
    ['quotations', 'Quotations', view.quotations.length > 0],
    ['lineage', 'Lineage', view.lineages.length > 0],
    ['ledger', 'Ledger', view.claims.length > 0],
    ['weighing', 'Weighing', view.case !== null],
  ]
  return all.flatMap(([page, name, has]) => (has ? [[page, name] as [Page, string]] : []))
}

export function App({ first: opened, host }: { first: View; host: Host }) {
  const [view, setView] = useState(opened)
  const latest = useRef(opened)
  useEffect(
    () =>
      host.changes((next) => {
        const hash = to.again(location.hash, latest.current, next)
        if (hash !== location.hash) location.replace(hash)
        latest.current = next
        setView(next)
      }),
    [host],
  )
  const menu = useMemo(() => pages(view), [view])
  const first = view.accounts.length > 0 ? 'reader' : (menu[0]?.[0] ?? 'reader')
  const route = useRoute(first)
  useEffect(() => {
    if (route.page !== 'reader') scrollTo(0, 0)
  }, [route.page])
  return (
    <>
      <header class="masthead">
        <h1>{view.title}</h1>
        <nav aria-label="Pages">
          {menu.map(([page, name]) => (
            <a key={page} href={to.page(page)} aria-current={route.page === page ? 'page' : undefined}>{name}</a>
          ))}
        </nav>
        <div class="tools">
          {host.readOnly === null && <Adding host={host} />}
          <Theme />
        </div>
      </header>
      {view.notices.length > 0 && (
        <details class="notices">
          <summary>{view.notices.length === 1 ? '1 notice' : `${view.notices.length} notices`}</summary>
          <ul>{view.notices.map((notice, i) => <li key={i}><b>{notice.name}</b>: {notice.reason}</li>)}</ul>
        </details>
      )}
      <Shown page={route.page} view={view} host={host} route={route} />
      <footer class="foot">{view.made_by}. It shows the words, the sum and the source; it never says which account is true.</footer>
    </>
  )
}

function Shown({ page, view, host, route }: { page: Page; view: View; host: Host; route: to.Route }) {
  switch (page) {
    case 'reader':
      return <Reader view={view} route={route} host={host} />
    case 'figures':
      return <Figures view={view} />
    case 'timeline':
      return <Timeline view={view} />
    case 'quotations':
      return <Quotations view={view} />
    case 'lineage':
      return <Lineage view={view} />
    case 'ledger':
      return <Ledger view={view} host={host} />
    case 'weighing':
      return view.case === null ? <p class="empty">There is no case.</p> : <Weighing one={view.case} title={view.title} host={host} />
  }
}

/** The button for adding a text, and what came of it. */
function Adding({ host }: { host: Host }) {
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  return (
    <div class="adding">
      <span role="status">{said}</span>
      <button type="button" onClick={() => { setOpen(true) }}>Add a text</button>
      {open && (
        <Add
          host={host}
          close={(done) => {
            setOpen(false)
            setSaid(done)
          }}
        />
      )}
    </div>
  )
}

const THEMES = ['system', 'light', 'dark'] as const

/** Light or dark: as the system has it, or as is chosen here. */
function Theme() {
  const [theme, setTheme] = useState<(typeof THEMES)[number]>('system')
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }, [theme])
  return (
    <select
      class="theme"
      aria-label="Colours"
      value={theme}
      onChange={(event) => {
        setTheme(THEMES.find((one) => one === event.currentTarget.value) ?? 'system')
      }}
    >
      {THEMES.map((name) => (
        <option key={name} value={name}>{name === 'system' ? 'auto' : name}</option>
      ))}
    </select>
  )
}
