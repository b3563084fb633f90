/** The row of a run in which a cause shows: where whoever has that error should look. */
import { eventsOf, type Failure, failureAt } from '../../projections/index.ts'
import { originOf } from '../../projections/sequence/decisive-row.ts'
import type { SequenceRow } from '../../projections/sequence/index.ts'
import type { Trace } from '../../simulation/index.ts'

/**
 * Where the last red row that says what the cause’s run says comes from, else the last red one. `undefined` where the run says nothing: there the end is the proof,
 * and a row that is red on the way to it shows something else.
 */
export function failingRow(
  trace: Trace,
  rows: readonly SequenceRow[],
  says: string | undefined,
): SequenceRow | undefined {
  if (says === undefined) return undefined
  const red = rows.filter(({ tone }) => tone === 'error')
  const telling = red.findLast((row) => {
    const failure = failureAt(trace, row)
    return failure !== undefined && isSaid(says, trace, row, failure)
  })
  // What is said before, such as why a cookie is not sent, makes a later row red.
  const row = telling ?? red.at(-1)
  return row && originOf(row, rows, trace)
}

function isSaid(says: string, trace: Trace, { step }: SequenceRow, { message, error }: Failure): boolean {
  return message.includes(says) || error === says || JSON.stringify(eventsOf(trace, step)).includes(says)
}
