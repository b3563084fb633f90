/** Two lists beside each other, so that what belongs together stands in one row. */

/** One row: an item of both lists, or of one. */
export type Aligned<Item> =
  | { readonly left: Item; readonly right?: Item }
  | { readonly left?: never; readonly right: Item }

/**
 * Aligns two lists, keeping their order, so that the sum of the scores of all pairs is highest (Needleman and Wunsch).
 * O(n·m).
 *
 * @param score how well two items fit; 0 when they may not stand in one row
 */
export function align<Item>(
  left: readonly Item[],
  right: readonly Item[],
  score: (left: Item, right: Item) => number,
): readonly Aligned<Item>[] {
  /** The best sum that can be reached from two positions on. */
  const best = [...left, undefined].map(() => new Float64Array(right.length + 1))
  const bestAt = (row: number, column: number) => best[row]?.[column] ?? 0
  const scores = left.map((one) => right.map((other) => score(one, other)))
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const paired = pairing(scores[row]?.[column], bestAt(row + 1, column + 1))
      const reached = Math.max(paired, bestAt(row + 1, column), bestAt(row, column + 1))
      best[row]?.fill(reached, column, column + 1)
    }
  }
  const aligned: Aligned<Item>[] = []
  let [row, column] = [0, 0]
  while (row < left.length || column < right.length) {
    const [one, other] = [left[row], right[column]]
    const reached = bestAt(row, column)
    if (one !== undefined && other !== undefined) {
      if (pairing(scores[row]?.[column], bestAt(row + 1, column + 1)) === reached) {
        aligned.push({ left: one, right: other })
        row += 1
        column += 1
        continue
      }
    }
    if (one !== undefined && (other === undefined || bestAt(row + 1, column) === reached)) {
      aligned.push({ left: one })
      row += 1
    } else if (other !== undefined) {
      aligned.push({ right: other })
      column += 1
    }
  }
  return aligned
}

/** The sum when two items stand in one row; never reached when they may not. */
function pairing(score: number | undefined, rest: number): number {
  return score ? score + rest : Number.NEGATIVE_INFINITY
}
