/** Which of the scenario's outcomes the run has come to. */
import { eventsUpTo } from '../../projections/moments.ts'
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

/** The outcomes whose goals a trace reaches, with the settings that they are about. */
export function outcomesReached(scenario: Scenario, chosen: Settings, trace: Trace): readonly Outcome[] {
  const settings = resolveSettings(scenario, chosen)
  // Where an outcome has a text, another one that is not the default does the same, if the goal says so.
  const isOf = ([id, value]: readonly [string, Settings[string]]) => {
    const field = scenario.settings.find((candidate) => candidate.id === id)
    return settings[id] === value || (field?.type === 'text' && settings[id] !== field.default)
  }
  return scenario.outcomes.filter(
    (outcome) => Object.entries(outcome.settings ?? {}).every(isOf) && outcome.goal.reached(trace),
  )
}

const reachedIn = memoise(
  (scenario: Scenario | undefined, chosen: Settings, trace: Trace, cursor: number): readonly Outcome[] =>
    scenario === undefined ? NONE : outcomesReached(scenario, chosen, eventsUpTo(trace, cursor)),
)

const reachedInWhole = memoise((scenario: Scenario | undefined, chosen: Settings, trace: Trace): readonly Outcome[] =>
  scenario === undefined ? NONE : outcomesReached(scenario, chosen, trace),
)

/**
 * The outcomes whose goals are reached at the cursor, with the settings that they are about. Asked only where the run rests: a
 * goal looks at the whole trace. An announced outcome may also end with a message that is held up, and waits for good.
 */
export function selectReached(state: AppState): readonly Outcome[] {
  const { recipe, run, view } = state
  const isAtRest = selectTurn(state) !== 'step'
  const isHeldUp = view.cursor === recipe.choices.length && recipe.choices.at(-1)?.type === 'delay'
  if (!isAtRest && !isHeldUp) return NONE
  const reached = reachedIn(selectScenario(state), recipe.settings, run.trace, view.cursor)
  return isAtRest ? reached : announcedIn(reached, run.watched)
}

const announcedIn = memoise((reached: readonly Outcome[], watched: string | undefined): readonly Outcome[] =>
  reached.filter(({ id }) => id === watched),
)

/** The one that is spoken of where several are reached: a bad end before a good one, the announced one before its like. */
export function selectOutcome(state: AppState): Outcome | undefined {
  return spokenOf(selectReached(state), state.run.watched)
}

function spokenOf(reached: readonly Outcome[], watched: string | undefined): Outcome | undefined {
  const failures = reached.filter(({ result }) => result === 'failure')
  const candidates = failures.length > 0 ? failures : reached
  return candidates.find(({ id }) => id === watched) ?? (failures.length > 0 ? failures[0] : reached.at(-1))
}

/** The one that the whole run comes to, whatever the cursor; of a run that is not executed whole yet, the announced one. */
export function selectWholeOutcome(state: AppState): Outcome | undefined {
  const { recipe, run } = state
  const scenario = selectScenario(state)
  const isWhole = run.liveSteps >= recipe.choices.length && run.sequence.waitingAt(run.liveSteps).length === 0
  const reached = isWhole ? reachedInWhole(scenario, recipe.settings, run.trace) : NONE
  return spokenOf(reached, run.watched) ?? scenario?.outcomes.find(({ id }) => id === run.watched)
}

/** The outcome that shows it working, when the run has come to a failure that names one. */
export function selectRemedy(state: AppState): Outcome | undefined {
  const failures = selectReached(state).filter(({ result, remedy }) => result === 'failure' && remedy !== undefined)
  const failure = failures.find(({ id }) => id === state.run.watched) ?? failures[0]
  return selectScenario(state)?.outcomes.find((outcome) => outcome.id === failure?.remedy)
}
