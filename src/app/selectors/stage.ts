/** How much room the stage needs. */
import type { AppState } from '../state/store.ts'
import { selectDevices } from './devices.ts'
import { selectOffers, selectWindows } from './moment.ts'
import { selectReached } from './outcome.ts'
import { selectTurn } from './turn.ts'

/** `none`: nothing is shown in it. `idle`: the person looks on. `act`: the run waits for the person. */
export type StageNeed = 'none' | 'idle' | 'act'

/** A run that has come to its end asks for nothing more, although the person could go on. */
export function selectStageNeed(state: AppState): StageNeed {
  const isBlank = selectWindows(state).every(({ html }) => html === '') && selectDevices(state).length === 0
  const isTurn = selectTurn(state) === 'stage' && selectReached(state).length === 0
  if (isBlank) return isTurn && selectOffers(state).actions.length > 0 ? 'idle' : 'none'
  return isTurn ? 'act' : 'idle'
}
