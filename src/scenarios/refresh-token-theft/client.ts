/** The app whose refresh token was stolen: when a refresh is refused, it signs out. */
import { keepTokens, type Refresh, requestRefresh } from '../../scenario-kit/client-code/refreshing-client.ts'

/** Refreshes. A refusal may be the only sign of a theft, so the person is told. */
export const refresh: Refresh = async (tab, config, session) => {
  // #region refresh
  await keepTokens(session, await requestRefresh(tab, config, session))
  // #endregion
}
