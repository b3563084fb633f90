/** Web Locks, and an end to the request: a tab whose refresh gets no answer in time gives the lock back. */
import { readTokens, refresh, type TabStrategy, TryAgainError } from './client.ts'

/** Policy: longer than a slow answer takes. In no specification. */
const ANSWER_MS = 10_000

/** Creates a tab's strategy. */
export function createStrategy(): TabStrategy {
  return {
    join() {},

    // #region refresh
    async onRefused(tab, config, refused) {
      await tab.navigator.locks.request('refresh', async () => {
        if (readTokens(tab).access_token !== refused) return
        const signal = tab.AbortSignal.timeout(ANSWER_MS)
        try {
          await refresh(tab, config, signal)
        } catch (error) {
          if (error !== signal.reason) throw error
          throw new TryAgainError('The server did not answer in time. Try again.')
        }
      })
    },
    // #endregion
  }
}
