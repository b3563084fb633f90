/** What a room must be able to read from the last row: why the step is red, and which end the run has come to. */
import { CircleCheck, CircleX } from 'lucide-react'
import { failureAt } from '../../projections/index.ts'
import { selectOutcome } from '../selectors/outcome.ts'
import { selectRow } from '../selectors/selected.ts'
import { useApp } from '../state/store.ts'
import './verdict.css'

/** Nothing while all is well and the run is under way. */
export function Verdict() {
  return (
    <>
      <FailureSentence />
      <Outcome />
    </>
  )
}

function FailureSentence() {
  const row = useApp(selectRow)
  const trace = useApp((state) => state.run.trace)
  const failure = row && failureAt(trace, row)
  if (failure === undefined) return null
  const rule = [failure.rule, failure.clause].filter((part) => part !== undefined)
  return (
    <section className="room-verdict" data-outcome="failure" aria-label="Why this step failed">
      <CircleX aria-hidden="true" />
      <p>
        {failure.message}
        {rule.length > 0 && <small>{rule.join(' · ')}</small>}
      </p>
    </section>
  )
}

function Outcome() {
  const outcome = useApp(selectOutcome)
  if (outcome === undefined) return null
  return (
    <section className="room-verdict" data-outcome={outcome.result} aria-label="Outcome">
      {outcome.result === 'success' ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
      <p>
        <strong>{outcome.title}</strong>
        <small>{outcome.goal.description}</small>
      </p>
    </section>
  )
}
