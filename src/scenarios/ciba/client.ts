/** A shop that knows who stands at the counter: it has the server ask them on their own phone (OpenID Connect CIBA). */
import { base64url, decodeJwt } from 'jose'
import type { ServerGlobals } from '../../simulation/index.ts'

/** How the shop is registered, and the API that it calls. A confidential client: only such a one may have people asked. */
export interface ClientConfig {
  readonly issuer: string
  readonly backchannel_authentication_endpoint: string
  readonly token_endpoint: string
  readonly client_id: string
  readonly client_secret: string
  readonly scope: string
  readonly api: string
  /** Whether a message goes along that counter and phone both show. */
  readonly sendsMessage: boolean
  /** Whether the server tells when there is a decision. */
  readonly delivery: 'poll' | 'ping'
  /** Whether the shop asks by itself although it is to be pinged. */
  readonly pollsToo: boolean
  /** Seconds between two polls; left out, the server says how many. */
  readonly pollsEvery?: number
  /** What the shop makes of `slow_down`. */
  readonly onSlowDown: 'waits' | 'gives_up'
}

/** A request that a person has not answered yet (§7.3), and what the shop made up for it. */
export interface Pending {
  readonly auth_req_id: string
  /** Seconds. */
  readonly expires_in: number
  readonly interval?: number
  readonly binding_message?: string
  /** What the ping must bring, so that nobody else can send one. */
  readonly client_notification_token?: string
}

/** The token response (OpenID Connect CIBA §10.1). */
export interface Tokens {
  readonly access_token: string
  readonly id_token: string
  readonly refresh_token?: string
}

/** The server refused, or what it sent is not for this shop. */
export class BackchannelError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'BackchannelError'
    this.code = code
  }
}

/** Has the server ask a person. */
export async function askPerson(server: ServerGlobals, config: ClientConfig, login_hint: string): Promise<Pending> {
  const { crypto, fetch } = server
  // #region authentication-request
  const [number = 0] = crypto.getRandomValues(new Uint8Array(1))
  const made = {
    // Short, so that it is read: both screens show it (§7.1).
    ...(config.sendsMessage && { binding_message: `Order ${100 + number}` }),
    ...(config.delivery === 'ping' && {
      client_notification_token: base64url.encode(crypto.getRandomValues(new Uint8Array(32))),
    }),
  }
  const response = await fetch(config.backchannel_authentication_endpoint, {
    method: 'POST',
    headers: { authorization: basic(config) },
    body: new URLSearchParams({ scope: config.scope, login_hint, ...made }),
  })
  return { ...(await readJson<Pending>(response)), ...made }
  // #endregion
}

/** Waits for the decision: `pinged` resolves when the server has said that there is one. */
export async function waitForTokens(
  server: ServerGlobals,
  config: ClientConfig,
  pending: Pending,
  pinged: Promise<void>,
): Promise<Tokens> {
  // #region polling
  const { fetch, setTimeout } = server
  let interval = config.pollsEvery ?? pending.interval ?? 5
  for (;;) {
    const pause = new Promise<void>((resolve) => setTimeout(resolve, interval * 1000))
    if (config.delivery === 'poll') await pause
    // A ping is sent once and can be lost, so a careful client asks by itself as well: it has an interval, too (§7.3).
    else await (config.pollsToo ? Promise.race([pinged, pause]) : pinged)

    const response = await fetch(config.token_endpoint, {
      method: 'POST',
      headers: { authorization: basic(config) },
      body: new URLSearchParams({
        grant_type: 'urn:openid:params:grant-type:ciba',
        auth_req_id: pending.auth_req_id,
      }),
    }).catch(() => undefined)
    if (response === undefined) {
      interval *= 2
      continue
    }
    const body = await response.json()
    if (response.ok) return checked(server, config, body)
    if (body.error === 'slow_down' && config.onSlowDown === 'waits') interval += 5
    else if (body.error !== 'authorization_pending') throw new BackchannelError(body.error, body.error_description)
  }
  // #endregion
}

/** Takes a ping: true when it has the token that was sent for this request (§10.2). */
export function isOwnPing(authorization: string | undefined, pending: Pending | undefined): boolean {
  // #region ping
  const token = pending?.client_notification_token
  return token !== undefined && authorization === `Bearer ${token}`
  // #endregion
}

/** Reads the photos that are to be printed. */
export async function callApi({ fetch }: ServerGlobals, config: ClientConfig, tokens: Tokens): Promise<unknown> {
  // #region api-call
  const response = await fetch(new URL('/photos', config.api), {
    headers: { authorization: `Bearer ${tokens.access_token}` },
  })
  if (!response.ok) throw new BackchannelError(`http_${response.status}`, `The API answered ${response.status}.`)
  return await response.json()
  // #endregion
}

/** It came over TLS from the token endpoint, so issuer, audience and expiry are left to check (OpenID Connect Core §3.1.3.7). */
function checked(server: ServerGlobals, { issuer, client_id }: ClientConfig, tokens: Tokens): Tokens {
  const { iss, aud, exp = 0 } = decodeJwt(tokens.id_token)
  if (iss === issuer && aud === client_id && exp > server.Date.now() / 1000) return tokens
  throw new BackchannelError(
    'invalid_id_token',
    'The ID token is not from this server, not for this shop, or has expired.',
  )
}

/** Both parts are form-encoded first (RFC 6749 §2.3.1). */
function basic({ client_id, client_secret }: ClientConfig): string {
  return `Basic ${btoa([client_id, client_secret].map(encodeURIComponent).join(':'))}`
}

async function readJson<Body>(response: Response): Promise<Body> {
  const body = await response.json()
  if (!response.ok) throw new BackchannelError(body.error, body.error_description)
  return body
}
