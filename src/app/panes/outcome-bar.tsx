/** What the run has come to, and the way to see it work. */
import { CircleCheck, CircleX, Play } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { watchOutcome } from '../actions/opening.ts'
import { selectReached, selectRemedy } from '../selectors/outcome.ts'
import { useApp } from '../state/store.ts'
import './outcome-bar.css'

/** The last reached outcome, in a bar beneath the views; nothing while the run is under way. */
export function OutcomeBar() {
  const reached = useApp(selectReached)
  const remedy = useApp(selectRemedy)
  const outcome = reached.find((outcome) => outcome.result === 'failure') ?? reached.at(-1)
  if (outcome === undefined) return null
  return (
    <div className="outcome-bar" data-outcome={outcome.result}>
      {outcome.result === 'success' ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
      <p title={outcome.goal.description}>
        <strong>{outcome.title}</strong>
        <span>{outcome.goal.description}</span>
      </p>
      {remedy !== undefined && (
        <Button size="small" icon={<Play />} title={remedy.summary} onClick={() => void watchOutcome(remedy.id)}>
          See it work
        </Button>
      )}
    </div>
  )
}
