/** The browser carries the request in the address, where whoever is there can read and change it (RFC 6749 §4.1.1). */
import type { ServerGlobals } from '../../simulation/index.ts'
import type { ClientConfig, RequestParameters } from './client.ts'

/** Leaves the parameters as they are. */
export async function carry(
  _globals: ServerGlobals,
  config: ClientConfig,
  parameters: RequestParameters,
): Promise<RequestParameters> {
  // #region hand-over
  return { ...parameters, client_id: config.browser_client_id }
  // #endregion
}
