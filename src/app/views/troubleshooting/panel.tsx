/** What people search for when the flow goes wrong: each code with its cause and its remedy, and a button that makes it happen. */
import { Play } from 'lucide-react'
import { Button } from '../../../ui/button.tsx'
import { watchOutcome } from '../../actions/opening.ts'
import { showView } from '../../actions/view.ts'
import { selectReached, selectScenario } from '../../selectors/outcome.ts'
import { useApp } from '../../state/store.ts'
import './panel.css'

/** The table of the open scenario: one row for each outcome that has trouble to tell of. */
export default function Troubleshooting() {
  const scenario = useApp(selectScenario)
  const reached = useApp(selectReached)
  return (
    <div className="troubleshooting-view">
      <table className="troubleshooting">
        <caption>What can go wrong, why, and what to do. Each row can be watched as it happens.</caption>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Cause</th>
            <th scope="col">Remedy</th>
            <th scope="col">Watch</th>
          </tr>
        </thead>
        <tbody>
          {scenario?.outcomes.map(
            (outcome) =>
              outcome.trouble && (
                <tr key={outcome.id} data-reached={reached.includes(outcome) || undefined}>
                  <th scope="row">
                    <code>{outcome.trouble.code}</code>
                    {reached.includes(outcome) && <span className="troubleshooting-reached">reached</span>}
                  </th>
                  <td data-column="Cause">{outcome.trouble.cause}</td>
                  <td data-column="Remedy">{outcome.trouble.remedy}</td>
                  <td>
                    <Button
                      size="small"
                      icon={<Play />}
                      aria-label={`Play: ${outcome.title}`}
                      title={outcome.summary}
                      onClick={(event) => watch(outcome.id, event.currentTarget)}
                    >
                      Play
                    </Button>
                  </td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  )
}

/** Plays an outcome where it can be watched. The focus goes along, because the button that has it goes away. */
function watch(outcome: string, button: HTMLElement): void {
  button.closest('.tabs')?.querySelector<HTMLElement>('[role="tab"]')?.focus()
  showView('sequence')
  void watchOutcome(outcome)
}
