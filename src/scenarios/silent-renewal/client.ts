/** How a page gets a new access token without asking anybody: in a hidden frame, with a refresh token, or in the window itself. */
import { base64url } from 'jose'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import {
  readTokenResponse,
  type SignInConfig,
  signIn,
  type TokenResponse,
} from '../../scenario-kit/client-code/tab-sign-in.ts'
import type { TabGlobals } from '../../simulation/index.ts'

/** How the app is registered, and how it renews. */
export interface ClientConfig extends SignInConfig {
  readonly scope: string
  /** The page of the app that hands the answer over from the frame. */
  readonly frame_redirect_uri: string
  /** What the frame's request says differently. */
  readonly frame_wish: Readonly<Record<string, string>>
  readonly renewal: 'frame' | 'refresh_token' | 'page'
}

/** As long as an answer may take when nobody has to type anything. */
const FRAME_TIMEOUT_MS = 10_000

/** Gets new tokens; nothing where the browser leaves for them. Throws {@link SignInError}. */
export async function renew(
  tab: TabGlobals,
  config: ClientConfig,
  tokens: TokenResponse,
): Promise<TokenResponse | undefined> {
  switch (config.renewal) {
    case 'frame':
      return renewInFrame(tab, config)
    case 'refresh_token':
      return { ...tokens, ...(await refresh(tab, config, tokens)) }
    default:
      await signIn(tab, config, { scope: config.scope, prompt: 'none' })
      return undefined
  }
}

async function renewInFrame(tab: TabGlobals, config: ClientConfig): Promise<TokenResponse> {
  // #region silent-request
  const { crypto, document, fetch, location, addEventListener, setTimeout, clearTimeout } = tab
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const [state, code_verifier] = [randomText(), randomText()]
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))
  const request = new URL(config.authorization_endpoint)
  request.search = new URLSearchParams({
    response_type: 'code',
    prompt: 'none',
    client_id: config.client_id,
    redirect_uri: config.frame_redirect_uri,
    scope: config.scope,
    ...config.frame_wish,
    state,
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  }).toString()

  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.src = request.href
  const address = await new Promise<string>((resolve, reject) => {
    const timeout = () => reject(new SignInError('frame_timeout', 'Frame window timed out.'))
    const timer = setTimeout(timeout, FRAME_TIMEOUT_MS)
    addEventListener('message', ({ data, origin }) => {
      if (origin !== location.origin) return
      clearTimeout(timer)
      resolve(data)
    })
    document.body.append(frame)
  }).finally(() => frame.remove())
  // #endregion

  // #region silent-response
  const response = new URL(address).searchParams
  if (response.get('state') !== state || response.get('iss') !== config.issuer) {
    throw new SignInError('state_mismatch', 'This is not the answer to what the frame asked.', {
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
      redirect_uri: config.frame_redirect_uri,
      client_id: config.client_id,
      code_verifier,
    }),
  })
  return readTokenResponse(tokenResponse)
  // #endregion
}

/** All that the page in the frame does: the page around it hears the address that the answer came to. */
export function handOver({ location, parent }: TabGlobals): void {
  // #region silent-response
  parent.postMessage(location.href, location.origin)
  // #endregion
}

async function refresh({ fetch }: TabGlobals, config: ClientConfig, tokens: TokenResponse): Promise<TokenResponse> {
  // #region refresh
  const response = await fetch(config.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token ?? '',
      client_id: config.client_id,
    }),
  })
  return readTokenResponse(response)
  // #endregion
}
