/** The row that everything on the page is about. */
import { decisiveRowOf } from '../../projections/sequence/decisive-row.ts'
import type { SequenceRow } from '../../projections/sequence/index.ts'
import type { AppState } from '../state/store.ts'
import { selectLastRow } from './moment.ts'
import { selectOutcome } from './outcome.ts'

/** The row that decided how the run ended; `undefined` while it has not, or where no refusal did. */
export function selectDecisiveRow(state: AppState): SequenceRow | undefined {
  const outcome = selectOutcome(state)
  if (outcome === undefined) return undefined
  const { rows, lanes, rowsAt } = state.run.sequence
  return decisiveRowOf(outcome.result, { rows: rows.slice(0, rowsAt(state.view.cursor)), lanes }, state.run.trace)
}

/** The row that was picked, or else the one that decided the end, or else the newest one. */
export function selectRow(state: AppState): SequenceRow | undefined {
  const { run, view } = state
  if (view.picked !== undefined && view.picked < run.sequence.rowsAt(view.cursor)) return run.sequence.rows[view.picked]
  return selectDecisiveRow(state) ?? selectLastRow(state)
}

/** The step that the inspectors look at: the selected row's, or the cursor when that is the newest row. */
export function selectInspectedStep(state: AppState): number {
  const row = selectRow(state)
  return row === undefined || row === selectLastRow(state) ? state.view.cursor : row.step
}
