/** What the run is compared with. */
import { Bookmark } from 'lucide-react'
import { useId } from 'react'
import type { Scenario, Solution } from '../../../scenarios/contract.ts'
import type { Session } from '../../../simulation/index.ts'
import { Button } from '../../../ui/button.tsx'
import { compareWith, keepRun } from '../../actions/comparing.ts'
import { useApp } from '../../store/store.ts'
import { KEPT_RUN } from '../../store/view.ts'

/** What there is to choose from, and what is chosen. */
export interface ToolbarProps {
  readonly scenario: Scenario
  /** The outcome of this run, which it is not compared with. */
  readonly reached: Solution | undefined
  readonly keptRun: Session | undefined
  /** Id of a solution, or {@link KEPT_RUN}. */
  readonly value: string
}

/** The select and the button that keeps the run. */
export function Toolbar({ scenario, reached, keptRun, value }: ToolbarProps) {
  const id = useId()
  const keptOf = useApp((state) => state.run.library.find((one) => one.id === keptRun?.scenario)?.title)
  const others = scenario.solutions.filter((solution) => solution !== reached)
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
        <Outcomes label="Works" solutions={others.filter(({ outcome }) => outcome === 'success')} />
        <Outcomes label="Fails" solutions={others.filter(({ outcome }) => outcome === 'failure')} />
      </select>
      <Button
        size="small"
        icon={<Bookmark />}
        title="Remembers this recipe. Change something, and see what becomes of it beside what was."
        onClick={keepRun}
      >
        Keep this run to compare
      </Button>
    </div>
  )
}

function Outcomes({ label, solutions }: { readonly label: string; readonly solutions: readonly Solution[] }) {
  if (solutions.length === 0) return null
  return (
    <optgroup label={label}>
      {solutions.map((solution) => (
        <option key={solution.id} value={solution.id}>
          {solution.title}
        </option>
      ))}
    </optgroup>
  )
}
