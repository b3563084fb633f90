/** The effects of the page: those that the first picture needs, and after it the others. */

import { isAudience } from '../audience-link/address.ts'
import { isEmbedded } from '../audience-link/embedded.ts'
import { observe } from '../state/store.ts'
import { keepHabits } from './local-storage.ts'
import { followAddress } from './location-hash.ts'
import { tellPlainHttp } from './plain-http.ts'
import { followTheme } from './theme.ts'

/** Starts them; the result stops them. */
export function startEffects(): () => void {
  const stops = [keepHabits({ isGuest: isAudience() }), followTheme(), followAddress()]
  if (!isAudience() && !isEmbedded()) stops.push(tellPlainHttp())
  const stopWaiting = observe(
    (state) => state.run.isOpen,
    () => {
      stopWaiting()
      void startLater().then((stop) => stops.push(stop))
    },
  )
  return () => {
    for (const stop of [...stops, stopWaiting]) stop()
  }
}

/** The first arrow comes before what moves the run. */
async function startLater(): Promise<() => void> {
  const { startRunEffects } = await laterEffects()
  return startRunEffects()
}

function laterEffects(): Promise<{ startRunEffects(): () => void }> {
  if (isEmbedded()) return import('./embed-effects.ts')
  return isAudience() ? import('./audience-effects.ts') : import('./run-effects.ts')
}
