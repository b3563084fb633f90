/** Single flight: one refresh at a time, and every call that is refused waits for it. */
import { type RefreshStrategy, refresh } from './client.ts'

/** Creates the strategy. */
export function createStrategy(): RefreshStrategy {
  let running: Promise<void> | undefined

  return {
    async beforeCall() {},

    // #region refresh
    async onRefused(tab, session, refused) {
      // The token was renewed while this call was on its way: a retry is enough.
      if (session.tokens?.access_token !== refused) return
      running ??= refresh(tab, session).finally(() => {
        running = undefined
      })
      await running
    },
    // #endregion
  }
}
