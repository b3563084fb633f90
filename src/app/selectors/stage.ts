/** How much room the stage needs. */
import type { AppState } from '../state/store.ts'
import { selectDevices } from './devices.ts'
import { selectOffers, selectWindows } from './moment.ts'
import { selectReached } from './outcome.ts'
import { selectTurn } from './turn.ts'

/** So many buttons have room where nothing else stands. */
const FEW_ACTIONS = 2

/** `none`: no window and no device takes part, and there is little to press. `idle`: the person looks on. `act`: the run waits for the person. */
export type StageNeed = 'none' | 'idle' | 'act'

/** A run that has come to its end asks for nothing more, although the person could go on. */
export function selectStageNeed(state: AppState): StageNeed {
  if (selectWindows(state).length === 0 && selectDevices(state).length === 0)
    return selectOffers(state).actions.length > FEW_ACTIONS ? 'idle' : 'none'
  return selectTurn(state) === 'stage' && selectReached(state).length === 0 ? 'act' : 'idle'
}
