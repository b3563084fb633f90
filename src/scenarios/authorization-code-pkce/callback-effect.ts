/** The callback as an effect of a component, for an effect that runs once: address and storage are emptied when the tokens are there. */
import type { TabGlobals } from '../../simulation/index.ts'
import { type ClientConfig, redeem, type Tokens } from './client.ts'

/** Makes the effect for one load of the page. */
export function createCallback() {
  return async (tab: TabGlobals, config: ClientConfig): Promise<Tokens> => {
    const { history, location, sessionStorage } = tab

    // #region authorization-response
    const response = new URLSearchParams(location.search)
    const remembered = JSON.parse(sessionStorage.getItem('sign-in') ?? '{}')
    const tokens = await redeem(tab, config, response, remembered)
    sessionStorage.removeItem('sign-in')
    history.replaceState(null, '', '/')
    return tokens
    // #endregion
  }
}
