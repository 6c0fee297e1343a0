// What stands behind the pages: a report, which can't be changed, or a server of a case.

/** What a server can do that a report can't. */
export interface Host {
  /** Why nothing can be kept, if nothing can. */
  readonly readOnly: string | null
}

/** A report is a file: there is nobody to keep what a reader decides. */
export const report: Host = {
  readOnly: 'This is a report: it shows what was found, and keeps nothing that you decide.',
}
