/** The named ways through the scenario. */
import { CircleCheck, CircleX, Play } from 'lucide-react'
import { playSolution } from '../actions/opening.ts'
import { selectReached, selectScenario } from '../selectors/outcome.ts'
import { useApp } from '../store/store.ts'
import './outcomes.css'

/** One button per solution: plays it from its start. The one that the run has come to says so. */
export function Outcomes() {
  const scenario = useApp(selectScenario)
  const reached = useApp(selectReached)
  return (
    <fieldset className="outcomes">
      <legend className="eyebrow">Outcomes</legend>
      {scenario?.solutions.map((solution) => {
        const isReached = reached.includes(solution)
        return (
          <button
            key={solution.id}
            type="button"
            className="outcome"
            data-outcome={solution.outcome}
            title={solution.summary}
            aria-description={isReached ? `Reached. ${solution.summary}` : solution.summary}
            onClick={() => void playSolution(solution.id)}
          >
            {solution.outcome === 'success' ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
            <span>{solution.title}</span>
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
