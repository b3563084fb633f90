/** A service that acts for a person: it trades the token that it was called with for one to call the next service (RFC 8693). */
import type { ServerGlobals } from '../../simulation/index.ts'

const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token'

/** How a service is set up. */
export interface ServiceConfig {
  readonly token_endpoint: string
  readonly client_id: string
  readonly client_secret: string
  /** What it does with the token that it was called with. */
  readonly onward: 'delegation' | 'impersonation' | 'pass_on'
  /** The next service: what the authorization server calls it, where it is, and what it is needed for. */
  readonly audience: string
  readonly url: string
  readonly scope: string
}

/** The authorization server or the next service refused. */
export class ServiceError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'ServiceError'
    this.code = code
  }
}

/** Calls the next service for whoever the token is about. */
export async function callNext(service: ServerGlobals, config: ServiceConfig, received: string): Promise<object> {
  const access_token = config.onward === 'pass_on' ? received : await exchange(service, config, received)

  // #region next-call
  const response = await service.fetch(config.url, { headers: { authorization: `Bearer ${access_token}` } })
  return readJson(response)
  // #endregion
}

/** Trades a token for one that is for the next service, and for nothing else. */
export async function exchange(service: ServerGlobals, config: ServiceConfig, subject_token: string): Promise<string> {
  const actor_token = config.onward === 'delegation' ? await getOwnToken(service, config) : undefined

  // #region exchange
  const response = await service.fetch(config.token_endpoint, {
    method: 'POST',
    headers: { authorization: basicCredentials(config) },
    body: new URLSearchParams({
      grant_type: TOKEN_EXCHANGE,
      // On whose behalf …
      subject_token,
      subject_token_type: ACCESS_TOKEN,
      // … and by whom. Without an actor token the new one looks as if the person came herself.
      ...(actor_token && { actor_token, actor_token_type: ACCESS_TOKEN }),
      audience: config.audience,
      scope: config.scope,
    }),
  })
  const { access_token } = await readJson<{ access_token: string }>(response)
  return access_token
  // #endregion
}

/** The service’s own token: it proves who acts. */
async function getOwnToken(service: ServerGlobals, config: ServiceConfig): Promise<string> {
  // #region actor-token
  const response = await service.fetch(config.token_endpoint, {
    method: 'POST',
    headers: { authorization: basicCredentials(config) },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  const { access_token } = await readJson<{ access_token: string }>(response)
  return access_token
  // #endregion
}

/** `client_secret_basic`: both parts are form-encoded, then joined (RFC 6749 §2.3.1). */
function basicCredentials({ client_id, client_secret }: ServiceConfig): string {
  return `Basic ${btoa([client_id, client_secret].map(encodeURIComponent).join(':'))}`
}

/** Reads a JSON response, or throws the error that it describes (RFC 6749 §5.2, RFC 6750 §3). */
async function readJson<Body extends object>(response: Response): Promise<Body> {
  const body = await response.json()
  if (!response.ok) throw new ServiceError(body.error, body.error_description)
  return body
}
