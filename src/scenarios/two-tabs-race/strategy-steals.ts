/** Web Locks, and stealing: a tab that does not get the lock in time takes it. There to show why not. */
import type { TabGlobals } from '../../simulation/index.ts'
import { type ClientConfig, readTokens, refresh, type TabStrategy } from './client.ts'

/** Policy: how long a lock counts as in use. In no specification. */
const WAIT_MS = 10_000

/** Creates a tab's strategy. */
export function createStrategy(): TabStrategy {
  // #region refresh
  async function refreshUnlessDone(tab: TabGlobals, config: ClientConfig, refused: string): Promise<void> {
    if (readTokens(tab).access_token !== refused) return
    await refresh(tab, config)
  }
  // #endregion

  return {
    join() {},

    // #region refresh
    async onRefused(tab, config, refused) {
      const { locks } = tab.navigator
      const signal = tab.AbortSignal.timeout(WAIT_MS)
      let work: Promise<void> | undefined
      const whenHeld = () => {
        work = refreshUnlessDone(tab, config, refused)
        return work
      }
      try {
        await locks.request('refresh', { signal }, whenHeld)
      } catch (error) {
        if (error === signal.reason) return locks.request('refresh', { steal: true }, whenHeld)
        // Stolen from this tab: its own refresh runs on, and nothing can call it back.
        await work
        throw error
      }
    },
    // #endregion
  }
}
