/** Keys that a script makes and keeps: the same ones in every run, and not to be read by any script. */
import type { Simulation, TabGlobals } from '../../simulation/index.ts'
import type { KeyStore } from '../client-code/dpop-proof.ts'

const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

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

/**
 * The same `crypto`, except that `generateKey` makes an RS256 key of `page-keys.ts` each time: a random one would be another in each
 * run. The keys are loaded when one is made, which counts as work of the run.
 */
export function withKey(
  simulation: Pick<Simulation, 'pending'>,
  given: TabGlobals['crypto'],
  whose: 'PAGE_KEY' | 'THIEF_KEY',
): TabGlobals['crypto'] {
  const { subtle } = given
  const generateKey = async (_algorithm: unknown, extractable: boolean): Promise<CryptoKeyPair> => {
    const { [whose]: fixture } = await simulation.pending(import('./page-keys.ts'))
    const { kty, n, e } = fixture
    return {
      privateKey: await subtle.importKey('jwk', { ...fixture }, RS256, extractable, ['sign']),
      publicKey: await subtle.importKey('jwk', { kty, n, e }, RS256, true, ['verify']),
    }
  }
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
