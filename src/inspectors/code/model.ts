/** What the code inspector says: which regions ran up to a step, which one made the selected message, and in which file it is. */
import { eventsUpTo } from '../../projections/moments.ts'
import type { SequenceRow } from '../../projections/sequence/types.ts'
import type { Trace } from '../../simulation/types.ts'
import type { CodeSource, RunningFile } from '../contract.ts'
import { regionOfRow } from '../parts/region.ts'
import { readSource } from './source.ts'

/** The regions of the code at a step. */
export interface CodeModel {
  /** The region behind the selected row, when the code made it. */
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

/** A file that a person chose, and the region that was selected then. */
export interface FileChoice {
  readonly file: string
  readonly region: string | undefined
}

/** The file to show: the chosen one, until a region is selected that only another one has. */
export function fileToShow(
  files: readonly RunningFile[],
  region: string | undefined,
  choice: FileChoice | undefined,
): RunningFile | undefined {
  const chosen = files.find(({ file }) => file === choice?.file)
  const hasRegion = ({ text }: RunningFile) => readSource(text).some((line) => line.region === region)
  if (region === undefined || (chosen && (choice?.region === region || hasRegion(chosen)))) return chosen ?? files[0]
  return files.find(hasRegion) ?? chosen ?? files[0]
}
