/** The selected step in words, above the inspectors: what happened, between whom and why, and what was checked. */
import { CircleCheck, CircleX } from 'lucide-react'
import { checksOf, failureAt } from '../../projections/index.ts'
import { selectNarration } from '../selectors/narration.ts'
import { selectRow } from '../selectors/selected.ts'
import { useApp } from '../state/store.ts'
import { StartCard } from './start-card.tsx'
import './step-card.css'

/** A card that keeps its height from step to step, unless there is a lot to say. Before the first step it says what this is. */
export function StepCard() {
  const row = useApp(selectRow)
  const trace = useApp((state) => state.run.trace)
  const lanes = useApp((state) => state.run.sequence.lanes)
  const narration = useApp(selectNarration)
  const isUntouched = useApp((state) => state.recipe.choices.length === 0)
  if (row === undefined) return isUntouched ? <StartCard /> : <p className="step-card">The run has not begun yet.</p>
  const title = (id: string) => lanes.find((lane) => lane.id === id)?.title ?? id
  const failure = failureAt(trace, row)
  const held = checksOf(trace, row).filter(({ check }) => check.passed)
  return (
    // Another step is another text: its words have not moved from where the last ones stood.
    <section key={row.index} className="step-card" aria-label="This step" data-tone={row.tone}>
      <h2>
        <span className="step-card-number">{row.step}</span>
        {narration?.sentence}
      </h2>
      <p>
        {row.kind === 'message' && (
          <strong>{row.from === row.to ? `${title(row.from)}.` : `${title(row.from)} → ${title(row.to)}.`}</strong>
        )}{' '}
        {narration?.why}
      </p>
      {failure !== undefined && (
        <p className="step-card-check" data-passed={false}>
          <CircleX aria-hidden="true" />
          <span>{failure.message}</span>
        </p>
      )}
      {failure === undefined && held.length > 0 && (
        <p className="step-card-check" data-passed={true}>
          <CircleCheck aria-hidden="true" />
          <span>
            {held.length === 1 ? 'One rule was checked and held' : `${held.length} rules were checked and held`}
          </span>
        </p>
      )}
    </section>
  )
}
