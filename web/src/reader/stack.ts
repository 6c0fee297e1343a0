// Notes in a margin: each as near to its line as those above it let it be.

/** A note, with where it would stand and how high it is. */
export interface Wanted {
  want: number
  height: number
}

/**
 * The tops of notes so that none overlaps another, in their order. The one that is chosen stands
 * at its line; those above it give way as far as there is room.
 */
export function stack(notes: readonly Wanted[], gap: number, chosen = -1): number[] {
  const tops = settled(notes, notes.map(({ want }) => want), gap)
  let limit = notes[chosen]?.want ?? Infinity
  for (let i = chosen; i >= 0; i -= 1) {
    const height = i === chosen ? 0 : (notes[i]?.height ?? 0) + gap
    tops[i] = Math.min(tops[i] ?? 0, limit - height)
    limit = tops[i] ?? 0
  }
  const wanted = tops.map((top, i) => (i <= chosen ? top : (notes[i]?.want ?? 0)))
  return settled(notes, wanted, gap)
}

/** Each where it is wanted, or below the one before. */
function settled(notes: readonly Wanted[], wanted: readonly number[], gap: number): number[] {
  let free = 0
  return notes.map(({ height }, i) => {
    const top = Math.max(wanted[i] ?? 0, free)
    free = top + height + gap
    return top
  })
}
