/** What the run has come to, and the way to see it work. */
import { CircleCheck, CircleX, Columns2, Play } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { watchOutcome } from '../actions/opening.ts'
import { toggleSplit } from '../actions/splitting.ts'
import { selectOutcome, selectRemedy } from '../selectors/outcome.ts'
import { isSplit } from '../selectors/split.ts'
import { useApp } from '../state/store.ts'

/** A card with the outcome that was reached; nothing while the run is under way. */
export function OutcomeCard() {
  const outcome = useApp(selectOutcome)
  const remedy = useApp(selectRemedy)
  const isShown = useApp(isSplit)
  if (outcome === undefined) return null
  return (
    <section className="end-card" data-outcome={outcome.result} aria-label="Outcome">
      {outcome.result === 'success' ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
      <p title={outcome.goal.description}>
        <strong>{outcome.title}</strong>
        <span>{outcome.goal.description}</span>
      </p>
      {(remedy !== undefined || isShown) && (
        <Button
          size="small"
          icon={<Columns2 />}
          aria-pressed={isShown}
          title="Shows this run beside the one that works (x)"
          onClick={toggleSplit}
        >
          See it fixed
        </Button>
      )}
      {remedy !== undefined && (
        <Button size="small" icon={<Play />} title={remedy.summary} onClick={() => void watchOutcome(remedy.id)}>
          See it work
        </Button>
      )}
    </section>
  )
}
