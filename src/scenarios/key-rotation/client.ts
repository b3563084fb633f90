/** A service that calls another one: one token, kept until it expires or is refused (RFC 6749 §4.4). */
import type { ServerGlobals } from '../../simulation/index.ts'

/** How the service is set up. */
export interface ClientConfig {
  readonly token_endpoint: string
  readonly client_id: string
  readonly client_secret: string
  /** The service it calls. */
  readonly serviceUrl: string
}

/** The memory of the process. */
export interface TokenCache {
  token: { readonly access_token: string; readonly expires_at: number } | undefined
}

/** The authorization server or the other service refused. */
export class ServiceError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'ServiceError'
    this.code = code
  }
}

/** Reads the open invoices of Service B. */
export async function readInvoices(service: ServerGlobals, config: ClientConfig, cache: TokenCache): Promise<unknown> {
  const isKept = cache.token !== undefined && cache.token.expires_at * 1000 > service.Date.now()
  if (!isKept) cache.token = await requestToken(service, config)

  // #region service-call
  const response = await service.fetch(new URL('/invoices', config.serviceUrl), {
    headers: { authorization: `Bearer ${cache.token?.access_token}` },
  })
  // The next call should not try a token that has just been refused.
  if (response.status === 401) cache.token = undefined
  return readJson(response)
  // #endregion
}

/** Asks for a token (RFC 6749 §4.4.2). */
async function requestToken({ fetch, Date: clock }: ServerGlobals, config: ClientConfig) {
  // #region token-request
  const credentials = [config.client_id, config.client_secret].map(encodeURIComponent).join(':')
  const response = await fetch(config.token_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(credentials)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  const { access_token, expires_in } = await readJson<{ access_token: string; expires_in: number }>(response)
  return { access_token, expires_at: Math.floor(clock.now() / 1000) + expires_in }
  // #endregion
}

/** Reads a JSON response, or throws the error that it describes (RFC 6749 §5.2, RFC 6750 §3). */
async function readJson<Body>(response: Response): Promise<Body> {
  const body = await response.json()
  if (!response.ok) throw new ServiceError(body.error, body.error_description)
  return body
}
