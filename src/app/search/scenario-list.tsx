/** Scenarios to go to. */
import type { Scenario } from '../../scenario-kit/contract.ts'
import { choose } from './choose.ts'

interface ScenarioListProps {
  readonly scenarios: readonly { readonly scenario: Scenario; readonly aside: string }[]
  /** What to say when there are none. */
  readonly nothing: string
}

/** A button per scenario. */
export function ScenarioList({ scenarios, nothing }: ScenarioListProps) {
  if (scenarios.length === 0) return <p>{nothing}</p>
  return (
    <ul className="palette-scenarios">
      {scenarios.map(({ scenario, aside }) => (
        <li key={scenario.id}>
          <button
            type="button"
            className="palette-scenario"
            title={scenario.summary}
            onClick={() => choose({ type: 'scenario', scenario: scenario.id })}
          >
            <span>{scenario.title}</span>
            <span className="palette-option-aside">{aside}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
