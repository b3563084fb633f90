/** Presenting the run: what the audience sees of it, and the clock of the talk. */
import { selectHasNextItem } from '../selectors/playlist.ts'
import { isStageShown } from '../selectors/presenter.ts'
import { selectUsualChoice } from '../selectors/usual.ts'
import type { PresenterMenu } from '../state/presenter.ts'
import { commit, current } from '../state/store.ts'
import { act } from './acting.ts'
import { enterFullScreen, leaveFullScreen } from './full-screen.ts'
import { pause, stepForward } from './playback.ts'
import { openNeighbour } from './playlists.ts'

/** Fills the screen with the diagram, and the browser's screen with the page where it lets us. */
export function present(): void {
  pause()
  enterFullScreen()
  commit({
    presenter: { isPresenting: true, isBlank: false, hasCode: false, menu: undefined, stageShown: 'auto' },
    view: { dialog: undefined },
  })
}

/** Back to the whole page, at the same step. */
export function leavePresenter(): void {
  leaveFullScreen()
  commit({ presenter: { isPresenting: false, isBlank: false, hasCode: false, menu: undefined, audience: undefined } })
}

/** From a code back to the picture, else back to the whole page. */
export function closeOrLeave(): void {
  if (current().presenter.hasCode) toggleCode()
  else leavePresenter()
}

/** The press before, so that a quick second one waits for what the first one does. */
let pressed: Promise<void> = Promise.resolve()

/**
 * The next step: what is recorded, else what usually comes next, the person's act included, and at the end of a
 * playlist's run the next run. Where the screen is blank or shows a code, the press brings the picture back first, as
 * presentation programs do.
 */
export function nextStep(): Promise<void> {
  pressed = pressed.then(goOn)
  return pressed
}

async function goOn(): Promise<void> {
  const state = current()
  const { isBlank, hasCode } = state.presenter
  if (isBlank || hasCode) {
    commit({ presenter: { isBlank: false, hasCode: false } })
    return
  }
  if (state.view.cursor < state.recipe.choices.length) return stepForward()
  const usual = await selectUsualChoice(state)
  if (usual !== undefined) return act(usual)
  if (selectHasNextItem(state)) await openNeighbour(1)
}

/** Shows the code of the link to this step, for the phones in the room, or takes it away. */
export function toggleCode(): void {
  commit({ presenter: { hasCode: !current().presenter.hasCode } })
}

/** Says in a sentence what happens, or not. */
export function toggleCaption(): void {
  commit({ presenter: { hasCaption: !current().presenter.hasCaption } })
}

/** Opens a menu of the presenter; without one closes it. */
export function openMenu(menu: PresenterMenu | undefined): void {
  commit({ presenter: { menu } })
}

/** Shows the audience nothing, or the diagram again. */
export function toggleBlank(): void {
  commit({ presenter: { isBlank: !current().presenter.isBlank } })
}

/** Has the selected row stand out, or not. */
export function toggleSpotlight(): void {
  commit({ presenter: { hasSpotlight: !current().presenter.hasSpotlight } })
}

/** Shows the stage, or hides it, until the trainer says otherwise. */
export function toggleStage(): void {
  commit({ presenter: { stageShown: isStageShown(current()) ? 'hidden' : 'shown' } })
}

/** Sets the length of the talk, in minutes. */
export function chooseTalkMinutes(talkMinutes: number): void {
  commit({ presenter: { talkMinutes } })
}

/** Has the clock of the talk run from `now` on, epoch milliseconds. */
export function startTalk(now: number): void {
  const { talk } = current().presenter
  if (talk.startedAt === undefined) commit({ presenter: { talk: { ...talk, startedAt: now } } })
}

/** Stops the clock of the talk at `now`, epoch milliseconds. */
export function pauseTalk(now: number): void {
  const { elapsedMs, startedAt } = current().presenter.talk
  if (startedAt === undefined) return
  commit({ presenter: { talk: { elapsedMs: elapsedMs + now - startedAt, startedAt: undefined } } })
}

/** The clock of the talk at nought, not running. */
export function resetTalk(): void {
  commit({ presenter: { talk: { elapsedMs: 0, startedAt: undefined } } })
}
