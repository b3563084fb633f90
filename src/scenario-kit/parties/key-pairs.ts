/** Keys that a script makes and keeps: the same ones in every run, and not to be read by any script. */
import type { TabGlobals } from '../../simulation/index.ts'
import type { KeyStore } from '../client-code/dpop-proof.ts'

const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/** A private RSA key, which is published with this source. */
interface FixtureKey {
  readonly kty: 'RSA'
  readonly n: string
  readonly e: string
  readonly d: string
}

/** An empty store, and what of it can be told. */
export function createKeyStore(): KeyStore & { snapshot(): Readonly<Record<string, string>> } {
  const kept = new Map<string, CryptoKeyPair>()
  return {
    get: async (name) => kept.get(name),
    async set(name, keys) {
      kept.set(name, keys)
    },
    snapshot: () =>
      Object.fromEntries(
        [...kept].map(([name, { privateKey }]) => [
          name,
          privateKey.extractable ? 'private key' : 'private key, not extractable',
        ]),
      ),
  }
}

/** The same `crypto`, except that `generateKey` makes this RS256 key each time: a random one would be another in each run. */
export function withKey(given: TabGlobals['crypto'], fixture: FixtureKey): TabGlobals['crypto'] {
  const { subtle } = given
  const { kty, n, e } = fixture
  const generateKey = async (_algorithm: unknown, extractable: boolean): Promise<CryptoKeyPair> => ({
    privateKey: await subtle.importKey('jwk', { ...fixture }, RS256, extractable, ['sign']),
    publicKey: await subtle.importKey('jwk', { kty, n, e }, RS256, true, ['verify']),
  })
  return {
    subtle: new Proxy(subtle, {
      get(target, name) {
        const member: unknown = name === 'generateKey' ? generateKey : Reflect.get(target, name)
        return typeof member === 'function' ? member.bind(target) : member
      },
    }),
    getRandomValues: given.getRandomValues,
    randomUUID: given.randomUUID,
  }
}
