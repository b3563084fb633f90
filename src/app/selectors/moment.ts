/** What can be said of the moment at the cursor. Named, memoised, pure. */
import { clockAt, latestWindowAt, offersAt, windowsAt } from '../../projections/present.ts'
import type { SequenceRow, WaitingRow } from '../../projections/sequence/index.ts'
import type { ActionOffer, Choice, Message, Milestone, Trace, WindowView } from '../../simulation/index.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'

const byMoment = <Value>(compute: (trace: Trace, cursor: number) => Value) => {
  const remembered = memoise(compute)
  return (state: AppState) => remembered(state.run.trace, state.view.cursor)
}

/** The windows of the user agent. */
export const selectWindows: (state: AppState) => readonly WindowView[] = byMoment(windowsAt)

/** The one of them that changed last. */
export const selectLatestWindow: (state: AppState) => WindowView | undefined = byMoment(latestWindowAt)

/** What the scenario offers to do, and the moments worth moving the clock to. */
export const selectOffers: (state: AppState) => {
  readonly actions: readonly ActionOffer[]
  readonly milestones: readonly Milestone[]
} = byMoment(offersAt)

/** Virtual time, epoch milliseconds. */
export const selectClock: (state: AppState) => number = byMoment(clockAt)

const waitingOf = memoise(
  (sequence: AppState['run']['sequence'], trace: Trace, cursor: number, choices: readonly Choice[]) =>
    trace.length === 0 ? [] : inOrder(sequence.waitingAt(cursor), choices.slice(cursor)),
)

/** What waits on the wire, in the order in which “step forward” takes it: as is recorded, then as long as it has waited. */
export function selectWaiting({ run, view, recipe }: AppState): readonly WaitingRow[] {
  return waitingOf(run.sequence, run.trace, view.cursor, recipe.choices)
}

function inOrder(waiting: readonly WaitingRow[], ahead: readonly Choice[]): readonly WaitingRow[] {
  if (waiting.length < 2) return waiting
  const gates = ahead.flatMap((choice) => (choice.type === 'deliver' ? [choice.gate] : []))
  const placeOf = ({ gate }: WaitingRow) => (gates.includes(gate) ? gates.indexOf(gate) : gates.length)
  return waiting.toSorted((one, other) => placeOf(one) - placeOf(other))
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
