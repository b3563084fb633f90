/** The ends of a race as a strip over the diagram: how many orders come to each, and a way into each. */
import { CircleCheck, CircleX, Square, X } from 'lucide-react'
import type { RaceOutcome, RaceReport } from '../../scenario-kit/races/explore.ts'
import { Button } from '../../ui/button.tsx'
import { forgetOrders, openOrder, stopExploring } from '../actions/races.ts'
import { ordersOf, shareOf, verdictOf } from '../races/words.ts'
import { selectRaceEnd } from '../selectors/race-end.ts'
import { selectOrdersHere } from '../selectors/races.ts'
import { useApp } from '../state/store.ts'
import './ends-strip.css'

/** Nothing until somebody has asked for the orders. */
export default function EndsStrip({ size }: { readonly size: 'regular' | 'large' }) {
  const exploration = useApp(selectOrdersHere)
  const here = useApp(selectRaceEnd)
  if (exploration === undefined) return null
  const { isRunning, report } = exploration
  return (
    <section className="ends" data-size={size} aria-label="Ends of all orders">
      {isRunning && <progress aria-label="Orders tried" max={1} value={report?.progress ?? 0} />}
      <p role="status" className="visually-hidden">
        {isRunning ? 'Trying the orders …' : report && verdictOf(report)}
      </p>
      {report?.outcomes.map((outcome) => (
        <End key={outcome.id} report={report} outcome={outcome} isHere={outcome.id === here} />
      ))}
      {report === undefined && (
        <p className="ends-words">{isRunning ? 'Trying the orders …' : 'The orders could not be tried.'}</p>
      )}
      {isRunning ? (
        <Button size="small" icon={<Square />} onClick={stopExploring}>
          Cancel
        </Button>
      ) : (
        <Button
          size="small"
          look="quiet"
          icon={<X />}
          aria-label="Hide the ends"
          title="Hide the ends"
          onClick={forgetOrders}
        />
      )}
    </section>
  )
}

interface EndProps {
  readonly report: RaceReport
  readonly outcome: RaceOutcome
  readonly isHere: boolean
}

/** One end, as wide as its share: pressing it opens an order that comes to it. */
function End({ report, outcome, isHere }: EndProps) {
  const isSuccess = outcome.outcome === 'success'
  const [count] = ordersOf(report, outcome).split(' ')
  return (
    <button
      type="button"
      className="end"
      data-outcome={outcome.outcome}
      aria-current={isHere ? 'true' : undefined}
      title={`${ordersOf(report, outcome)}: ${outcome.title}. ${outcome.summary}`}
      style={{ flexGrow: Math.max(1, Math.round(shareOf(report, outcome) * 100)) }}
      onClick={() => void openOrder(outcome)}
    >
      {isSuccess ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
      <strong>
        {count} {workOrFail(isSuccess, count)}
      </strong>
      <span>{outcome.title}</span>
      {isHere && <em>this run</em>}
    </button>
  )
}

function workOrFail(isSuccess: boolean, count: string | undefined): string {
  const verb = isSuccess ? 'work' : 'fail'
  return count === '1' ? `${verb}s` : verb
}
