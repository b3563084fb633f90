/** How long everything lives that the run has issued, at the cursor. */
import { lifetimesAt } from '../../projections/index.ts'
import type { Trace } from '../../simulation/index.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'

const lifetimesOf = memoise(lifetimesAt)

/** The lifetimes of the moment. */
export function selectLifetimes({ run, view }: AppState) {
  return lifetimesOf(run.trace, view.cursor)
}

const issues = memoise((trace: Trace) =>
  trace.some((event) => event.type === 'note' && event.note.type === 'lifecycle' && event.note.change === 'issued'),
)

/** True once the run has issued anything. */
export function hasLifetimes({ run }: AppState): boolean {
  return issues(run.trace)
}
