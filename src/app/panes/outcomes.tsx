/** The named ways through the scenario. */
import { CircleCheck, CircleX, Play } from 'lucide-react'
import { watchOutcome } from '../actions/opening.ts'
import { selectReached, selectScenario } from '../selectors/outcome.ts'
import { useApp } from '../state/store.ts'
import './outcomes.css'

/** One button per outcome: plays it from its start. The one that the run has come to says so. */
export function Outcomes() {
  const scenario = useApp(selectScenario)
  const reached = useApp(selectReached)
  return (
    <fieldset className="outcomes">
      <legend className="eyebrow">Outcomes</legend>
      {scenario?.outcomes.map((outcome) => {
        const isReached = reached.includes(outcome)
        return (
          <button
            key={outcome.id}
            type="button"
            className="outcome"
            data-outcome={outcome.result}
            title={outcome.summary}
            aria-description={isReached ? `Reached. ${outcome.summary}` : outcome.summary}
            onClick={() => void watchOutcome(outcome.id)}
          >
            {outcome.result === 'success' ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
            <span>
              {outcome.title}
              <small aria-hidden="true">{outcome.summary}</small>
            </span>
            {isReached ? (
              <span className="outcome-reached" aria-hidden="true">
                reached
              </span>
            ) : (
              <Play className="outcome-play" aria-hidden="true" />
            )}
          </button>
        )
      })}
    </fieldset>
  )
}
