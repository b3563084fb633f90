/** Checking a logout token (OpenID Connect Back-Channel Logout §2.6). */
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'
import type { ServerGlobals } from '../../simulation/index.ts'

/** How an app checks logout tokens. */
export interface LogoutChecks {
  /** All that §2.6 asks for; only what any signed token needs; nothing. */
  readonly verification: 'all' | 'signature' | 'none'
  /** Whether each token works once. */
  readonly remembersTokens: boolean
}

/** The server's public keys, once they have been fetched. */
export interface KeyCache {
  current: JSONWebKeySet | undefined
}

/** Why a logout token is refused; the answer is 400 (§2.8). */
export class LogoutTokenError extends Error {
  override readonly name = 'LogoutTokenError'
  /** Which check it was. */
  readonly check: 'logout_token_signature' | 'logout_token_event' | 'logout_token_replay'

  constructor(check: LogoutTokenError['check'], message: string) {
    super(message)
    this.check = check
  }
}

/** Whose session a token is about, and which. */
export interface Subject {
  readonly sub: string
  readonly sid: string
}

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout'

/** Who signed in, and in which session of the server, by an ID token that was checked. */
export function subjectOf(id_token: string): Subject {
  const { sub = '', sid } = decodeJwt(id_token)
  return { sub, sid: String(sid) }
}

/** What is to be ended, by a logout token that passes the checks. Throws {@link LogoutTokenError}. */
export async function readLogoutToken(
  app: ServerGlobals & { readonly keys: KeyCache; readonly used: Map<string, number> },
  config: {
    readonly issuer: string
    readonly jwks_uri: string
    readonly client_id: string
    readonly checks: LogoutChecks
  },
  token: string,
): Promise<Partial<Subject>> {
  const { verification, remembersTokens } = config.checks
  // #region logout-token
  // Do not copy: whoever can reach the address signs people out.
  if (verification === 'none') return subjectIn(decodeJwt(token))

  app.keys.current ??= (await (await app.fetch(config.jwks_uri)).json()) as JSONWebKeySet
  const { payload } = await jwtVerify(token, createLocalJWKSet(app.keys.current), {
    issuer: config.issuer,
    audience: config.client_id,
    // Never what the token itself says: `none` would be no signature at all.
    algorithms: ['RS256'],
    requiredClaims: ['iat', 'exp'],
    currentDate: new Date(app.Date.now()),
  }).catch((error: Error) => {
    throw new LogoutTokenError('logout_token_signature', `The logout token is not valid: ${error.message}.`)
  })
  if (verification === 'signature') return subjectIn(payload)

  // An ID token has the same signature, issuer and audience. This tells them apart (OpenID Connect Back-Channel Logout §2.6).
  const isLogout =
    LOGOUT_EVENT in Object(payload.events) &&
    payload.nonce === undefined &&
    (payload.sub !== undefined || payload.sid !== undefined)
  if (!isLogout || payload.jti === undefined) {
    throw new LogoutTokenError('logout_token_event', 'This is a signed token, but no logout token.')
  }
  if (remembersTokens) {
    if (app.used.has(payload.jti)) {
      throw new LogoutTokenError('logout_token_replay', 'This logout token was used before.')
    }
    app.used.set(payload.jti, payload.exp ?? 0)
  }
  return subjectIn(payload)
  // #endregion
}

function subjectIn({ sub, sid }: JWTPayload): Partial<Subject> {
  return { ...(sub !== undefined && { sub }), ...(typeof sid === 'string' && { sid }) }
}
