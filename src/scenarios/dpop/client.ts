/** A single-page app whose tokens are bound to a key that never leaves the browser (RFC 9449). */
import { base64url } from 'jose'
import type { KeyStore, ProofTarget } from '../../scenario-kit/client-code/dpop-proof.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { TabGlobals } from '../../simulation/index.ts'

/** What the app knows of the servers, and how it is registered. */
export interface ClientConfig {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly client_id: string
  readonly redirect_uri: string
  readonly scope: string
  readonly api: string
}

/** What the page's script may use; `idb` is IndexedDB, as the package idb-keyval wraps it. */
export interface PageScript extends TabGlobals {
  readonly idb: KeyStore
}

/** The tokens, as the token response has them (RFC 6749 §5.1). */
interface Tokens {
  readonly access_token: string
  /** `DPoP` where the access token is bound to a key (RFC 9449 §5). */
  readonly token_type: string
  readonly refresh_token?: string
}

/** How the app proves that it has the key: `proof.ts`, or what somebody wrote instead. */
export interface Proofs {
  /** Makes the key, and returns its thumbprint; `undefined` where there is none. */
  createKey(script: PageScript): Promise<string | undefined>
  make(script: PageScript, target: ProofTarget): Promise<string | undefined>
}

/** What the page remembers while it is open. */
export interface Session {
  readonly proofs: Proofs
  /** The latest nonce of each server, by origin. */
  readonly nonces: Map<string, string>
}

interface Call {
  readonly method: string
  readonly url: string
  readonly body?: URLSearchParams
  readonly tokens?: Tokens
}

/** Makes the key and leaves for the authorization server. */
export async function signIn(script: PageScript, config: ClientConfig, { proofs }: Session): Promise<void> {
  const { crypto, location, sessionStorage } = script
  // #region authorization-request
  const dpop_jkt = await proofs.createKey(script)
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const [code_verifier, state] = [randomText(), randomText()]
  sessionStorage.setItem('sign-in', JSON.stringify({ code_verifier, state }))

  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))
  const request = new URL(config.authorization_endpoint)
  request.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.client_id,
    redirect_uri: config.redirect_uri,
    scope: config.scope,
    state,
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    // Only who has the key can exchange the code.
    ...(dpop_jkt !== undefined && { dpop_jkt }),
  }).toString()
  location.assign(request)
  // #endregion
}

/** Takes the code from the address and exchanges it, with a proof. */
export async function finishSignIn(script: PageScript, config: ClientConfig, session: Session): Promise<void> {
  const { history, location, sessionStorage } = script
  // #region authorization-response
  const response = new URLSearchParams(location.search)
  const remembered = JSON.parse(sessionStorage.getItem('sign-in') ?? '{}')
  sessionStorage.removeItem('sign-in')
  history.replaceState(null, '', '/')

  if (response.get('state') !== remembered.state) {
    throw new SignInError('state_mismatch', 'This response does not belong to a sign-in that was started here.')
  }
  if (response.get('iss') !== config.issuer) {
    throw new SignInError('issuer_mismatch', 'This response comes from another authorization server.')
  }
  if (response.has('error')) {
    throw new SignInError(response.get('error') ?? '', response.get('error_description') ?? '')
  }
  // #endregion

  // #region token-request
  const tokenResponse = await send(script, session, {
    method: 'POST',
    url: config.token_endpoint,
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: response.get('code') ?? '',
      redirect_uri: config.redirect_uri,
      client_id: config.client_id,
      code_verifier: remembered.code_verifier,
    }),
  })
  await keepTokens(script, tokenResponse)
  // #endregion
}

/** Reads the photos; when the access token has expired it refreshes and tries again once. */
export async function loadPhotos(script: PageScript, config: ClientConfig, session: Session): Promise<unknown> {
  // #region api-call
  const call = () => send(script, session, { method: 'GET', url: `${config.api}/photos`, tokens: tokensOf(script) })

  let response = await call()
  if (response.headers.get('www-authenticate')?.includes('invalid_token')) {
    await refresh(script, config, session)
    response = await call()
  }
  const body = await response.json()
  if (!response.ok) throw new SignInError(body.error, body.error_description)
  return body
  // #endregion
}

/** Trades the refresh token for new tokens. It is bound to the key, as the app has no secret (RFC 9449 §5). */
async function refresh(script: PageScript, config: ClientConfig, session: Session): Promise<void> {
  // #region refresh
  const response = await send(script, session, {
    method: 'POST',
    url: config.token_endpoint,
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: tokensOf(script).refresh_token ?? '',
      client_id: config.client_id,
    }),
  })
  await keepTokens(script, response)
  // #endregion
}

/** Sends a call with its token and a proof. A server that wants its nonce in the proof says so: then once more, with that. */
async function send(script: PageScript, session: Session, { method, url, body, tokens }: Call): Promise<Response> {
  // #region proof
  const { origin } = new URL(url)
  const attempt = async () => {
    const target = { method, url, access_token: tokens?.access_token, nonce: session.nonces.get(origin) }
    const proof = await session.proofs.make(script, target)
    const response = await script.fetch(url, {
      method,
      ...(body && { body }),
      headers: {
        ...(tokens && { authorization: `${tokens.token_type} ${tokens.access_token}` }),
        ...(proof !== undefined && { dpop: proof }),
      },
    })
    const nonce = response.headers.get('dpop-nonce')
    if (nonce !== null) session.nonces.set(origin, nonce)
    return response
  }

  const response = await attempt()
  return !response.ok && (await response.clone().json()).error === 'use_dpop_nonce' ? attempt() : response
  // #endregion
}

async function keepTokens({ sessionStorage }: PageScript, response: Response): Promise<void> {
  const body = await response.json()
  if (!response.ok) {
    sessionStorage.removeItem('tokens')
    throw new SignInError(body.error, body.error_description)
  }
  const { access_token, token_type, refresh_token } = body
  sessionStorage.setItem('tokens', JSON.stringify({ access_token, token_type, refresh_token }))
}

/** The tokens of this tab; a script of the page can read them as well. */
function tokensOf({ sessionStorage }: PageScript): Tokens {
  return JSON.parse(sessionStorage.getItem('tokens') ?? '{}')
}
