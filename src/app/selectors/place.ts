/** Which outcome's page stands in the address of the run. */
import type { Place } from '../../share/index.ts'
import type { AppState } from '../state/store.ts'
import { selectWholeOutcome } from './outcome.ts'

/** The page of the outcome that the run comes to; `undefined` while it comes to none. */
export function selectPlace(state: AppState): Place | undefined {
  const outcome = selectWholeOutcome(state)
  return outcome && { scenario: state.recipe.scenario, outcome: outcome.id }
}
