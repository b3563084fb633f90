/** A command line app: it sends the system’s browser away to sign in, and waits on this computer for the answer (RFC 8252). */
import { base64url } from 'jose'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { ServerGlobals } from '../../simulation/index.ts'

/** How the app is registered, and the API that it calls. A public client: everybody who has the app has its `client_id`. */
export interface ClientConfig {
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly client_id: string
  /** Without a port: whichever is free. */
  readonly redirect_uri: string
  readonly scope: string
  readonly api: string
  readonly usesPkce: boolean
  readonly usesWebView: boolean
}

/** What the operating system does for the app. */
export interface Device {
  /** Opens the person’s own browser, never a view inside the app (RFC 8252 §8.12). */
  openBrowser(url: string): void
  /** Shows a page in a view of the app's own. Forbidden for this, and there to show why. */
  showInside(url: string): void
  /** Listens at a redirect URI of this computer; where it has no port, at one that is free. */
  listen(redirect_uri: string): Listener
}

/** Waits for one answer. */
export interface Listener {
  /** The redirect URI with the port that it got. */
  readonly redirect_uri: string
  /** The address that the browser came back with. */
  readonly address: Promise<URL>
  close(): void
}

/** The token response (RFC 6749 §5.1). */
export interface Tokens {
  readonly access_token: string
  readonly refresh_token?: string
}

/** Signs the person in. Throws {@link SignInError}. */
export async function signIn(server: ServerGlobals, config: ClientConfig, device: Device): Promise<Tokens> {
  const { fetch, crypto } = server
  // #region authorization-request
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const [state, code_verifier] = [randomText(), randomText()]
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))

  // The port is open only from here until the answer is there (RFC 8252 §8.3).
  const listener = device.listen(config.redirect_uri)
  const url = new URL(config.authorization_endpoint)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.client_id,
    redirect_uri: listener.redirect_uri,
    scope: config.scope,
    state,
    ...(config.usesPkce && {
      code_challenge: base64url.encode(new Uint8Array(digest)),
      code_challenge_method: 'S256',
    }),
  }).toString()
  if (config.usesWebView) device.showInside(url.href)
  else device.openBrowser(url.href)
  // #endregion

  // #region authorization-response
  const { searchParams: response } = await listener.address
  listener.close()
  if (response.get('state') !== state) {
    throw new SignInError('state_mismatch', 'This is not the answer to what was asked.', {
      sent: response.get('state'),
      expected: state,
    })
  }
  if (response.has('error')) throw new SignInError(response.get('error') ?? '', response.get('error_description') ?? '')
  // #endregion

  // #region token-request
  const tokenResponse = await fetch(config.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: response.get('code') ?? '',
      redirect_uri: listener.redirect_uri,
      client_id: config.client_id,
      ...(config.usesPkce && { code_verifier }),
    }),
  })
  const tokens = await tokenResponse.json()
  if (!tokenResponse.ok) throw new SignInError(tokens.error, tokens.error_description)
  return tokens
  // #endregion
}

/** Lists the photos in the terminal. */
export async function callApi({ fetch }: ServerGlobals, config: ClientConfig, tokens: Tokens): Promise<unknown> {
  // #region api-call
  const response = await fetch(new URL('/photos', config.api), {
    headers: { authorization: `Bearer ${tokens.access_token}` },
  })
  if (!response.ok) throw new SignInError(`http_${response.status}`, `The API answered ${response.status}.`)
  return await response.json()
  // #endregion
}
