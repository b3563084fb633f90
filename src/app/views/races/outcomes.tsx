/** The outcomes of a race, the most frequent one first. */
import { CircleCheck, CircleX, ListVideo } from 'lucide-react'
import type { RaceOutcome, RaceReport } from '../../../scenario-kit/races/explore.ts'
import { Button } from '../../../ui/button.tsx'
import { openOrder } from '../../actions/races.ts'
import { ordersOf, shareOf } from '../../races/words.ts'

/** The table: what each outcome is, how many orders lead to it, and a button that opens one of them. */
export function Outcomes({ report }: { readonly report: RaceReport }) {
  return (
    <table className="races-outcomes">
      <caption className="visually-hidden">Outcomes of the race</caption>
      <thead>
        <tr>
          <th scope="col">Ends</th>
          <th scope="col">Outcome</th>
          <th scope="col">Orders</th>
          <th scope="col">As a run</th>
        </tr>
      </thead>
      <tbody>
        {report.outcomes.map((outcome) => (
          <tr key={outcome.id} data-outcome={outcome.outcome}>
            <td className="races-tone">
              {outcome.outcome === 'success' ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
              {outcome.outcome === 'success' ? 'Works' : 'Fails'}
            </td>
            <th scope="row">
              {outcome.title}
              <p>{outcome.summary}</p>
            </th>
            <td className="races-orders">
              {ordersOf(report, outcome)}
              <Share value={shareOf(report, outcome)} />
            </td>
            <td>
              <Button
                size="small"
                icon={<ListVideo />}
                aria-label={`Open: ${outcome.title}`}
                title="Opens one of these orders as the run"
                onClick={(event) => show(outcome, event.currentTarget)}
              >
                Open
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A share as a bar and in percent. */
function Share({ value }: { readonly value: number }) {
  const percent = value * 100
  return (
    <span className="races-share">
      <svg aria-hidden="true">
        <rect width={`${percent}%`} height="100%" />
      </svg>
      {percent > 0 && percent < 1 ? '< 1' : Math.round(percent)} %
    </span>
  )
}

/** Opens an order where it can be looked at. The focus goes along, because the button that has it goes away. */
function show(outcome: RaceOutcome, button: HTMLElement): void {
  button.closest('.tabs')?.querySelector<HTMLElement>('[role="tab"]')?.focus()
  void openOrder(outcome)
}
