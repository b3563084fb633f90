/** What the presenter shows beside the diagram. */
import type { AppState } from '../state/store.ts'
import { selectReached } from './outcome.ts'
import { selectTurn } from './turn.ts'

/** Whether the stage is in sight: as the trainer said, or else when the run waits for the person and has come to no end. */
export function isStageShown(state: AppState): boolean {
  if (state.presenter.stageShown !== 'auto') return state.presenter.stageShown === 'shown'
  return selectTurn(state) === 'stage' && selectReached(state).length === 0
}
