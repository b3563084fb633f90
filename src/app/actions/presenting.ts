/** Presenting the run: what the audience sees of it, and the clock of the talk. */
import { isStageShown } from '../selectors/presenter.ts'
import { commit, current } from '../state/store.ts'
import { enterFullScreen, leaveFullScreen } from './full-screen.ts'
import { pause, stepForward } from './playback.ts'

/** Fills the screen with the diagram, and the browser's screen with the page where it lets us. */
export function present(): void {
  pause()
  enterFullScreen()
  commit({ view: { isPresenting: true, isBlank: false, stageShown: 'auto', dialog: undefined } })
}

/** Back to the whole page, at the same step. */
export function leavePresenter(): void {
  leaveFullScreen()
  commit({ view: { isPresenting: false, isBlank: false, audience: undefined } })
}

/** The next step. On a blank screen the first press brings the picture back, as presentation programs do. */
export async function nextBeat(): Promise<void> {
  if (current().view.isBlank) commit({ view: { isBlank: false } })
  else await stepForward()
}

/** Shows the audience nothing, or the diagram again. */
export function toggleBlank(): void {
  commit({ view: { isBlank: !current().view.isBlank } })
}

/** Has the selected row stand out, or not. */
export function toggleSpotlight(): void {
  commit({ view: { hasSpotlight: !current().view.hasSpotlight } })
}

/** Shows the stage, or hides it, until the trainer says otherwise. */
export function toggleStage(): void {
  commit({ view: { stageShown: isStageShown(current()) ? 'hidden' : 'shown' } })
}

/** Sets the length of the talk, in minutes. */
export function chooseTalkMinutes(talkMinutes: number): void {
  commit({ view: { talkMinutes } })
}

/** Has the clock of the talk run from `now` on, epoch milliseconds. */
export function startTalk(now: number): void {
  const { talk } = current().view
  if (talk.startedAt === undefined) commit({ view: { talk: { ...talk, startedAt: now } } })
}

/** Stops the clock of the talk at `now`, epoch milliseconds. */
export function pauseTalk(now: number): void {
  const { elapsedMs, startedAt } = current().view.talk
  if (startedAt === undefined) return
  commit({ view: { talk: { elapsedMs: elapsedMs + now - startedAt, startedAt: undefined } } })
}

/** The clock of the talk at nought, not running. */
export function resetTalk(): void {
  commit({ view: { talk: { elapsedMs: 0, startedAt: undefined } } })
}
