/** Which of the scenario's solutions the run has come to. */
import { eventsUpTo } from '../../projections/index.ts'
import { resolveSettings, type Scenario, type Solution } from '../../scenarios/contract.ts'
import type { Settings, Trace } from '../../simulation/index.ts'
import type { AppState } from '../store/store.ts'
import { memoise } from './memoise.ts'
import { selectTurn } from './turn.ts'

/** The open scenario. */
export function selectScenario({ session, run }: AppState): Scenario | undefined {
  return run.library.find((scenario) => scenario.id === session.scenario)
}

const NONE: readonly Solution[] = []

const reachedIn = memoise(
  (scenario: Scenario | undefined, chosen: Settings, trace: Trace, cursor: number): readonly Solution[] => {
    if (scenario === undefined) return NONE
    const settings = resolveSettings(scenario, chosen)
    const seen = eventsUpTo(trace, cursor)
    return scenario.solutions.filter(
      (solution) =>
        Object.entries(solution.settings ?? {}).every(([id, value]) => settings[id] === value) &&
        solution.goal.reached(seen),
    )
  },
)

/** The solutions whose goals are reached at the cursor, with the settings that they are about. Asked only where the run rests: a goal looks at the whole trace. */
export function selectReached(state: AppState): readonly Solution[] {
  return selectTurn(state) === 'step'
    ? NONE
    : reachedIn(selectScenario(state), state.session.settings, state.run.trace, state.view.cursor)
}

/** The solution that shows it working, when the run has come to a failure that names one. */
export function selectRemedy(state: AppState): Solution | undefined {
  const failure = selectReached(state).find(
    (solution) => solution.outcome === 'failure' && solution.remedy !== undefined,
  )
  return selectScenario(state)?.solutions.find((solution) => solution.id === failure?.remedy)
}
