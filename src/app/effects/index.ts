/** Every effect of the page, in the order in which they start. */
import { observe } from '../store/store.ts'
import { listenToKeys } from './keyboard.ts'
import { keepHabits } from './local-storage.ts'
import { followAddress } from './location-hash.ts'
import { playSteps } from './player.ts'
import { followTheme } from './theme.ts'
import { startCarrying } from './transport.ts'

/** Starts them; the result stops them. */
export function startEffects(): () => void {
  const stops = [keepHabits(), followTheme(), listenToKeys(), playSteps(), followAddress()]
  // Until it has started, messages travel directly: the first arrow and the page around it come first.
  const stopWaiting = observe(
    (state) => state.run.isOpen,
    () => {
      stopWaiting()
      void import('../workspace.tsx').then(startCarrying)
    },
  )
  return () => {
    for (const stop of [...stops, stopWaiting]) stop()
  }
}
