/** The sentence that says to a newcomer what happens in the step that is looked at. */
import type { AppState } from '../state/store.ts'
import { selectRow } from './selected.ts'

/** Nothing before the first step. */
export function selectCaption(state: AppState): string | undefined {
  return selectRow(state)?.name.replace(/^Step \d+: /, '')
}
