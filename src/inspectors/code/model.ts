/** What the code inspector says: which regions of the client ran up to a step, and which one made the selected message. */
import { eventsUpTo } from '../../projections/moments.ts'
import type { SequenceRow } from '../../projections/sequence/types.ts'
import type { Trace } from '../../simulation/types.ts'
import type { CodeSource } from '../contract.ts'
import { regionOfRow } from '../parts/region.ts'

/** The regions of a client at a step. */
export interface CodeModel {
  /** The region behind the selected row, when the client made it. */
  readonly selected: string | undefined
  /** How often each region had run, and in which step last. */
  readonly executed: ReadonlyMap<string, Execution>
}

/** How a region ran. */
export interface Execution {
  readonly times: number
  readonly lastStep: number
}

/** Which regions ran: each request that they put on the wire is one run. */
export function codeModel(trace: Trace, cursor: number, row: SequenceRow | undefined, code: CodeSource): CodeModel {
  const executed = new Map<string, Execution>()
  for (const event of eventsUpTo(trace, cursor)) {
    // A copy was made on the wire; no line of code ran for it.
    if (event.type !== 'held' || event.message.direction !== 'request' || event.message.copyOf !== undefined) continue
    const region = code.regionOf(event.message)
    if (region === undefined) continue
    executed.set(region, { times: (executed.get(region)?.times ?? 0) + 1, lastStep: event.step })
  }
  return { selected: regionOfRow(trace, row, code), executed }
}
