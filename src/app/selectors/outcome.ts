/** Which of the scenario's solutions the run has come to. */
import { eventsUpTo } from '../../projections/index.ts'
import type { Scenario, Solution } from '../../scenarios/contract.ts'
import type { Trace } from '../../simulation/index.ts'
import type { AppState } from '../store/store.ts'
import { memoise } from './memoise.ts'
import { selectTurn } from './turn.ts'

/** The open scenario. */
export function selectScenario({ session, run }: AppState): Scenario | undefined {
  return run.library.find((scenario) => scenario.id === session.scenario)
}

const NONE: readonly Solution[] = []

const reachedIn = memoise((scenario: Scenario | undefined, trace: Trace, cursor: number): readonly Solution[] => {
  const seen = eventsUpTo(trace, cursor)
  return scenario?.solutions.filter((solution) => solution.goal.reached(seen)) ?? NONE
})

/** The solutions whose goals are reached at the cursor. Asked only where the run rests: a goal looks at the whole trace. */
export function selectReached(state: AppState): readonly Solution[] {
  return selectTurn(state) === 'step' ? NONE : reachedIn(selectScenario(state), state.run.trace, state.view.cursor)
}

/** The solution that shows it working, when the run has come to a failure that names one. */
export function selectRemedy(state: AppState): Solution | undefined {
  const failure = selectReached(state).find(
    (solution) => solution.outcome === 'failure' && solution.remedy !== undefined,
  )
  return selectScenario(state)?.solutions.find((solution) => solution.id === failure?.remedy)
}
