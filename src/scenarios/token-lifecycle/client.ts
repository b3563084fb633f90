/** A single-page app through the life of its tokens: 401, silent refresh, retry, forced sign-in (RFC 6749 §1.5). */

import { type SignInConfig, signIn, type TokenResponse } from '../../scenario-kit/client-code/tab-sign-in.ts'
import type { TabGlobals } from '../../simulation/index.ts'

/** How the app is registered, and the API that it calls. */
export interface ClientConfig extends SignInConfig {
  readonly scope: string
  readonly api: string
  /** Hears which way the code took at a fork of the flowchart. */
  decide(question: string, answer: string): void
}

/** The tokens in use, in memory only. */
export type Tokens = Pick<TokenResponse, 'access_token' | 'refresh_token'>

/** A server refused, and the app cannot go on alone. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
}

/** The photos and the tokens in use afterwards; undefined when the page leaves for a new sign-in. */
export async function loadPhotos(
  tab: TabGlobals,
  config: ClientConfig,
  tokens: Tokens,
): Promise<{ photos: unknown; tokens: Tokens } | undefined> {
  // #region api-call
  const call = ({ access_token }: Tokens) =>
    tab.fetch(new URL('/photos', config.api), { headers: { authorization: `Bearer ${access_token}` } })

  let current = tokens
  let response = await call(current)
  if (response.status === 401) {
    const renewed = await refresh(tab, config, current)
    if (renewed === undefined) {
      await signIn(tab, config, { scope: config.scope })
      return undefined
    }
    current = renewed
    response = await call(current)
    config.decide('retry-answer', response.ok ? 'accepted' : 'refused')
  }
  // Once is enough: a fresh token that is refused too would be refused forever.
  if (!response.ok) throw new RefusedError(`The API answered ${response.status}.`)
  return { photos: await response.json(), tokens: current }
  // #endregion
}

/** New tokens without the person noticing; undefined when only a new sign-in helps. */
async function refresh(tab: TabGlobals, config: ClientConfig, tokens: Tokens): Promise<Tokens | undefined> {
  // #region refresh
  const { refresh_token } = tokens
  config.decide('refresh-token', refresh_token === undefined ? 'no' : 'yes')
  if (refresh_token === undefined) return undefined

  const response = await tab.fetch(config.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token, client_id: config.client_id }),
  })
  const body = await response.json()
  // The code is the same for both: the server does not say which (RFC 6749 §5.2).
  if (body.error === 'invalid_grant') {
    config.decide('refresh-answer', 'expired or revoked')
    return undefined
  }
  if (!response.ok) throw new RefusedError(`${body.error}: ${body.error_description}`)
  config.decide('refresh-answer', 'valid')
  // Without rotation the response has no refresh token, and the old one stays in use (RFC 6749 §6).
  return { refresh_token, ...body }
  // #endregion
}
