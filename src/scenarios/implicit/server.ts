/** The app’s server, where it signs people in by what its page brings out of the address (RFC 9700 §4.6). */
import { base64url, createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import { type HttpResponse, json, parseForm } from '../../http/index.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'

/** What the server knows of the authorization server, and how it is registered there. */
export interface ServerConfig {
  readonly issuer: string
  readonly jwks_uri: string
  readonly userinfo_endpoint: string
  readonly introspection_endpoint: string
  readonly token_endpoint: string
  /** The page’s. */
  readonly client_id: string
  readonly redirect_uri: string
  /** The server’s own, for introspection. */
  readonly own_id: string
  readonly own_secret: string
  /**
   * What must fit before an access token counts as a sign-in: nothing, the client that it was issued to, or an ID token. With `code`
   * no access token does that somebody brings: the server gets its own.
   */
  readonly checks: 'nothing' | 'client' | 'id_token' | 'code'
}

/** What the shop keeps of somebody. */
export interface Account {
  readonly name: string
  readonly order: string
}

/** What is kept for a browser: before the sign-in, and after it. */
export type Pending = { readonly nonce: string; readonly code_verifier?: string }
export type Session = { readonly sub: string }

/** What the server works with. */
export interface AppServer extends ServerGlobals {
  readonly pending: ServerSessions<Pending>
  readonly sessions: ServerSessions<Session>
  readonly accounts: ReadonlyMap<string, Account>
}

/** The routes that its page calls. */
export function createServerRoutes(app: AppServer, config: ServerConfig): Routes {
  const { crypto, pending, sessions, accounts } = app
  return {
    // #region nonce
    async 'GET /random-value'() {
      const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
      const nonce = randomText()
      if (config.checks !== 'code') return json(200, { nonce }, [pending.start({ nonce })])

      const code_verifier = randomText()
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))
      const challenge = { code_challenge: base64url.encode(new Uint8Array(digest)), code_challenge_method: 'S256' }
      return json(200, { nonce, ...challenge }, [pending.start({ nonce, code_verifier })])
    },
    // #endregion

    // #region session
    async 'POST /session'(request): Promise<HttpResponse> {
      const sent = new Map(parseForm(request.body))
      if (config.checks === 'code') {
        const { sub, access_token } = await redeem(app, config, sent.get('code') ?? '', pending.read(request))
        return json(200, { ...accounts.get(sub), access_token }, [sessions.start({ sub }, request)])
      }
      const access_token = sent.get('access_token') ?? ''
      if (config.checks === 'client') await checkClient(app, config, access_token)
      if (config.checks === 'id_token') {
        const { nonce } = pending.read(request) ?? {}
        await checkIdToken(app, config, { access_token, id_token: sent.get('id_token'), nonce })
      }
      const authorization = `Bearer ${access_token}`
      const response = await app.fetch(config.userinfo_endpoint, { headers: { authorization } })
      if (!response.ok) throw new SignInError('invalid_token', 'Nobody is known by this access token.')
      const { sub }: Session = await response.json()
      // The token is somebody’s, and whoever brought it counts as that person.
      return json(200, { ...accounts.get(sub) }, [sessions.start({ sub }, request)])
    },
    // #endregion
  }
}

/** Exchanges a code, which works with this browser’s verifier alone (RFC 7636 §4.5). Whoever is meant is in the ID token. */
async function redeem(
  app: AppServer,
  { token_endpoint, redirect_uri, client_id, issuer }: ServerConfig,
  code: string,
  { nonce, code_verifier = '' }: Partial<Pending> = {},
): Promise<Session & { readonly access_token: string }> {
  const { fetch, Date: clock } = app
  // #region session
  const response = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri, client_id, code_verifier }),
  })
  const tokens = await response.json()
  if (!response.ok) throw new SignInError(tokens.error, tokens.error_description)
  const { iss, aud, exp = 0, sub, nonce: theirs } = decodeJwt(tokens.id_token)
  if (iss !== issuer || aud !== client_id || exp * 1000 <= clock.now() || theirs !== nonce) {
    throw new SignInError('invalid_id_token', 'The ID token is not for this app or not for this sign-in.')
  }
  return { sub: String(sub), access_token: tokens.access_token }
  // #endregion
}

/** Asks for whom the access token was issued (RFC 7662 §2.2, `client_id`). */
async function checkClient({ fetch }: AppServer, config: ServerConfig, token: string): Promise<void> {
  // #region session
  const response = await fetch(config.introspection_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${config.own_id}:${config.own_secret}`)}` },
    body: new URLSearchParams({ token }),
  })
  const { client_id } = await response.json()
  if (client_id !== config.client_id) {
    const comparison = { sent: client_id, expected: config.client_id }
    throw new SignInError('token_client_mismatch', 'The access token was issued to another client.', comparison)
  }
  // #endregion
}

/** The ID token is for this app and this browser, and belongs to the access token (OpenID Connect Core §3.2.2.9). */
async function checkIdToken(
  app: AppServer,
  { issuer, client_id, jwks_uri }: ServerConfig,
  { access_token, id_token, nonce }: { access_token: string; id_token: string | undefined; nonce: string | undefined },
): Promise<void> {
  // #region session
  const { fetch, crypto, Date: clock } = app
  if (id_token === undefined) throw new SignInError('id_token_missing', 'The page has brought no ID token.')
  const keys = await (await fetch(jwks_uri)).json()
  const currentDate = new Date(clock.now())
  const { payload } = await jwtVerify(id_token, createLocalJWKSet(keys), {
    issuer,
    audience: client_id,
    currentDate,
  }).catch((error: Error) => {
    throw new SignInError('invalid_id_token', `The ID token is not valid: ${error.message}.`)
  })
  if (nonce === undefined || payload.nonce !== nonce) {
    const comparison = { sent: String(payload.nonce), expected: nonce }
    throw new SignInError('nonce_mismatch', 'The ID token is not of a sign-in of this browser.', comparison)
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(access_token)))
  const at_hash = base64url.encode(digest.subarray(0, digest.length / 2))
  if (payload.at_hash !== at_hash) {
    const comparison = { sent: String(payload.at_hash), expected: at_hash }
    throw new SignInError('at_hash_mismatch', 'The ID token belongs to another access token.', comparison)
  }
  // #endregion
}
