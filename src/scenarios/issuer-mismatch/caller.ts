/** A service that gets a token in its own name and calls the API with it (RFC 6749 §4.4). */
import type { ServerGlobals } from '../../simulation/index.ts'

/** How the service is set up. */
export interface CallerConfig {
  readonly token_endpoint: string
  readonly client_id: string
  readonly client_secret: string
  readonly url: string
}

/** Calls the API, and returns what came of it in one line. */
export async function callApi({ fetch }: ServerGlobals, config: CallerConfig): Promise<string> {
  // #region token-request
  const { client_id, client_secret } = config
  const granted = await fetch(config.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret }),
  })
  const { access_token, error } = await granted.json()
  if (error !== undefined) return `${granted.status} ${error}`
  // #endregion

  // #region api-call
  const response = await fetch(config.url, { headers: { authorization: `Bearer ${access_token}` } })
  return `${response.status} ${JSON.stringify(await response.json())}`
  // #endregion
}
