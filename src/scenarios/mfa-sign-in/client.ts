/** A single-page app that asks for a second factor where it matters, and looks at what was proved (RFC 9470 §5, RFC 8176). */
import { decodeJwt } from 'jose'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { finishSignIn, type SignInConfig } from '../../scenario-kit/client-code/tab-sign-in.ts'
import type { TabGlobals } from '../../simulation/index.ts'

/** How the app is registered, and the API that it calls. */
export interface ClientConfig extends SignInConfig {
  readonly api: string
}

/** The access token, and what the ID token says about the sign-in. */
export interface SignedIn {
  readonly access_token: string
  readonly scope: string
  readonly acr: string
  readonly amr: readonly string[]
  /** Epoch seconds. */
  readonly auth_time: number
}

/** Finishes the sign-in, and looks at what was proved. */
export async function finishProvenSignIn(tab: TabGlobals, config: ClientConfig): Promise<SignedIn> {
  const { tokens, remembered } = await finishSignIn(tab, config)

  // #region what-was-proved
  // acr_values is a wish: only the claims tell whether it was granted (OpenID Connect Core §3.1.2.1).
  const { acr, amr, auth_time, nonce } = decodeJwt<Pick<SignedIn, 'acr' | 'amr' | 'auth_time'>>(tokens.id_token ?? '')
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
  const response = await fetch(new URL('/photos', config.api), {
    method: 'DELETE',
    headers: { authorization: `Bearer ${access_token}` },
  })
  if (!response.ok) throw new SignInError(`http_${response.status}`, `The API answered ${response.status}.`)
  // #endregion
}
