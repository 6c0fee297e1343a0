// Notes in a margin: each as near to its line as those above it let it be.

/** A note, with where it would stand and how high it is. */
export interface Wanted {
  want: number
  height: number
}

/**
 * The tops of notes so that none overlaps another, in their order. The one that is chosen stands
 * at its line; those above it give way as far as they can.
 */
export function stack(notes: readonly Wanted[], gap: number, chosen = -1): number[] {
  const tops: number[] = []
  let free = 0
  for (const { want, height } of notes) {
    const top = Math.max(want, free)
    tops.push(top)
    free = top + height + gap
  }
  const top = tops[chosen]
  const one = notes[chosen]
  if (top === undefined || one === undefined || top <= one.want) return tops
  let limit = one.want
  const moved: number[] = [...tops]
  for (let i = chosen; i >= 0; i -= 1) {
    const note = notes[i]
    const at = moved[i]
    if (note === undefined || at === undefined) break
    const most = i === chosen ? limit : limit - note.height - gap
    if (at <= most) break
    moved[i] = most
    limit = most
  }
  // Where those above would leave the top, all move down again.
  const over = Math.max(0, -(moved[0] ?? 0))
  for (let i = 0; i <= chosen; i += 1) moved[i] = (moved[i] ?? 0) + over
  let next = 0
  return moved.map((at, i) => {
    const placed = Math.max(at, i > chosen ? Math.max(notes[i]?.want ?? 0, next) : next)
    const settled = i > chosen ? Math.max(notes[i]?.want ?? 0, next) : placed
    next = settled + (notes[i]?.height ?? 0) + gap
    return settled
  })
}
