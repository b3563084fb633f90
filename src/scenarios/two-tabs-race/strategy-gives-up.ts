/** Web Locks, and an end to waiting: a tab that does not get the lock in time says so. */
import { readTokens, refresh, type TabStrategy, TryAgainError } from './client.ts'

/** Policy: as long as a person looks at “on their way”. In no specification. */
const WAIT_MS = 10_000

/** Creates a tab's strategy. */
export function createStrategy(): TabStrategy {
  return {
    join() {},

    // #region refresh
    async onRefused(tab, config, refused) {
      const signal = tab.AbortSignal.timeout(WAIT_MS)
      try {
        await tab.navigator.locks.request('refresh', { signal }, async () => {
          if (readTokens(tab).access_token !== refused) return
          await refresh(tab, config)
        })
      } catch (error) {
        if (error !== signal.reason) throw error
        // The lock stays with the other tab, and so does the refresh token: it may have been sent already.
        if (readTokens(tab).access_token !== refused) return
        throw new TryAgainError('Another tab is still refreshing. Open it, then try again here.')
      }
    },
    // #endregion
  }
}
