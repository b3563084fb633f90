/** An API that checks access tokens itself, each check as a switch (RFC 9068 §4, RFC 8725 §3). */
import {
  compactVerify,
  decodeJwt,
  decodeProtectedHeader,
  exportSPKI,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  type ProtectedHeaderParameters,
} from 'jose'
import { type HttpRequest, header } from '../../http/index.ts'
import type { ServerGlobals } from '../../simulation/index.ts'

/** What the API knows of the authorization server and of itself, and what it looks at. */
export interface ApiConfig {
  readonly issuer: string
  readonly jwks_uri: string
  /** What tokens for this API have as their audience. */
  readonly resource: string
  /** Takes no signature but the one that was agreed (RFC 8725 §3.1). */
  readonly fixesAlgorithm: boolean
  /** Takes keys from the issuer alone, whatever the token says (RFC 8725 §3.10). */
  readonly fixesKeys: boolean
  readonly checksAudience: boolean
  /** Takes a token that says it is an access token (RFC 9068 §4). */
  readonly checksType: boolean
  /** Takes a token for which a person has signed in (RFC 9700 §4.15). */
  readonly checksPerson: boolean
  /** The proxy in front removes what only the proxy may say (RFC 9700 §4.13). */
  readonly stripsHeaders: boolean
}

/** Which check has failed. */
export type Check =
  | 'token_present'
  | 'algorithm'
  | 'typ'
  | 'signing_key'
  | 'signature'
  | 'issuer'
  | 'expiry'
  | 'audience'
  | 'person'

/** Why a call is refused. */
export class TokenError extends Error {
  override readonly name = 'TokenError'
  readonly check: Check

  constructor(check: Check, message: string) {
    super(message)
    this.check = check
  }
}

/** What the API works with. */
export interface Api extends ServerGlobals {
  /** Public keys that have been fetched, by address. */
  readonly keySets: Map<string, JSONWebKeySet>
  /** What a file of the API’s server holds, by its path. */
  readFile(path: string): string | undefined
}

/** Where the API has the secrets of older apps, each in a file called like its key. */
export const KEY_FOLDER = '/srv/keys/'

/** Whose photos a request is about. Throws {@link TokenError}. */
export async function whoCalls(api: Api, config: ApiConfig, request: HttpRequest): Promise<string> {
  // #region who-calls
  // A proxy in front has signed some people in itself, and says whom. Anybody else could say it as well.
  const named = header(request, 'x-authenticated-user')
  if (named !== undefined && !config.stripsHeaders) return named

  const token = /^Bearer (.+)$/.exec(header(request, 'authorization') ?? '')?.[1]
  if (token === undefined) throw new TokenError('token_present', 'The request carries no access token.')
  const { alg = '', typ = '' } = decodeProtectedHeader(token)
  if (config.fixesAlgorithm && alg !== 'RS256') {
    throw new TokenError('algorithm', 'The token is signed in a way that was not agreed.')
  }
  if (config.checksType && !/^(application\/)?at\+jwt$/i.test(typ)) {
    throw new TokenError('typ', 'The token does not say that it is an access token.')
  }

  const { iss, exp = 0, aud, sub, client_id } = await verified(api, config, token)
  if (iss !== config.issuer) throw new TokenError('issuer', 'The token is from somebody else.')
  if (exp <= api.Date.now() / 1000) throw new TokenError('expiry', 'The token has expired.')
  if (config.checksAudience && ![aud].flat().includes(config.resource)) {
    throw new TokenError('audience', 'The token is for somebody else.')
  }
  if (config.checksPerson && sub === client_id) {
    throw new TokenError('person', 'The token is an app’s own, and no person has signed in for it.')
  }
  return String(sub)
  // #endregion
}

/** The claims of a token whose signature is right, as far as this API looks at it. */
async function verified(api: Api, config: ApiConfig, token: string): Promise<JWTPayload> {
  // #region keys
  const said = decodeProtectedHeader(token)
  // Only where any algorithm will do: a signature that is none.
  if (said.alg === 'none') return decodeJwt(token)

  const { payload } = await compactVerify(token, await keyFor(api, config, said)).catch(() => {
    throw new TokenError('signature', 'The signature is not the issuer’s.')
  })
  return JSON.parse(new TextDecoder().decode(payload))
  // #endregion
}

/** The key of a token, as far as this API chooses it itself. */
async function keyFor(api: Api, config: ApiConfig, said: ProtectedHeaderParameters): Promise<CryptoKey | Uint8Array> {
  // #region keys
  const { alg, kid } = said
  // Where the token chooses, its key is in its own header, in a file, or at an address.
  const { jwk, jku }: ProtectedHeaderParameters = config.fixesKeys ? {} : said
  if (!config.fixesKeys && kid !== undefined) {
    const file = api.readFile(new URL(kid, `file://${KEY_FOLDER}`).pathname)
    if (file !== undefined) return new TextEncoder().encode(file)
  }
  const key = jwk ?? (await keysAt(api, jku ?? config.jwks_uri)).find((candidate) => candidate.kid === kid)
  if (key === undefined) throw new TokenError('signing_key', 'The issuer has no key of that name.')
  // And where it chooses the algorithm, a key that was made to be published becomes a shared secret.
  return alg === 'HS256' ? new TextEncoder().encode(await pemOf(key)) : importJWK(key, 'RS256')
  // #endregion
}

async function keysAt(api: Api, address: string): Promise<readonly JWK[]> {
  // #region keys
  const keySet: JSONWebKeySet = api.keySets.get(address) ?? (await (await api.fetch(address)).json())
  api.keySets.set(address, keySet)
  return keySet.keys
  // #endregion
}

/** A public key as most libraries take it: text. */
export async function pemOf(key: JWK): Promise<string> {
  const imported = await importJWK(key, 'RS256')
  if (imported instanceof Uint8Array) throw new Error('This is no public key.')
  return exportSPKI(imported)
}
