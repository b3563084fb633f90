/** Goes on by itself while the run is playing, one step a beat. */
import { advance, pause } from '../actions/playback.ts'
import { selectLastRow } from '../selectors/moment.ts'
import { selectChapters, selectNews } from '../selectors/narration.ts'
import { current, observe } from '../state/store.ts'

/** Milliseconds from one step to the next at speed 1: the travel of a message and a moment to look. */
const STEP_INTERVAL_MS = 1100
/** Where a chapter begins its sentence is read: about seventeen characters a second. */
const READING_MS_PER_CHARACTER = 60

/** Plays whenever the store says so; stops where the person must act and where something went wrong. */
export function playSteps(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined

  async function beat(): Promise<void> {
    const hasMoved = await advance()
    if (!current().view.isPlaying) return
    if (!hasMoved || selectLastRow(current())?.tone === 'error') {
      pause()
      return
    }
    timer = setTimeout(() => void beat(), stay() / current().view.speed)
  }

  function stay(): number {
    const state = current()
    const isBeginning = selectChapters(state).some(({ step }) => step === state.view.cursor)
    const length = isBeginning ? (selectNews(state)?.sentence.length ?? 0) : 0
    return Math.max(STEP_INTERVAL_MS, length * READING_MS_PER_CHARACTER)
  }

  const stop = observe(
    (state) => state.view.isPlaying,
    (isPlaying) => {
      clearTimeout(timer)
      if (isPlaying) void beat()
    },
  )
  return () => {
    clearTimeout(timer)
    stop()
  }
}
