/** Presenting the run: what the audience sees of it, and the clock of the talk. */
import { isStageShown } from '../selectors/presenter.ts'
import { commit, current } from '../state/store.ts'
import { enterFullScreen, leaveFullScreen } from './full-screen.ts'
import { pause, stepForward } from './playback.ts'

/** Fills the screen with the diagram, and the browser's screen with the page where it lets us. */
export function present(): void {
  pause()
  enterFullScreen()
  commit({ presenter: { isPresenting: true, isBlank: false, stageShown: 'auto' }, view: { dialog: undefined } })
}

/** Back to the whole page, at the same step. */
export function leavePresenter(): void {
  leaveFullScreen()
  commit({ presenter: { isPresenting: false, isBlank: false, audience: undefined } })
}

/** The next step. On a blank screen the first press brings the picture back, as presentation programs do. */
export async function nextStep(): Promise<void> {
  if (current().presenter.isBlank) commit({ presenter: { isBlank: false } })
  else await stepForward()
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
