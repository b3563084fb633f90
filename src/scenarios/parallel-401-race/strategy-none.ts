/** No strategy: each call that is refused refreshes for itself. */
import { type RefreshStrategy, refresh } from './client.ts'

/** Creates the strategy. */
export function createStrategy(): RefreshStrategy {
  return {
    async beforeCall() {},

    // #region refresh
    async onRefused(tab, session) {
      await refresh(tab, session)
    },
    // #endregion
  }
}
