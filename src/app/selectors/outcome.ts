/** Which of the scenario's solutions the run has come to. */
import type { Scenario, Solution } from '../../scenarios/contract.ts'
import type { Trace } from '../../simulation/index.ts'
import { scenarioById } from '../registry.ts'
import type { AppState } from '../store/store.ts'
import { memoise } from './memoise.ts'

/** The open scenario. */
export function selectScenario({ session }: AppState): Scenario | undefined {
  return scenarioById(session.scenario)
}

const reachedIn = memoise((scenario: Scenario | undefined, trace: Trace, cursor: number): readonly Solution[] => {
  const seen = trace.filter((event) => event.step <= cursor)
  return scenario?.solutions.filter((solution) => solution.goal.reached(seen)) ?? []
})

/** The solutions whose goals are reached at the cursor. */
export function selectReached(state: AppState): readonly Solution[] {
  return reachedIn(selectScenario(state), state.run.trace, state.view.cursor)
}

/** The solution that shows it working, when the run has come to a failure that names one. */
export function selectRemedy(state: AppState): Solution | undefined {
  const failure = selectReached(state).find(
    (solution) => solution.outcome === 'failure' && solution.remedy !== undefined,
  )
  return selectScenario(state)?.solutions.find((solution) => solution.id === failure?.remedy)
}
