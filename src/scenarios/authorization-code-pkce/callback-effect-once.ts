/** The callback as an effect that may run as often as it likes: one sign-in is finished for each load of the page. */
import type { TabGlobals } from '../../simulation/index.ts'
import { type ClientConfig, finishSignIn, type Tokens } from './client.ts'

/** Makes the effect for one load of the page. */
export function createCallback() {
  // #region authorization-response
  let finished: Promise<Tokens> | undefined

  /** A second run is given what the first one is getting: there is one code, and the address has it no longer. */
  return (tab: TabGlobals, config: ClientConfig): Promise<Tokens> => {
    finished ??= finishSignIn(tab, config)
    return finished
  }
  // #endregion
}
