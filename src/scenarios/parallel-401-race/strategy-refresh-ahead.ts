/** Refresh ahead: a minute before the access token expires, one call renews it, and nobody is ever refused. */
import type { TabGlobals } from '../../simulation/index.ts'
import { type RefreshStrategy, refresh, type Session } from './client.ts'

const AHEAD_MS = 60_000

/** Creates the strategy. */
export function createStrategy(): RefreshStrategy {
  let running: Promise<void> | undefined

  // #region refresh
  async function refreshOnce(tab: TabGlobals, session: Session): Promise<void> {
    running ??= refresh(tab, session).finally(() => {
      running = undefined
    })
    await running
  }
  // #endregion

  return {
    // #region api-call
    async beforeCall(tab, session) {
      const { expires_at = 0 } = session.tokens ?? {}
      if (tab.Date.now() >= expires_at - AHEAD_MS) await refreshOnce(tab, session)
    },
    // #endregion

    async onRefused(tab, session, refused) {
      // A clock may be wrong and a token may be revoked: the 401 has the last word.
      if (session.tokens?.access_token !== refused) return
      await refreshOnce(tab, session)
    },
  }
}
