/** Lessons watch the run: their questions hold it up, and a reached goal is kept. */
import { holdUp, noteReached } from '../actions/lessons.ts'
import { holdUpBy } from '../runner/step-guard.ts'
import { selectIsGoalReached } from '../selectors/lesson.ts'
import { observe } from '../state/store.ts'

/** Starts watching; the result stops it. */
export function watchLessons(): () => void {
  const stops = [
    holdUpBy(holdUp),
    observe(selectIsGoalReached, (isReached) => {
      if (isReached) noteReached()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
