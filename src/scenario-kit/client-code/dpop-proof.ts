/** Proofs of possession: a key that no script can export, and a JWT of its own for each request (RFC 9449 §4). */
import { base64url, calculateJwkThumbprint, SignJWT } from 'jose'
import type { TabGlobals } from '../../simulation/index.ts'

/** What a page has of IndexedDB, as the package idb-keyval wraps it: it keeps key pairs as they are, extractable or not. */
export interface KeyStore {
  get(name: string): Promise<CryptoKeyPair | undefined>
  set(name: string, keys: CryptoKeyPair): Promise<void>
}

/** What the code uses; `idb` is IndexedDB. */
type KeyScript = Pick<TabGlobals, 'crypto' | 'Date'> & { readonly idb: KeyStore }

/** What a proof is made for (RFC 9449 §4.2). */
export interface ProofTarget {
  readonly method: string
  readonly url: string
  readonly access_token?: string | undefined
  /** What the server handed out last. */
  readonly nonce?: string | undefined
}

/** Makes the key pair of this browser. The private key can sign, and cannot be exported. */
export async function createKey({ crypto, idb }: Pick<KeyScript, 'crypto' | 'idb'>): Promise<string> {
  // #region authorization-request
  const keys = await crypto.subtle.generateKey(
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    false,
    ['sign', 'verify'],
  )
  await idb.set('dpop-key', keys)
  return calculateJwkThumbprint(await publicJwk(crypto, keys))
  // #endregion
}

/** Signs a proof for a request: its method, its address, its token, this moment. */
export async function signProof(script: KeyScript, target: ProofTarget): Promise<string> {
  const { crypto, idb } = script
  // #region proof
  const keys = await idb.get('dpop-key')
  if (keys === undefined) throw new Error('This browser has no key.')
  const { origin, pathname } = new URL(target.url)
  return new SignJWT({
    jti: crypto.randomUUID(),
    htm: target.method,
    htu: `${origin}${pathname}`,
    ...(target.access_token !== undefined && { ath: await sha256(crypto, target.access_token) }),
    ...(target.nonce !== undefined && { nonce: target.nonce }),
  })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'RS256', jwk: await publicJwk(crypto, keys) })
    .setIssuedAt(Math.floor(script.Date.now() / 1000))
    .sign(keys.privateKey)
  // #endregion
}

/** The public members of a key, and nothing else. */
async function publicJwk({ subtle }: TabGlobals['crypto'], { publicKey }: CryptoKeyPair) {
  const { n = '', e = '' } = await subtle.exportKey('jwk', publicKey)
  return { kty: 'RSA', n, e } as const
}

async function sha256({ subtle }: TabGlobals['crypto'], text: string): Promise<string> {
  return base64url.encode(new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text))))
}
