/** A service that calls another one in its own name: one cached token, renewed before it expires (RFC 6749 §4.4). */
import type { ServerGlobals } from '../../simulation/index.ts'

/** What the service's code uses: the globals of its process, and a record of how it decided. */
export interface Service extends ServerGlobals {
  decide(question: string, answer: boolean): void
}

/** What the registration gives, once. Whoever has both is the client. */
export interface Credentials {
  readonly client_id: string
  readonly client_secret: string
}

/** What the developer portal knows. */
export interface Portal {
  readonly registration_endpoint: string
  /** What lets the portal register clients (RFC 7591 §3). */
  readonly initial_access_token: string
  readonly scope: string
}

/** How the service is set up. */
export interface ClientConfig extends Credentials {
  readonly token_endpoint: string
  readonly scope: string
  /** The service it calls. */
  readonly serviceUrl: string
  /** A token with no more than this left is no longer used. */
  readonly refreshAheadSeconds: number
  /** Whether simultaneous jobs share one token request. */
  readonly singleFlight: boolean
  /** The API that the token is for (RFC 8707 §2). Default: all that the server knows. */
  readonly resource?: string
  /** Whether the token request is JSON, which no token endpoint has to read (RFC 6749 §3.2). */
  readonly sendsJson: boolean
}

/** The memory that all jobs of the process share. */
export interface TokenCache {
  token: CachedToken | undefined
  request: Promise<CachedToken> | undefined
}

/** An access token, and when it expires in epoch seconds. */
export interface CachedToken {
  readonly access_token: string
  readonly expires_at: number
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

/** What the developer portal does when a developer registers the service (RFC 7591 §3). */
export async function registerClient({ fetch }: ServerGlobals, portal: Portal): Promise<Credentials> {
  // #region registration
  const response = await fetch(portal.registration_endpoint, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${portal.initial_access_token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      client_name: 'Service A',
      grant_types: ['client_credentials'],
      token_endpoint_auth_method: 'client_secret_basic',
      scope: portal.scope,
    }),
  })
  const { client_id, client_secret } = await readJson<Credentials>(response)
  return { client_id, client_secret }
  // #endregion
}

/** The job: reads the open invoices of Service B. */
export async function readInvoices(service: Service, config: ClientConfig, cache: TokenCache): Promise<unknown> {
  const access_token = await getToken(service, config, cache)

  // #region service-call
  const response = await service.fetch(new URL('/invoices', config.serviceUrl), {
    headers: { authorization: `Bearer ${access_token}` },
  })
  // The next job should not try a token that has just been refused.
  if (response.status === 401) cache.token = undefined
  return readJson(response)
  // #endregion
}

/** The access token from the cache, or a new one. */
async function getToken(service: Service, config: ClientConfig, cache: TokenCache): Promise<string> {
  const { decide } = service

  // #region token-cache
  const { token } = cache
  decide('cached', token !== undefined)
  if (token !== undefined) {
    const isFresh = token.expires_at - service.Date.now() / 1000 > config.refreshAheadSeconds
    decide('fresh', isFresh)
    if (isFresh) return token.access_token
  }
  // #endregion

  // #region single-flight
  const underWay = config.singleFlight ? cache.request : undefined
  decide('under_way', underWay !== undefined)
  const request = underWay ?? requestToken(service, config)
  cache.request = request
  try {
    cache.token = await request
    decide('answered', true)
    return cache.token.access_token
  } catch (error) {
    decide('answered', false)
    throw error
  } finally {
    if (cache.request === request) cache.request = undefined
  }
  // #endregion
}

/** Asks for a token. There is no refresh token to keep: the credentials are at hand (RFC 6749 §4.4.3). */
async function requestToken(service: Service, config: ClientConfig): Promise<CachedToken> {
  // #region token-request
  // Both parts are form-encoded first, so that a colon in one cannot move the boundary (RFC 6749 §2.3.1).
  const credentials = [config.client_id, config.client_secret].map(encodeURIComponent).join(':')
  const { scope, resource } = config
  const parameters = { grant_type: 'client_credentials', scope, ...(resource !== undefined && { resource }) }
  const response = await service.fetch(config.token_endpoint, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(credentials)}`,
      ...(config.sendsJson && { 'content-type': 'application/json' }),
    },
    body: config.sendsJson ? JSON.stringify(parameters) : new URLSearchParams(parameters),
  })
  const { access_token, expires_in } = await readJson<{ access_token: string; expires_in: number }>(response)
  return { access_token, expires_at: service.Date.now() / 1000 + expires_in }
  // #endregion
}

/** Reads a JSON response, or throws the error that it describes (RFC 6749 §5.2, RFC 6750 §3). */
async function readJson<Body>(response: Response): Promise<Body> {
  const body = await response.json()
  if (!response.ok) throw new ServiceError(body.error, body.error_description)
  return body
}
