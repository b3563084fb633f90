/** The person's devices at the cursor. */
import { stateAt } from '../../projections/index.ts'
import { readDevices } from '../../stage/index.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'

const devicesOf = memoise((trace: AppState['run']['trace'], cursor: number) => readDevices(stateAt(trace, cursor)))

/** The phones and authenticators of the moment, by actor id. */
export function selectDevices({ run, view }: AppState) {
  return devicesOf(run.trace, view.cursor)
}
