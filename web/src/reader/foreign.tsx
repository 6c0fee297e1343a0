// A finding of another account that has words in this one.
import * as to from '../route.ts'
import type { Finding, View } from '../view.ts'
import { Details } from './note.tsx'

export function Foreign({ view, of, index, found }: { view: View; of: number; index: number; found: Finding }) {
  const follow = (label: { elsewhere?: { account: number | null } }) => {
    const account = label.elsewhere === undefined ? of : (label.elsewhere.account ?? of)
    location.hash = to.finding(of, index, account)
  }
  return (
    <section class={`note foreign-note ${found.level} chosen`} aria-label="Finding of another account">
      <p class="message">
        <span class="rule">
          <span class="level">{found.level}</span> {found.rule}, found in{' '}
          <a href={to.finding(of, index)}>{view.accounts[of]?.name}</a>
        </span>
        <span>{found.message}</span>
      </p>
      <Details view={view} of={of} found={found} follow={follow} />
    </section>
  )
}
