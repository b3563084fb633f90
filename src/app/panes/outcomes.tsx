/** The named ways through the scenario. */
import { CircleCheck, CircleX, Play } from 'lucide-react'
import { useRef } from 'react'
import { useCentred } from '../../ui/use-centred.ts'
import { watchOutcome } from '../actions/opening.ts'
import { selectOutcome, selectReached, selectScenario } from '../selectors/outcome.ts'
import { useApp } from '../state/store.ts'
import './outcomes.css'

/** One button per outcome: plays it from its start. The one that the run has come to says so. */
export function Outcomes() {
  const scenario = useApp(selectScenario)
  const reached = useApp(selectReached)
  const spoken = useApp((state) => selectOutcome(state)?.id)
  const list = useRef<HTMLFieldSetElement>(null)
  useCentred(list, `[data-id="${spoken}"]`, scenario?.outcomes.length ?? 0)
  return (
    <fieldset key={scenario?.id} ref={list} className="outcomes">
      <legend className="eyebrow">Outcomes</legend>
      {scenario?.outcomes.map((outcome) => {
        const isReached = reached.includes(outcome)
        return (
          <button
            key={outcome.id}
            type="button"
            className="outcome"
            data-id={outcome.id}
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
