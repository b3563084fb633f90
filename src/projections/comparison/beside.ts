/** Two compared runs drawn beside each other: what belongs together stands at one height, and a run has gaps for the other's rows. */
import type { DrawnModel, Lane, SequenceRow } from '../sequence/types.ts'
import type { ComparedRun } from './steps.ts'

/** What stands at one height: a row of either run, or of both. */
interface Pair {
  readonly left?: SequenceRow
  readonly right?: SequenceRow
}

/** Both runs, with common lanes. The models count heights instead of rows and steps, and what waits is not drawn. */
export interface RunsBeside {
  readonly left: DrawnModel
  readonly right: DrawnModel
  /** The height of the left run's row with this index. */
  heightOf(index: number): number
  /**
   * How many heights are seen once `rows` rows of the left run are. What the right run alone has comes with the row after it,
   * and at the end of a left run that is over all of it.
   */
  heightsAt(rows: number): number
}

/**
 * Sets two runs beside each other as their comparison aligned them.
 *
 * @param isOver whether the left run has come to an end, and not only to where it waits for somebody
 */
export function setBeside(
  left: ComparedRun,
  right: ComparedRun,
  { rows }: { readonly rows: readonly Pair[] },
  isOver: boolean,
): RunsBeside {
  const heights = rows.flatMap((row, height) => (row.left === undefined ? [] : [height]))
  const side = (own: 'left' | 'right', lanes: readonly Lane[]): DrawnModel => ({
    lanes,
    rows: rows.map((row, index) => row[own] && { ...row[own], index }),
    rowsAt: (height) => height,
    waitingAt: () => [],
  })
  const [ours, theirs] = [left.sequence.lanes, right.sequence.lanes]
  return {
    left: side('left', withLanesOf(ours, theirs, ours)),
    right: side('right', withLanesOf(ours, theirs, theirs)),
    heightOf: (index) => heights[index] ?? 0,
    heightsAt: (count) => (count >= heights.length && isOver ? rows.length : (heights[count - 1] ?? -1) + 1),
  }
}

/** The lanes of both runs in one order, each with the title that a run has for it. */
function withLanesOf(left: readonly Lane[], right: readonly Lane[], own: readonly Lane[]): readonly Lane[] {
  const missing = right.filter(({ id }) => !left.some((lane) => lane.id === id))
  return [...left, ...missing].map((lane) => own.find(({ id }) => id === lane.id) ?? lane)
}
