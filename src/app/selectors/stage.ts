/** How much room the stage needs. */
import type { AppState } from '../state/store.ts'
import { selectDevices } from './devices.ts'
import { selectWindows } from './moment.ts'
import { selectReached } from './outcome.ts'
import { selectTurn } from './turn.ts'

/** `none`: no window and no device takes part. `idle`: the person looks on. `act`: the run waits for the person. */
export type StageNeed = 'none' | 'idle' | 'act'

/** A run that has come to its end asks for nothing more, although the person could go on. */
export function selectStageNeed(state: AppState): StageNeed {
  if (selectWindows(state).length === 0 && selectDevices(state).length === 0) return 'none'
  return selectTurn(state) === 'stage' && selectReached(state).length === 0 ? 'act' : 'idle'
}
