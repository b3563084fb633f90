/** What usually comes next at the cursor, when nothing is recorded there. */
import { eventsUpTo } from '../../projections/index.ts'
import type { Choice } from '../../simulation/index.ts'
import { usualChoice } from '../runner/usual-choice.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'
import { selectWaiting } from './moment.ts'
import { selectScenario } from './outcome.ts'

const usualAt = memoise(
  (
    scenario: ReturnType<typeof selectScenario>,
    recipe: AppState['recipe'],
    trace: AppState['run']['trace'],
    cursor: number,
    waiting: string | undefined,
  ): Promise<Choice | undefined> =>
    scenario === undefined
      ? Promise.resolve(undefined)
      : usualChoice({
          scenario,
          recipe: { ...recipe, choices: recipe.choices.slice(0, cursor) },
          trace: eventsUpTo(trace, cursor),
          waiting,
        }),
)

/** The same promise for the same moment, so that it can be awaited while rendering. It resolves with `undefined` at an end. */
export function selectUsualChoice(state: AppState): Promise<Choice | undefined> {
  const { recipe, run, view } = state
  return usualAt(selectScenario(state), recipe, run.trace, view.cursor, selectWaiting(state)[0]?.gate)
}
