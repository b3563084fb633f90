/** What the messages of one side of the split carry, and who holds what there. */
import type { DiagramCredentials } from '../../diagram/index.ts'
import type { RunComparison } from '../../projections/comparison/index.ts'
import { credentialsIn } from '../../projections/credentials/index.ts'
import type { WholeRun } from '../runner/recorded-run.ts'

/** The credentials of a side when so many heights are seen; the cause of the selected row is told by its height. */
export function sideCredentials(
  side: 'left' | 'right',
  run: WholeRun,
  { rows }: RunComparison,
  height: number,
  selected: number | undefined,
): DiagramCredentials {
  const { trace, sequence } = run
  const { carriedBy, bringsFirst, pocketsAt, causeOf } = credentialsIn(trace, sequence.lanes)
  const step = rows.slice(0, height).findLast((row) => row[side] !== undefined)?.[side]?.step ?? 0
  const row = selected === undefined ? undefined : rows[selected]?.[side]
  const cause = row && causeOf(sequence, row)
  return {
    pockets: pocketsAt(step),
    cause: cause && { ...cause, row: rows.findIndex((pair) => pair[side]?.index === cause.row) },
    carriedBy,
    bringsFirst,
  }
}
