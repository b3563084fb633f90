/** Whether the run is shown beside another one. */
import type { AppState } from '../state/store.ts'

/** True until the person closes it or opens another scenario. */
export function isSplit({ view, recipe }: AppState): boolean {
  return view.split !== undefined && view.split === recipe.scenario
}
