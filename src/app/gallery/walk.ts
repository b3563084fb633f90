/** Where a key leads among the cards. */

/** A card by its column and its place in it, from 0. */
export interface Place {
  readonly column: number
  readonly card: number
}

/** The card that a key leads to, or the field above them; `undefined` for a key that leads nowhere. `sizes`: of the columns. */
export function placeAfter(
  key: string,
  { column, card }: Place,
  sizes: readonly number[],
): Place | 'field' | undefined {
  const last = (of: number) => (sizes[of] ?? 0) - 1
  switch (key) {
    case 'ArrowUp':
      return card === 0 ? 'field' : { column, card: card - 1 }
    case 'ArrowDown':
      return card < last(column) ? { column, card: card + 1 } : undefined
    case 'ArrowLeft':
    case 'ArrowRight': {
      const next = column + (key === 'ArrowLeft' ? -1 : 1)
      return last(next) < 0 ? undefined : { column: next, card: Math.min(card, last(next)) }
    }
    case 'Home':
      return { column, card: 0 }
    case 'End':
      return { column, card: last(column) }
    default:
      return undefined
  }
}
