/** The run beside another one: where they part, which claims changed, and how they end. */
import { type ReactNode, Suspense, use, useMemo } from 'react'
import { compareRuns } from '../../../projections/comparison/index.ts'
import type { Outcome, Scenario } from '../../../scenario-kit/contract.ts'
import { namesIn } from '../../../scenario-kit/name-presets.ts'
import type { Recipe } from '../../../simulation/index.ts'
import { type RecordedRun, recordOutcome, recordRecipe, type WholeRun } from '../../runner/recorded-run.ts'
import { changedSettings, counterpartOf, outcomeOf } from '../../selectors/counterpart.ts'
import { selectScenario } from '../../selectors/outcome.ts'
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
        {scenario !== undefined && <ThisRun scenario={scenario} />}
      </Suspense>
    </div>
  )
}

/** The run on the page, to the end of its recipe, and the choice of what to set beside it. */
function ThisRun({ scenario }: { readonly scenario: Scenario }) {
  const recipe = useApp((state) => state.recipe)
  const trace = useApp((state) => state.run.trace)
  const sequence = useApp((state) => state.run.sequence)
  const hasHappened = useApp((state) => state.run.liveSteps === state.recipe.choices.length)
  const keptRun = useApp((state) => state.view.keptRun)
  const comparedWith = useApp((state) => state.view.comparedWith)
  const live = useMemo(() => ({ recipe, trace, sequence }), [recipe, trace, sequence])
  const left = hasHappened ? live : use(recordRecipe(scenario, recipe))
  if ('problem' in left) return <Message>This run cannot be played to its end: {left.problem}</Message>
  const reached = outcomeOf(scenario, left.trace)
  const chosen = scenario.outcomes.find((outcome) => outcome.id === comparedWith && outcome !== reached)
  const isKept = comparedWith === KEPT_RUN && keptRun !== undefined
  const outcome = chosen ?? counterpartOf(scenario, reached)
  return (
    <>
      <Toolbar
        scenario={scenario}
        reached={reached}
        keptRun={keptRun}
        value={isKept ? KEPT_RUN : (outcome?.id ?? '')}
      />
      <Suspense fallback={<Message>The other run is being played …</Message>}>
        {left.trace.every(({ step }) => step === 0) ? (
          <Message>
            Nothing has happened in this run yet. Step forward or watch an outcome, and compare it here with another.
          </Message>
        ) : isKept ? (
          <KeptRun left={left} scenario={scenario} recipe={keptRun} reached={reached} />
        ) : (
          outcome && <OtherOutcome left={left} scenario={scenario} outcome={outcome} reached={reached} />
        )}
      </Suspense>
    </>
  )
}

interface Beside {
  readonly left: WholeRun
  readonly scenario: Scenario
  readonly reached: Outcome | undefined
}

function OtherOutcome({ outcome, ...props }: Beside & { readonly outcome: Outcome }) {
  const right = use(recordOutcome(props.scenario, outcome, namesIn(props.scenario, props.left.recipe.settings)))
  return <SideBySide {...props} right={right} theirs={outcome} />
}

/** The kept run may be of another scenario. */
function KeptRun({ recipe, ...props }: Beside & { readonly recipe: Recipe }) {
  const own = useApp((state) => state.run.library.find(({ id }) => id === recipe.scenario)) ?? props.scenario
  const right = use(recordRecipe(own, recipe))
  return <SideBySide {...props} right={right} theirs={'problem' in right ? undefined : outcomeOf(own, right.trace)} />
}

function SideBySide(props: Beside & { readonly right: RecordedRun; readonly theirs: Outcome | undefined }) {
  const { left, right, scenario, reached, theirs } = props
  const other = 'problem' in right ? undefined : right
  const comparison = useMemo(() => other && compareRuns(left, other), [left, other])
  if ('problem' in right || comparison === undefined) {
    return <Message>The other run cannot be played: {'problem' in right ? right.problem : ''}</Message>
  }
  return (
    <>
      <ComparedSteps
        key={theirs?.id}
        left={left}
        right={right}
        comparison={comparison}
        settings={changedSettings(scenario, left.recipe, right.recipe)}
      />
      <ChangedClaims left={left} right={right} />
      <Ends left={left} right={right} reached={reached} theirs={theirs} />
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
