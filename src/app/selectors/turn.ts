/** Whose turn it is: the wire's, a recorded choice's, or the person's. */
import { readForms } from '../../simulation/index.ts'
import type { AppState } from '../state/store.ts'
import { selectOffers, selectWaiting, selectWindows } from './moment.ts'

/** Who can go on: a step forward, the person on the stage, the clock alone; or nobody yet. */
export type Turn = 'step' | 'stage' | 'clock' | 'opening'

/** Whose turn it is at the cursor. */
export function selectTurn(state: AppState): Turn {
  const { recipe, run, view } = state
  if (!run.isOpen) return 'opening'
  if (view.cursor < recipe.choices.length || selectWaiting(state).length > 0) return 'step'
  return hasForm(state) || selectOffers(state).actions.length > 0 ? 'stage' : 'clock'
}

/** What keeps the run from going on by itself; undefined when a step forward does something. */
export function selectTurnHint(state: AppState): string | undefined {
  switch (selectTurn(state)) {
    case 'step':
      return undefined
    case 'stage':
      return hasForm(state) ? 'Your turn: continue in the browser window' : 'Your turn: press a button on the stage'
    case 'clock':
      return 'Nothing is left to happen: move the clock, or start again'
    case 'opening':
      return 'The scenario is opening'
  }
}

function hasForm(state: AppState): boolean {
  return selectWindows(state).some((window) => readForms(window.html).length > 0)
}
