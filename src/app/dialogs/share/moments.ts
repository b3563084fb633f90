/** Where in the run a link can open. */
import type { SequenceRow } from '../../../projections/sequence/index.ts'
import { selectDecisiveRow, selectRow } from '../../selectors/selected.ts'
import type { AppState } from '../../state/store.ts'

/** A place in the run, and the row that is selected when it is opened there. */
export interface ShareMoment {
  readonly title: string
  readonly step: number
  readonly row: SequenceRow | undefined
}

/** The places worth sharing, each step once; what the person looks at is the first. */
export function momentsOf(state: AppState): readonly [ShareMoment, ...ShareMoment[]] {
  const { recipe, run, view } = state
  const decisive = selectDecisiveRow(state)
  const selected = selectRow(state)
  const now = {
    title: `At this moment, step ${view.cursor} of ${recipe.choices.length}`,
    step: view.cursor,
    row: run.sequence.rows[run.sequence.rowsAt(view.cursor) - 1],
  }
  const breaks = decisive && { title: `Where it breaks, step ${decisive.step}`, step: decisive.step, row: decisive }
  const picked = selected && {
    title: `At the selected step, step ${selected.step}`,
    step: selected.step,
    row: selected,
  }
  const candidates = [selected === decisive ? breaks : picked, breaks, now]
  const moments = candidates.filter((moment) => moment !== undefined)
  const distinct = moments.filter(({ step }, index) => moments.findIndex((other) => other.step === step) === index)
  const start = { title: 'From the beginning', step: 0, row: undefined }
  const [first = start, ...others] = distinct.map((moment) =>
    moment.step === view.cursor && moment !== breaks ? now : moment,
  )
  return first.step === 0 ? [first] : [first, ...others, start]
}
