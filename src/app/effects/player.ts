/** Goes on by itself while the run is playing, one step a beat. */
import { advance, pause } from '../actions/playback.ts'
import { selectLastRow } from '../selectors/moment.ts'
import { current, observe } from '../state/store.ts'

/** Milliseconds from one step to the next at speed 1: the travel of a message and a moment to read it. */
const STEP_INTERVAL_MS = 1100

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
    timer = setTimeout(() => void beat(), STEP_INTERVAL_MS / current().view.speed)
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
