/** Signing in by a popup that redeems the code itself, and hands the tokens to the page that opened it (RFC 9700 §4.17). */
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { SignInConfig, TokenResponse } from '../../scenario-kit/client-code/tab-sign-in.ts'
import type { TabGlobals } from '../../simulation/index.ts'

/** How the app is registered, and what it looks at when windows talk. */
export interface ClientConfig extends SignInConfig {
  readonly scope: string
  readonly api: string
  /** For whom the tokens are meant: for a page of the app, or for whatever opened the popup. */
  readonly target: 'own' | 'any'
  readonly checksSender: boolean
}

/** What the page makes of a message. */
export interface Receiver {
  take(tokens: TokenResponse): void
  refuse(why: SignInError): void
}

/** Opens the popup, whose first page leaves for the authorization server. */
export function openSignIn({ open }: TabGlobals): void {
  // #region popup
  open('/sign-in')
  // #endregion
}

/** Listens for the tokens, from when the page has loaded. */
export function hearTokens({ addEventListener, location }: TabGlobals, config: ClientConfig, receiver: Receiver): void {
  // #region receiver
  addEventListener('message', ({ data, origin }) => {
    if (config.checksSender && origin !== location.origin) {
      const why = { sent: origin, expected: location.origin }
      receiver.refuse(new SignInError('message_sender', 'A window of another site has sent this message.', why))
      return
    }
    receiver.take(JSON.parse(data))
  })
  // #endregion
}

/** All that is left to do in the popup once it has the tokens. */
export function handOver(
  { opener, location, close }: TabGlobals,
  { target }: ClientConfig,
  tokens: TokenResponse,
): void {
  // #region hand-over
  opener?.postMessage(JSON.stringify(tokens), target === 'own' ? location.origin : '*')
  close()
  // #endregion
}

/** Adds a photo to the account that the token opens. */
export async function upload({ fetch }: TabGlobals, { api }: ClientConfig, access_token: string): Promise<Response> {
  // #region api-call
  return fetch(new URL('/photos', api), { method: 'POST', headers: { authorization: `Bearer ${access_token}` } })
  // #endregion
}
