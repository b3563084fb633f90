/** Whether there is a race to explore, and what has been explored of it. */
import { heldAfterSteps } from '../../scenario-kit/races/race-start.ts'
import type { Recipe, Trace } from '../../simulation/index.ts'
import type { RaceExploration } from '../state/run.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'
import { selectWaiting } from './moment.ts'
import { selectScenario } from './outcome.ts'

const hadChoice = memoise((trace: Trace) => heldAfterSteps(trace).some((count) => count > 1))

/** True when messages race in the open scenario by design, or have waited together in this run. */
export function hasRaces(state: AppState): boolean {
  return (selectScenario(state)?.hasRace ?? false) || hadChoice(state.run.trace)
}

/** True when two sessions are of the same scenario, settings and seed, whatever was chosen. */
export function isSameSetting(one: Recipe, other: Recipe): boolean {
  const keyOf = ({ scenario, settings, seed }: Recipe) =>
    JSON.stringify([scenario, seed, Object.entries(settings).sort()])
  return keyOf(one) === keyOf(other)
}

/** The latest exploration, if it is about the open scenario under its present settings. */
export function selectExploration({ recipe, run }: AppState): RaceExploration | undefined {
  return run.exploration !== undefined && isSameSetting(recipe, run.exploration.from) ? run.exploration : undefined
}

/** True when the latest exploration began at the moment at the cursor. */
export function isExploredHere(state: AppState): boolean {
  const from = selectExploration(state)?.from
  const before = state.recipe.choices.slice(0, state.view.cursor)
  return from !== undefined && JSON.stringify(from.choices) === JSON.stringify(before)
}

const goesThrough = memoise((choices: Recipe['choices'], from: Recipe['choices']) => {
  const beginning = choices.slice(0, from.length)
  return JSON.stringify(beginning) === JSON.stringify(from)
})

/** The latest exploration, if the run goes through the moment at which it began, and has come to it. */
export function selectOrdersHere(state: AppState): RaceExploration | undefined {
  const exploration = selectExploration(state)
  if (exploration === undefined || state.view.cursor < exploration.from.choices.length) return undefined
  return goesThrough(state.recipe.choices, exploration.from.choices) ? exploration : undefined
}

/** True where messages wait together, and nobody has asked yet where their orders end. */
export function canShowOrders(state: AppState): boolean {
  return selectWaiting(state).length > 1 && selectOrdersHere(state) === undefined
}
