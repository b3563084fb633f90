/** A single-page app that steps up: it reads what the API asks of the sign-in, sends the person back, and tries again (RFC 9470). */

import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import {
  readTokenResponse,
  type SignInConfig,
  type SignInWish,
  type TokenResponse,
} from '../../scenario-kit/client-code/tab-sign-in.ts'
import type { TabGlobals } from '../../simulation/index.ts'

/** How the app is registered, and the API that it calls. */
export interface ClientConfig extends SignInConfig {
  readonly api: string
}

/** What a sign-in must be: how strong, and how old at most (RFC 9470 §4). */
export type Demand = Pick<SignInWish, 'acr_values' | 'max_age'>

/** The API asks for a better sign-in than this one. */
export class StepUpError extends SignInError {
  readonly demand: Demand

  constructor(message: string, demand: Demand) {
    super('insufficient_user_authentication', message)
    this.demand = demand
  }
}

/** Calls the API. What it asks of the sign-in is thrown as a `demand`: no new token of the same sign-in would help. */
export async function callApi(
  tab: TabGlobals,
  config: ClientConfig,
  method: string,
  tokens: TokenResponse,
): Promise<unknown> {
  // #region api-call
  const response = await tab.fetch(new URL('/photos', config.api), {
    method,
    headers: { authorization: `Bearer ${tokens.access_token}` },
  })
  if (response.ok) return response.json()

  const challenge = readChallenge(response.headers.get('www-authenticate') ?? '')
  if (challenge.error === 'insufficient_user_authentication') {
    const { acr_values, max_age } = challenge
    const demand = { ...(acr_values && { acr_values }), ...(max_age && { max_age }) }
    throw new StepUpError(challenge.error_description ?? '', demand)
  }
  throw new SignInError(challenge.error ?? `http_${response.status}`, challenge.error_description ?? 'The API refused.')
  // #endregion
}

/** Trades the refresh token for new tokens. They say the same about the sign-in as the old ones (RFC 9068 §2.2.1). */
export async function refresh(tab: TabGlobals, config: ClientConfig, tokens: TokenResponse): Promise<TokenResponse> {
  // #region refresh
  const response = await tab.fetch(config.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token ?? '',
      client_id: config.client_id,
    }),
  })
  return { ...tokens, ...(await readTokenResponse(response)) }
  // #endregion
}

/** The attributes of a Bearer challenge (RFC 6750 §3). */
function readChallenge(header: string): Partial<Record<string, string>> {
  return Object.fromEntries([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
}
