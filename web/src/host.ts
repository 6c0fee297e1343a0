// What stands behind the pages: a report, which can't be changed, or a server of a case.
import type { Decision, Filled, Served, View, Weighing } from './view.ts'

/** The folders that texts are added to. */
export type Added = 'accounts' | 'sources'

/** No file that is added is larger; the server sees to it too. */
export const MOST_BYTES = 16 << 20

/** What a server can do that a report can't. Each method ends when the change is on the disk, and
 * fails with the reason in words. */
export interface Host {
  /** Why nothing can be kept, if nothing can. */
  readonly readOnly: string | null
  /** Keeps what was decided about a finding. */
  judge: (key: string, decision: Decision) => Promise<void>
  /** Fills in a row of the ledger, by its place in the view. */
  setClaim: (number: number, filled: Filled) => Promise<void>
  /** Changes a likelihood in the case file. */
  setCase: (path: string, value: string) => Promise<void>
  /** Adds a text to the case, under a name that is not taken; gives its path there. */
  add: (kind: Added, name: string, file: File) => Promise<string>
  /** The case without some of its sources. */
  weigh: (without: string[]) => Promise<Weighing>
  /** Calls back with what is shown now, whenever that has changed; returns how to end that. */
  changes: (show: (view: View) => void) => () => void
}

const READ_ONLY = 'This is a report: it shows what was found, and keeps nothing that you decide.'
const refuse = () => Promise.reject(new Error(READ_ONLY))

/** A report is a file: there is nobody to keep what a reader decides. */
export const report: Host = {
  readOnly: READ_ONLY,
  judge: refuse,
  setClaim: refuse,
  setCase: refuse,
  add: refuse,
  weigh: refuse,
  changes: () => () => undefined,
}

async function ask(path: string, body?: object): Promise<unknown> {
  const [type, sent] = body instanceof Blob ? ['application/octet-stream', body] : ['application/json', JSON.stringify(body)]
  const put = { method: 'PUT', headers: { 'content-type': type }, body: sent }
  const answer = await fetch(path, body === undefined ? {} : put).catch(() => null)
  if (answer === null) throw new Error('The server does not answer: nothing was kept.')
  const text = await answer.text()
  if (answer.ok) return JSON.parse(text)
  throw new Error(reason(text) ?? `The server refused (${answer.status}).`)
}

function reason(text: string): string | undefined {
  try {
    const { error } = JSON.parse(text) as { error?: string }
    return error
  } catch {
    return undefined
  }
}

/** The server that a page came from; `first` is what its files held then. */
export function server(first: Served): Host {
  // Every change says what its sender last saw; one that was made here has been seen.
  let seen = first
  const keep = async (file: keyof Served, path: string, body: object) => {
    const done = (await ask(path, { ...body, seen: seen[file] })) as { seen: string }
    seen = { ...seen, [file]: done.seen }
  }
  return {
    readOnly: null,
    judge: (key, decision) => keep('adjudications', `/api/findings/${key}/decision`, decision),
    setClaim: (number, filled) => keep('ledger', `/api/claims/${number}`, { ...filled, accounts: seen.accounts }),
    setCase: (path, value) => keep('case', '/api/case', { path, value }),
    add: async (kind, name, file) => ((await ask(`/api/${kind}/${encodeURIComponent(name)}`, file)) as { path: string }).path,
    weigh: async (without) => (await ask(`/api/weigh?without=${encodeURIComponent(without.join(','))}`)) as Weighing,
    changes: (show) => {
      const events = new EventSource('/api/events')
      const look = async (always: boolean) => {
        const view = (await ask('/api/view')) as View
        const isNew = JSON.stringify(view.served) !== JSON.stringify(seen)
        if (view.served !== undefined) seen = view.served
        if (always || isNew) show(view)
      }
      // What changed before the connection stood was not told.
      for (const name of ['open', 'message']) {
        events.addEventListener(name, () => {
          look(name === 'message').catch(() => undefined)
        })
      }
      return () => {
        events.close()
      }
    },
  }
}
