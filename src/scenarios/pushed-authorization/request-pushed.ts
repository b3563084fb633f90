/** The request is pushed: the backend sends it, authenticated, and the browser carries a reference (RFC 9126 §2, §4). */
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import type { ClientConfig, RequestParameters } from './client.ts'

/** Pushes the request; what it is for, the browser never learns. */
export async function push(
  globals: ServerGlobals,
  config: ClientConfig,
  parameters: RequestParameters,
): Promise<RequestParameters> {
  const { fetch } = globals
  // #region hand-over
  const credentials = [config.client_id, config.client_secret].map(encodeURIComponent).join(':')
  const response = await fetch(config.pushed_authorization_request_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(credentials)}` },
    body: new URLSearchParams(parameters),
  })
  const body = await response.json()
  if (!response.ok) throw new SignInError(body.error, body.error_description)
  return { client_id: config.browser_client_id, request_uri: body.request_uri }
  // #endregion
}
