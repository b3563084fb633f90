/** A single-page app that keeps a sign-in under way in a storage that all tabs share (RFC 6749 §4.1, RFC 7636). */
import { base64url, decodeJwt } from 'jose'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { readTokenResponse, type TokenResponse } from '../../scenario-kit/client-code/tab-sign-in.ts'
import type { TabGlobals } from '../../simulation/index.ts'

/** What belongs to one sign-in, and must be there when the answer comes. */
type Value = 'state' | 'nonce' | 'code_verifier'

/** How the app is registered, and how it keeps a sign-in. */
export interface ClientConfig {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly client_id: string
  readonly redirect_uri: string
  readonly scope: string
  /** Values with one place for all sign-ins. The others have a place for each, under its state. */
  readonly shared: readonly Value[]
}

/** Where a value of a sign-in is kept. */
function placeOf({ shared }: ClientConfig, value: Value, state: string | null): string {
  // #region place
  return shared.includes(value) ? value : `${value}:${state}`
  // #endregion
}

/** Leaves for the authorization server and remembers what must come back. */
export async function signIn(tab: TabGlobals, config: ClientConfig): Promise<void> {
  const { crypto, location, localStorage } = tab
  // #region authorization-request
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const values = { state: randomText(), nonce: randomText(), code_verifier: randomText() }
  for (const value of ['state', 'nonce', 'code_verifier'] as const) {
    localStorage.setItem(placeOf(config, value, values.state), values[value])
  }

  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(values.code_verifier))
  const request = new URL(config.authorization_endpoint)
  request.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.client_id,
    redirect_uri: config.redirect_uri,
    scope: config.scope,
    state: values.state,
    nonce: values.nonce,
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  }).toString()
  location.assign(request)
  // #endregion
}

/** Takes the authorization response that the callback URL carries, and exchanges the code for tokens. */
export async function finishSignIn(tab: TabGlobals, config: ClientConfig): Promise<TokenResponse> {
  const { fetch, history, location, localStorage } = tab
  // #region authorization-response
  const response = new URLSearchParams(location.search)
  history.replaceState(null, '', '/')
  const recall = (value: Value) => localStorage.getItem(placeOf(config, value, response.get('state'))) ?? undefined
  if (response.get('state') !== recall('state')) {
    throw new SignInError('state_mismatch', 'This response does not belong to a sign-in that was started here.', {
      sent: response.get('state'),
      expected: recall('state'),
    })
  }
  if (response.get('iss') !== config.issuer) {
    throw new SignInError('issuer_mismatch', 'This response comes from another authorization server.', {
      sent: response.get('iss'),
      expected: config.issuer,
    })
  }
  if (response.has('error')) {
    throw new SignInError(response.get('error') ?? '', response.get('error_description') ?? '')
  }
  const [nonce, code_verifier = ''] = [recall('nonce'), recall('code_verifier')]
  // Used once, whatever comes of it.
  for (const value of ['state', 'nonce', 'code_verifier'] as const) {
    if (!config.shared.includes(value)) localStorage.removeItem(placeOf(config, value, response.get('state')))
  }
  // #endregion

  // #region token-request
  const tokens = await readTokenResponse(
    await fetch(config.token_endpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: response.get('code') ?? '',
        redirect_uri: config.redirect_uri,
        client_id: config.client_id,
        code_verifier,
      }),
    }),
  )
  const claims = decodeJwt<{ nonce?: string }>(tokens.id_token ?? '')
  if (claims.nonce !== nonce) {
    throw new SignInError('nonce_mismatch', 'The ID token was made for another sign-in.', {
      sent: claims.nonce ?? null,
      expected: nonce,
    })
  }
  return tokens
  // #endregion
}
