/** One service calls another in three ways that are found side by side: with a static key, with nothing, with a token. */
import type { ServerGlobals } from '../../simulation/index.ts'

/** What stands in the calling service's configuration. */
export interface CallerConfig {
  readonly serviceUrl: string
  /** The same key in every service that calls. */
  readonly apiKey: string
  readonly token_endpoint: string
  readonly client_id: string
  readonly client_secret: string
}

/** Reads the reports with the key that was set up once. */
export function readWithApiKey({ fetch }: ServerGlobals, config: CallerConfig): Promise<Response> {
  // #region api-key-call
  return fetch(new URL('/v1/reports', config.serviceUrl), { headers: { 'x-api-key': config.apiKey } })
  // #endregion
}

/** Reads the reports from inside the network, where nobody asks who it is. */
export function readFromInside({ fetch }: ServerGlobals, config: CallerConfig): Promise<Response> {
  // #region unauthenticated-call
  return fetch(new URL('/internal/reports', config.serviceUrl))
  // #endregion
}

/** Reads the reports with an access token in the caller's own name (RFC 6749 §4.4). */
export async function readWithToken({ fetch }: ServerGlobals, config: CallerConfig): Promise<Response> {
  // #region token-request
  const credentials = [config.client_id, config.client_secret].map(encodeURIComponent).join(':')
  const granted = await fetch(config.token_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(credentials)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'reports:read' }),
  })
  if (!granted.ok) return granted
  // Whoever calls often keeps the token until shortly before it expires.
  const { access_token } = await granted.json()
  // #endregion

  // #region token-call
  return fetch(new URL('/v2/reports', config.serviceUrl), { headers: { authorization: `Bearer ${access_token}` } })
  // #endregion
}
