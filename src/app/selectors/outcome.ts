/** Which of the scenario's outcomes the run has come to. */
import { eventsUpTo } from '../../projections/index.ts'
import { type Outcome, resolveSettings, type Scenario } from '../../scenario-kit/contract.ts'
import type { Settings, Trace } from '../../simulation/index.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'
import { selectTurn } from './turn.ts'

/** The open scenario. */
export function selectScenario({ recipe, run }: AppState): Scenario | undefined {
  return run.library.find((scenario) => scenario.id === recipe.scenario)
}

const NONE: readonly Outcome[] = []

const reachedIn = memoise(
  (scenario: Scenario | undefined, chosen: Settings, trace: Trace, cursor: number): readonly Outcome[] => {
    if (scenario === undefined) return NONE
    const settings = resolveSettings(scenario, chosen)
    const seen = eventsUpTo(trace, cursor)
    // Where an outcome has a text, another one that is not the default does the same, if the goal says so.
    const isOf = ([id, value]: readonly [string, Settings[string]]) => {
      const field = scenario.settings.find((candidate) => candidate.id === id)
      return settings[id] === value || (field?.type === 'text' && settings[id] !== field.default)
    }
    return scenario.outcomes.filter(
      (outcome) => Object.entries(outcome.settings ?? {}).every(isOf) && outcome.goal.reached(seen),
    )
  },
)

/** The outcomes whose goals are reached at the cursor, with the settings that they are about. Asked only where the run rests: a goal looks at the whole trace. */
export function selectReached(state: AppState): readonly Outcome[] {
  return selectTurn(state) === 'step'
    ? NONE
    : reachedIn(selectScenario(state), state.recipe.settings, state.run.trace, state.view.cursor)
}

/** The outcome that shows it working, when the run has come to a failure that names one. */
export function selectRemedy(state: AppState): Outcome | undefined {
  const failure = selectReached(state).find((outcome) => outcome.result === 'failure' && outcome.remedy !== undefined)
  return selectScenario(state)?.outcomes.find((outcome) => outcome.id === failure?.remedy)
}
