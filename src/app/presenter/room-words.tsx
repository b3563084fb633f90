/** What a room reads beneath the diagram, in a place that is always there: a sentence for the step, or what became of it. */
import { failureAt } from '../../projections/index.ts'
import { selectNarration } from '../selectors/narration.ts'
import { selectReached } from '../selectors/outcome.ts'
import { selectRow } from '../selectors/selected.ts'
import { useApp } from '../state/store.ts'
import './room-words.css'
import { Verdict } from './verdict.tsx'

/** The caption of a step, unless the step has failed or the run has come to an end. */
export function RoomWords() {
  const row = useApp(selectRow)
  const trace = useApp((state) => state.run.trace)
  const isOver = useApp((state) => selectReached(state).length > 0)
  const isToldOtherwise = isOver || (row !== undefined && failureAt(trace, row) !== undefined)
  return <div className="room-words">{isToldOtherwise ? <Verdict /> : <Caption />}</div>
}

function Caption() {
  const hasCaption = useApp((state) => state.presenter.hasCaption)
  const caption = useApp(selectNarration)?.sentence
  if (!hasCaption || caption === undefined) return null
  return (
    <p className="room-caption" role="status" aria-label="Caption">
      {caption}
    </p>
  )
}
