/** DPoP keys and proofs, and what a client of the example does with them, for the tests of this folder. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { type HeaderLine, type HttpResponse, serialiseForm } from '../../http/index.ts'
import { base64url, utf8 } from '../../lib/encoding.ts'
import { API, APP, type Example, REDIRECT_URI, VERIFIER } from './example-server.fixture.ts'

/** A key pair of a client. */
export interface ProofKey {
  readonly alg: string
  readonly privateKey: CryptoKey
  readonly jwk: JWK
  readonly jkt: string
  /** The whole private key, for what must never be sent. */
  readonly privateJwk: JWK
}

/** Makes a key. */
export async function proofKey(alg = 'ES256'): Promise<ProofKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  const jwk = await exportJWK(publicKey)
  return { alg, privateKey, jwk, jkt: await calculateJwkThumbprint(jwk), privateJwk: await exportJWK(privateKey) }
}

/** What a proof is to say beside or instead of what it should. */
export interface ProofOptions {
  readonly url: string
  readonly method?: string
  readonly iat: number
  readonly accessToken?: string
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
}

let proofs = 0

/** Signs a proof, with a `jti` of its own unless it says one. */
export async function proofOf(key: ProofKey, options: ProofOptions): Promise<string> {
  const { url, method = 'POST', iat, accessToken, claims = {}, header = {} } = options
  const usual = { jti: `proof-${proofs++}`, htm: method, htu: url, iat }
  const ath = accessToken === undefined ? {} : { ath: await hashOf(accessToken) }
  return new SignJWT({ ...usual, ...ath, ...claims })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: key.alg, jwk: key.jwk, ...header })
    .sign(key.privateKey, { crit: { 'x-new': true } })
}

/** The `ath` of an access token. */
async function hashOf(accessToken: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(accessToken))))
}

/** A proof for the token endpoint of an example, made now. */
export function tokenProof(example: Example, key: ProofKey, options: Partial<ProofOptions> = {}): Promise<string> {
  return proofOf(key, { url: example.metadata.token_endpoint ?? '', iat: example.now(), ...options })
}

/** Posts a token request with whatever stands in the DPoP headers, and a certificate if there is one. */
export function requestToken(
  example: Example,
  form: Readonly<Record<string, string>>,
  { proofs = [], certificate }: { proofs?: readonly string[]; certificate?: string } = {},
): Promise<HttpResponse> {
  return example.server.handle({
    method: 'POST',
    url: example.metadata.token_endpoint ?? '',
    headers: [
      ['content-type', 'application/x-www-form-urlencoded'],
      ...proofs.map((proof): HeaderLine => ['dpop', proof]),
    ],
    body: serialiseForm(Object.entries(form)),
    ...(certificate !== undefined && { clientCertificate: certificate }),
  })
}

/** What exchanges a code of the public client. */
export function codeForm(code: string, client: Readonly<Record<string, string>> = { client_id: 'spa' }) {
  return { grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI, code_verifier: VERIFIER, ...client }
}

/** What gets a token of the client itself. */
export const SERVICE = {
  grant_type: 'client_credentials',
  client_id: 'service',
  client_secret: 'service-secret',
} as const

/** What refreshes. */
export function refreshForm(refresh_token: string, client: Readonly<Record<string, string>> = APP) {
  return { grant_type: 'refresh_token', refresh_token, ...client }
}

/** A request to a protected resource. */
export function callWith(
  handle: (request: {
    readonly method: string
    readonly url: string
    readonly headers: readonly HeaderLine[]
    readonly body: string
    readonly clientCertificate?: string
  }) => Promise<HttpResponse>,
  token: string,
  {
    scheme = 'DPoP',
    proofs = [],
    url = `${API}/notes`,
    certificate,
  }: { scheme?: string; proofs?: readonly string[]; url?: string; certificate?: string } = {},
): Promise<HttpResponse> {
  return handle({
    method: 'GET',
    url,
    headers: [['authorization', `${scheme} ${token}`], ...proofs.map((proof): HeaderLine => ['dpop', proof])],
    body: '',
    ...(certificate !== undefined && { clientCertificate: certificate }),
  })
}
