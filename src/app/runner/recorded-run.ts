/** Runs that are not on the page: played headlessly, so that they can be looked at beside the one that is. */

import type { ComparedRun } from '../../projections/comparison/index.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import type { Outcome, Scenario } from '../../scenario-kit/contract.ts'
import { playOutcome, replayRecipe, startRun } from '../../scenario-kit/run.ts'
import type { Recipe, Settings } from '../../simulation/index.ts'

/** A whole run with its recipe. */
export interface WholeRun extends ComparedRun {
  readonly recipe: Recipe
}

/** A whole run, or why there is none. */
export type RecordedRun = WholeRun | { readonly problem: string }

/** How many runs are remembered; the one that was not asked for longest is forgotten. */
const LIMIT = 24
const recorded = new Map<string, Promise<RecordedRun>>()

/** Replays a recipe to its end. The same recipe gives the same promise, so it can be awaited while rendering. Never rejects. */
export function recordRecipe(scenario: Scenario, recipe: Recipe): Promise<RecordedRun> {
  return remember(JSON.stringify(recipe), async () => {
    const { trace, actors } = await replayRecipe(scenario, recipe)
    const sequence = createSequence(actors)
    sequence.push(trace)
    return { recipe, trace, sequence }
  })
}

/** Plays an outcome to its end with the names given, as {@link recordRecipe} does. */
export function recordOutcome(scenario: Scenario, outcome: Outcome, names: Settings = {}): Promise<RecordedRun> {
  return remember(`${scenario.id}/${outcome.id} ${JSON.stringify(names)}`, async () => {
    const settings = { ...names, ...outcome.settings }
    const { recipe, trace } = await playOutcome(scenario, { ...outcome, settings })
    const sequence = createSequence((await startRun(scenario, { ...recipe, choices: [] })).actors)
    sequence.push(trace)
    return { recipe, trace, sequence }
  })
}

function remember(key: string, record: () => Promise<RecordedRun>): Promise<RecordedRun> {
  const known = recorded.get(key) ?? record().catch(problemOf)
  recorded.delete(key)
  recorded.set(key, known)
  for (const oldest of recorded.keys()) {
    if (recorded.size <= LIMIT) break
    recorded.delete(oldest)
  }
  return known
}

function problemOf(problem: unknown): RecordedRun {
  return { problem: problem instanceof Error ? problem.message : String(problem) }
}
