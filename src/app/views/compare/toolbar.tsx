/** What the run is compared with. */
import { Bookmark } from 'lucide-react'
import { useId } from 'react'
import type { Outcome, Scenario } from '../../../scenario-kit/contract.ts'
import type { Recipe } from '../../../simulation/index.ts'
import { Button } from '../../../ui/button.tsx'
import { compareWith, keepRun } from '../../actions/comparing.ts'
import { useApp } from '../../state/store.ts'
import { KEPT_RUN } from '../../state/view.ts'

/** What there is to choose from, and what is chosen. */
export interface ToolbarProps {
  readonly scenario: Scenario
  /** The outcome of this run, which it is not compared with. */
  readonly reached: Outcome | undefined
  readonly keptRun: Recipe | undefined
  /** Id of an outcome, or {@link KEPT_RUN}. */
  readonly value: string
}

/** The select and the button that keeps the run. */
export function Toolbar({ scenario, reached, keptRun, value }: ToolbarProps) {
  const id = useId()
  const keptOf = useApp((state) => state.run.library.find((one) => one.id === keptRun?.scenario)?.title)
  const others = scenario.outcomes.filter((outcome) => outcome !== reached)
  return (
    <div className="compare-toolbar">
      <label htmlFor={id}>Compare with</label>
      <select id={id} className="field" value={value} onChange={(event) => compareWith(event.target.value)}>
        {keptRun !== undefined && (
          <option value={KEPT_RUN}>
            Kept run: {keptRun.scenario === scenario.id ? '' : `${keptOf ?? keptRun.scenario}, `}
            {keptRun.choices.length} steps
          </option>
        )}
        <Outcomes label="Works" outcomes={others.filter(({ result }) => result === 'success')} />
        <Outcomes label="Fails" outcomes={others.filter(({ result }) => result === 'failure')} />
      </select>
      <Button
        size="small"
        icon={<Bookmark />}
        title="Keeps this run. Change something, then compare the new run with this one."
        onClick={keepRun}
      >
        Keep this run to compare
      </Button>
    </div>
  )
}

function Outcomes({ label, outcomes }: { readonly label: string; readonly outcomes: readonly Outcome[] }) {
  if (outcomes.length === 0) return null
  return (
    <optgroup label={label}>
      {outcomes.map((outcome) => (
        <option key={outcome.id} value={outcome.id}>
          {outcome.title}
        </option>
      ))}
    </optgroup>
  )
}
