/** What can be said of the moment at the cursor. Named, memoised, pure. */
import { clockAt, offersAt, windowsAt } from '../../projections/index.ts'
import type { SequenceRow, WaitingRow } from '../../projections/sequence/index.ts'
import type { ActionOffer, Message, Milestone, Trace, WindowView } from '../../simulation/index.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'

const byMoment = <Value>(compute: (trace: Trace, cursor: number) => Value) => {
  const remembered = memoise(compute)
  return (state: AppState) => remembered(state.run.trace, state.view.cursor)
}

/** The windows of the user agent. */
export const selectWindows: (state: AppState) => readonly WindowView[] = byMoment(windowsAt)

/** What the scenario offers to do, and the moments worth moving the clock to. */
export const selectOffers: (state: AppState) => {
  readonly actions: readonly ActionOffer[]
  readonly milestones: readonly Milestone[]
} = byMoment(offersAt)

/** Virtual time, epoch milliseconds. */
export const selectClock: (state: AppState) => number = byMoment(clockAt)

const waitingOf = memoise((sequence: AppState['run']['sequence'], trace: Trace, cursor: number) =>
  trace.length === 0 ? [] : sequence.waitingAt(cursor),
)

/** What waits on the wire, in the order in which “step forward” takes it. */
export function selectWaiting({ run, view }: AppState): readonly WaitingRow[] {
  return waitingOf(run.sequence, run.trace, view.cursor)
}

/** The newest visible row. */
export function selectLastRow({ run, view }: AppState): SequenceRow | undefined {
  return run.sequence.rows[run.sequence.rowsAt(view.cursor) - 1]
}

/** A message as it waits at its gate, rewrites included. */
export function heldMessage(trace: Trace, cursor: number, gate: string): Message | undefined {
  const event = trace.findLast(
    (candidate) =>
      candidate.step <= cursor &&
      (candidate.type === 'held' || candidate.type === 'rewritten') &&
      candidate.message.gate === gate,
  )
  return event?.type === 'held' || event?.type === 'rewritten' ? event.message : undefined
}
