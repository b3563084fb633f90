/** Tells the page around the player how high it would like to be. */
import { current, observe } from '../state/store.ts'

/** CSS pixels of everything but the rows, of a row, and the bounds within which the player adapts to its run. */
const FRAME_HEIGHT = 220
const ROW_HEIGHT = 52
const [LOWEST, HIGHEST] = [320, 640]

/** Sends the height now and whenever the run gets longer; the result stops it. Says nothing about the run. */
export function tellHeight(): () => void {
  const tell = () => {
    const { recipe, run } = current()
    const rows = Math.max(recipe.choices.length, run.sequence.rows.length)
    const height = Math.min(HIGHEST, Math.max(LOWEST, FRAME_HEIGHT + rows * ROW_HEIGHT))
    // To whoever embeds it: a number is all there is to learn.
    parent.postMessage({ type: 'authlane:height', height }, '*')
  }
  tell()
  return observe((state) => state.recipe.choices.length, tell)
}
