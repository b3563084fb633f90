/** Signing in without leaving the page: in a popup, whose answer comes back by the opener or by a channel; or in the window itself. */
import { base64url } from 'jose'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import {
  readTokenResponse,
  type SignInConfig,
  signIn as signInByRedirect,
  type TokenResponse,
} from '../../scenario-kit/client-code/tab-sign-in.ts'
import type { PopupHandle, TabGlobals } from '../../simulation/index.ts'

/** How the app is registered, and how the answer gets back to its page. */
export interface ClientConfig extends SignInConfig {
  readonly scope: string
  /** `watched`: by `window.opener`, and the page looks whether the popup is still there. `opener`: without looking. */
  readonly handover: 'watched' | 'opener' | 'channel' | 'redirect'
  /** Where a button “Cancel” stands beside the waiting: calls back when it is pressed. */
  readonly onCancel?: (cancel: () => void) => void
}

const CHANNEL = 'sign-in'
const LOOK_EVERY_MS = 500
/** As long as somebody may take. By a channel nobody hears that a popup was closed. */
const CHANNEL_TIMEOUT_MS = 60_000

/** Signs somebody in; nothing where the browser leaves for it. Throws {@link SignInError}. */
export async function signIn(tab: TabGlobals, config: ClientConfig): Promise<TokenResponse | undefined> {
  const { handover } = config
  if (handover !== 'redirect') return signInByPopup(tab, config, handover)
  await signInByRedirect(tab, config, { scope: config.scope })
  return undefined
}

async function signInByPopup(
  tab: TabGlobals,
  config: ClientConfig,
  handover: Exclude<ClientConfig['handover'], 'redirect'>,
): Promise<TokenResponse> {
  // #region popup
  const { crypto, open, fetch } = tab
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const [state, code_verifier] = [randomText(), randomText()]
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
  }).toString()

  // Still in the click: a page that opens a window later gets none.
  const popup = open(request)
  if (popup === null) throw new SignInError('popup_blocked', 'The browser has opened no window for the sign-in.')
  const address = await (handover === 'channel' ? hearChannel(tab, config) : hearPopup(tab, handover, popup))
  // #endregion

  // #region authorization-response
  const response = new URL(address).searchParams
  if (response.get('state') !== state || response.get('iss') !== config.issuer) {
    throw new SignInError('state_mismatch', 'This is not the answer to what the popup asked.', {
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
      redirect_uri: config.redirect_uri,
      client_id: config.client_id,
      code_verifier,
    }),
  })
  return readTokenResponse(tokenResponse)
  // #endregion
}

/** The address that the popup has come back to, told by the popup itself. */
function hearPopup(tab: TabGlobals, handover: 'watched' | 'opener', popup: PopupHandle): Promise<string> {
  // #region popup
  const { addEventListener, location, setTimeout, clearTimeout } = tab
  return new Promise((resolve, reject) => {
    let timer: number | undefined
    function look(): void {
      if (popup.closed) reject(new SignInError('popup_closed', 'Popup closed by user'))
      else timer = setTimeout(look, LOOK_EVERY_MS)
    }
    addEventListener('message', ({ data, origin }) => {
      if (origin !== location.origin) return
      if (timer !== undefined) clearTimeout(timer)
      resolve(data)
    })
    if (handover === 'watched') look()
  })
  // #endregion
}

/** The same, told to every page of this origin that listens. */
function hearChannel(tab: TabGlobals, { onCancel }: ClientConfig): Promise<string> {
  // #region popup
  const { BroadcastChannel, setTimeout, clearTimeout } = tab
  const channel = new BroadcastChannel(CHANNEL)
  return new Promise<string>((resolve, reject) => {
    const giveUp = () => reject(new SignInError('timed_out', 'No answer of the popup within a minute.'))
    const timer = setTimeout(giveUp, CHANNEL_TIMEOUT_MS)
    onCancel?.(() => {
      clearTimeout(timer)
      reject(new SignInError('cancelled', 'The sign-in was cancelled on this page.'))
    })
    channel.onmessage = ({ data }) => {
      clearTimeout(timer)
      resolve(data)
    }
  }).finally(() => channel.close())
  // #endregion
}

/** All that the callback page does in a popup. Throws {@link SignInError} when there is nobody to tell. */
export function handOver({ BroadcastChannel, close, location, opener }: TabGlobals, config: ClientConfig): void {
  // #region hand-over
  if (config.handover === 'channel') new BroadcastChannel(CHANNEL).postMessage(location.href)
  else if (opener === null) throw new SignInError('no_opener', "No window.opener. Can't complete notification.")
  else opener.postMessage(location.href, location.origin)
  close()
  // #endregion
}
