/** The app on a bad network: a refresh that gets no response is sent once more, with the token that the app still has. */
import { keepTokens, type Refresh, requestRefresh } from '../../scenario-kit/client-code/refreshing-client.ts'

/** Refreshes; a request without a response is sent once more. */
export const refresh: Refresh = async (tab, config, session) => {
  // #region refresh
  const send = () => requestRefresh(tab, config, session)

  // fetch throws the same TypeError for a lost request and a lost response. The app has only the old token.
  await keepTokens(session, await send().catch(send))
  // #endregion
}
