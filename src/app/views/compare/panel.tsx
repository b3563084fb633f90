/** The run beside another one: why they differ, where, which claims changed, and how they end. */
import { type ReactNode, Suspense } from 'react'
import type { Scenario } from '../../../scenario-kit/contract.ts'
import { selectScenario } from '../../selectors/outcome.ts'
import { type ThisRun, useComparedRuns, useThisRun } from '../../split/compared-runs.ts'
import { useApp } from '../../state/store.ts'
import { KEPT_RUN } from '../../state/view.ts'
import { ChangedClaims } from './changed-claims.tsx'
import { Ends } from './ends.tsx'
import './panel.css'
import { ComparedSteps } from './steps.tsx'
import { Toolbar } from './toolbar.tsx'

/** The view. Runs that have not happened on the page are played out of sight. */
export default function Compare() {
  const scenario = useApp(selectScenario)
  return (
    <div className="compare">
      <Suspense fallback={<Message>This run is being played to its end …</Message>}>
        {scenario !== undefined && <Chosen scenario={scenario} />}
      </Suspense>
    </div>
  )
}

/** The choice of what to set beside the run on the page, and both. */
function Chosen({ scenario }: { readonly scenario: Scenario }) {
  const keptRun = useApp((state) => state.view.keptRun)
  const chosen = useThisRun(scenario)
  const { run, reached, kept, counterpart } = chosen
  const hasBegun = 'problem' in run || run.trace.some(({ step }) => step > 0)
  return (
    <>
      <Toolbar
        scenario={scenario}
        reached={reached}
        keptRun={keptRun}
        value={kept === undefined ? (counterpart?.id ?? '') : KEPT_RUN}
      />
      <Suspense fallback={<Message>The other run is being played …</Message>}>
        {hasBegun ? (
          <SideBySide scenario={scenario} chosen={chosen} />
        ) : (
          <Message>
            Nothing has happened in this run yet. Step forward or watch an outcome, and compare it here with another.
          </Message>
        )}
      </Suspense>
    </>
  )
}

function SideBySide({ scenario, chosen }: { readonly scenario: Scenario; readonly chosen: ThisRun }) {
  const runs = useComparedRuns(scenario, chosen)
  if ('problem' in runs) return <Message>{runs.problem}</Message>
  return (
    <>
      <ComparedSteps key={runs.titles.join()} {...runs} />
      <ChangedClaims {...runs} />
      <Ends {...runs} />
    </>
  )
}

/** What is said in place of a comparison. */
function Message({ children }: { readonly children: ReactNode }) {
  return (
    <p className="compare-message" role="status">
      {children}
    </p>
  )
}
