/** Whose turn it is: the wire's, a recorded choice's, or the person's. */
import { readForms } from '../../simulation/index.ts'
import type { AppState } from '../store/store.ts'
import { selectOffers, selectWaiting, selectWindows } from './moment.ts'

/** What keeps the run from going on by itself; undefined when a step forward does something. */
export function selectTurnHint(state: AppState): string | undefined {
  const { session, run, view } = state
  if (!run.isOpen) return 'The scenario is being opened.'
  if (view.cursor < session.choices.length || selectWaiting(state).length > 0) return undefined
  if (selectWindows(state).some((window) => readForms(window.html).length > 0)) {
    return 'Your turn: fill in the form on the stage'
  }
  return selectOffers(state).actions.length > 0
    ? 'Your turn: press a button on the stage'
    : 'Nothing is left to happen: move the clock, or start again'
}
