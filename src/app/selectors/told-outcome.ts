/** Which outcome a run tells, and the same moment in a run that tells another. */
import { compareRuns } from '../../projections/comparison/index.ts'
import type { Outcome, Scenario } from '../../scenario-kit/contract.ts'
import { namesIn } from '../../scenario-kit/names.ts'
import type { Recipe } from '../../simulation/index.ts'
import { recordOutcome, recordRecipe, type WholeRun } from '../runner/recorded-run.ts'
import { outcomesReached } from './outcome.ts'

/** The outcome that a whole run comes to: the one that was written down so, else a failure, else the last; `undefined` where it comes to none. */
export async function toldOutcome(scenario: Scenario, recipe: Recipe): Promise<Outcome | undefined> {
  const run = await recordRecipe(scenario, recipe)
  if ('problem' in run) return undefined
  const reached = outcomesReached(scenario, recipe.settings, run.trace)
  const names = namesIn(scenario, recipe.settings)
  for (const outcome of reached) {
    const recorded = await recordOutcome(scenario, outcome, names)
    if (!('problem' in recorded) && isSame(recorded.recipe.choices, recipe.choices)) return outcome
  }
  return reached.find(({ result }) => result === 'failure') ?? reached.at(-1)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The step of `right` at which it is where `left` is at a step: where both have the same message, and the end at the end. */
export function sameMoment(left: WholeRun, right: WholeRun, step: number): number {
  if (step >= left.recipe.choices.length) return right.recipe.choices.length
  const { rows } = compareRuns(left, right)
  const shared = rows.findLast((row) => row.left !== undefined && row.right !== undefined && row.left.step <= step)
  return shared?.right?.step ?? 0
}
