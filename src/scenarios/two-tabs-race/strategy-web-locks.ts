/** Web Locks: the browser lets one tab at a time refresh; a tab that had to wait first checks whether it is done. */
import { readTokens, refresh, type TabStrategy } from './client.ts'

/** Creates a tab's strategy. */
export function createStrategy(): TabStrategy {
  return {
    join() {},

    // #region refresh
    async onRefused(tab, config, refused) {
      await tab.navigator.locks.request('refresh', async () => {
        // Another tab refreshed while this one waited for the lock: a retry is enough.
        if (readTokens(tab).access_token !== refused) return
        await refresh(tab, config)
      })
    },
    // #endregion
  }
}
