/** The app on a bad network: a refresh that gets no answer is sent once more, with the token that the app still has. */
import { keepTokens, type Refresh, requestRefresh } from '../../scenario-kit/client-code/refreshing-client.ts'

/** Refreshes; a request without an answer is sent once more. */
export const refresh: Refresh = async (tab, config, session) => {
  // #region refresh
  const send = () => requestRefresh(tab, config, session)

  // A TypeError is all that fetch tells of a lost request, and of a lost answer. The app has the old token only.
  await keepTokens(session, await send().catch(send))
  // #endregion
}
