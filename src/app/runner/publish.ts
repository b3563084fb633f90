/** Puts the live run on the page, in one emit. */
import { type Change, commit } from '../state/store.ts'
import type { LiveRun } from './live-run.ts'

/** Shows a run at a cursor. The trace is copied, so that readers see that something has changed. */
export function publish(live: LiveRun, cursor: number, change: Change = {}): void {
  commit({
    recipe: change.recipe ?? {},
    run: {
      isOpen: true,
      isBusy: false,
      trace: [...live.run.trace],
      sequence: live.sequence,
      liveSteps: live.run.steps,
      ...change.run,
    },
    view: { cursor, picked: undefined, ...change.view },
  })
}
