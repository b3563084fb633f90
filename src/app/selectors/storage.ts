/** What each actor holds at the cursor. */
import { type StoredItem, storageAt } from '../../projections/storage/index.ts'
import type { Trace } from '../../simulation/index.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'

const storageOf = memoise(storageAt)

/** The actors of the moment with their places. */
export function selectStorage({ run, view }: AppState) {
  return storageOf(run.trace, view.cursor, run.sequence.lanes)
}

const tellsStates = memoise((trace: Trace) => trace.some(({ type }) => type === 'state'))

/** True when the run tells what its actors hold. */
export function hasStorage({ run }: AppState): boolean {
  return tellsStates(run.trace)
}

/** True for what is of no use any more. */
export function isOver({ lifetime }: StoredItem): boolean {
  return lifetime !== undefined && lifetime.state !== 'live'
}
