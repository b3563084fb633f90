/** Following a presenter: the same recipe at the same step, executed here again. */
import type { Recipe } from '../../simulation/index.ts'
import type { Picture } from '../audience-link/messages.ts'
import type { Moment } from '../state/moment.ts'
import { commit, current } from '../state/store.ts'
import { open } from './opening.ts'
import { goTo } from './playback.ts'

/** Shows a moment. A recipe that goes on where this one is makes steps; any other is opened. */
export async function follow({ recipe, cursor }: Moment, picture: Omit<Picture, 'link'>): Promise<void> {
  if (continues(recipe)) {
    commit({ recipe: { choices: recipe.choices } })
    await goTo(cursor)
  } else {
    await open({ recipe, cursor })
  }
  const { picked, split, comparedWith, theme, ...look } = picture
  commit({ view: { picked, split, comparedWith, theme }, presenter: look })
}

/** Whether everything that has been executed here is the beginning of a recipe. */
function continues(next: Recipe): boolean {
  const { recipe, run } = current()
  const begins = (recipe: Recipe) => JSON.stringify({ ...recipe, choices: recipe.choices.slice(0, run.liveSteps) })
  return run.isOpen && next.choices.length >= run.liveSteps && begins(next) === begins(recipe)
}
