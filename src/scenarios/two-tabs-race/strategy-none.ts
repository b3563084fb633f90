/** No strategy: each tab that is refused refreshes, whatever the others do. */
import { refresh, type TabStrategy } from './client.ts'

/** Creates a tab's strategy. */
export function createStrategy(): TabStrategy {
  return {
    join() {},

    // #region refresh
    async onRefused(tab, config) {
      await refresh(tab, config)
    },
    // #endregion
  }
}
