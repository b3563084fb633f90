/** A single-page app that asks for a second factor where it matters, and looks at what was proved (RFC 9470 §5, RFC 8176). */
import { base64url, decodeJwt } from 'jose'
import type { TabGlobals } from '../../simulation/index.ts'

/** What the app knows of the authorization server, and how it is registered there. */
export interface ClientConfig {
  readonly issuer: string
  readonly client_id: string
  readonly redirect_uri: string
  readonly api: string
}

/** What a sign-in is for. */
export interface SignInWish {
  readonly scope: string
  /** How strong it must be; left out when any sign-in will do. */
  readonly acr_values?: string
  /** `login` asks the person again although they are signed in. */
  readonly prompt?: 'login'
}

/** The token response, and what the ID token says about the sign-in. */
export interface SignedIn {
  readonly access_token: string
  readonly scope: string
  readonly acr: string
  readonly amr: readonly string[]
  /** Epoch seconds. */
  readonly auth_time: number
}

/** The server, or the app itself, refused to go on. */
export class SignInError extends Error {
  readonly code: string
  readonly sent: string | undefined
  readonly expected: string | undefined

  constructor(code: string, message: string, comparison: { sent?: string | null; expected?: string } = {}) {
    super(message)
    this.name = 'SignInError'
    this.code = code
    this.sent = comparison.sent ?? undefined
    this.expected = comparison.expected
  }
}

/** Leaves for the authorization server and remembers what must come back. */
export async function signIn(tab: TabGlobals, config: ClientConfig, wish: SignInWish): Promise<void> {
  const { crypto, location, sessionStorage } = tab
  // #region authorization-request
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const [code_verifier, state, nonce] = [randomText(), randomText(), randomText()]
  sessionStorage.setItem('sign-in', JSON.stringify({ code_verifier, state, nonce, acr_values: wish.acr_values }))

  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))
  const request = new URL('/authorize', config.issuer)
  request.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.client_id,
    redirect_uri: config.redirect_uri,
    ...wish,
    state,
    nonce,
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  }).toString()
  location.assign(request)
  // #endregion
}

/** Takes the response that the callback URL carries, exchanges the code, and looks at what was proved. */
export async function finishSignIn(tab: TabGlobals, config: ClientConfig): Promise<SignedIn> {
  const { fetch, history, location, sessionStorage } = tab
  // #region authorization-response
  const response = new URLSearchParams(location.search)
  const remembered = JSON.parse(sessionStorage.getItem('sign-in') ?? '{}')
  sessionStorage.removeItem('sign-in')
  history.replaceState(null, '', '/')
  if (response.get('state') !== remembered.state) {
    throw new SignInError('state_mismatch', 'This response does not belong to a sign-in that was started here.', {
      sent: response.get('state'),
      expected: remembered.state,
    })
  }
  if (response.has('error')) {
    throw new SignInError(response.get('error') ?? '', response.get('error_description') ?? '')
  }
  // #endregion

  // #region token-request
  const answer = await fetch(new URL('/token', config.issuer), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: response.get('code') ?? '',
      redirect_uri: config.redirect_uri,
      client_id: config.client_id,
      code_verifier: remembered.code_verifier,
    }),
  })
  const tokens = await answer.json()
  if (!answer.ok) throw new SignInError(tokens.error, tokens.error_description)
  // #endregion

  // #region what-was-proved
  // acr_values is a wish: only the claims tell whether it was granted (OIDC Core §3.1.2.1).
  const { acr, amr, auth_time, nonce } = decodeJwt<Pick<SignedIn, 'acr' | 'amr' | 'auth_time'>>(tokens.id_token)
  if (nonce !== remembered.nonce) throw new SignInError('invalid_id_token', 'The ID token is of another sign-in.')
  if (remembered.acr_values !== undefined && acr !== remembered.acr_values) {
    throw new SignInError('acr_mismatch', 'The sign-in is weaker than the app asked for.', {
      sent: acr,
      expected: remembered.acr_values,
    })
  }
  return { access_token: tokens.access_token, scope: tokens.scope, acr, amr, auth_time }
  // #endregion
}

/** Deletes the photos: what a token may do only with the scope for it. */
export async function deletePhotos({ fetch }: TabGlobals, config: ClientConfig, { access_token }: SignedIn) {
  // #region api-call
  const answer = await fetch(new URL('/photos', config.api), {
    method: 'DELETE',
    headers: { authorization: `Bearer ${access_token}` },
  })
  if (!answer.ok) throw new SignInError(`http_${answer.status}`, `The API answered ${answer.status}.`)
  // #endregion
}
