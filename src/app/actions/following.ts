/** Following a presenter: the same recipe at the same step, executed here again. */
import type { Session } from '../../simulation/index.ts'
import type { Picture } from '../presenter/messages.ts'
import { commit, current } from '../store/store.ts'
import type { Moment } from './notices.ts'
import { open } from './opening.ts'
import { goTo } from './playback.ts'

/** Shows a moment. A recipe that goes on where this one is makes steps; any other is opened. */
export async function follow({ session, cursor }: Moment, picture: Omit<Picture, 'link'>): Promise<void> {
  if (continues(session)) {
    commit({ session: { choices: session.choices } })
    await goTo(cursor)
  } else {
    await open({ session, cursor })
  }
  const { picked, isBlank, hasSpotlight, theme } = picture
  commit({ view: { picked, isBlank, hasSpotlight, theme } })
}

/** Whether everything that has been executed here is the beginning of a recipe. */
function continues(next: Session): boolean {
  const { session, run } = current()
  const begins = (recipe: Session) => JSON.stringify({ ...recipe, choices: recipe.choices.slice(0, run.liveSteps) })
  return run.isOpen && next.choices.length >= run.liveSteps && begins(next) === begins(session)
}
