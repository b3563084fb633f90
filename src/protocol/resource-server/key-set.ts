/** The issuer's public keys, fetched from its `jwks_uri`, cached, and fetched once more for an unknown `kid` (RFC 7517 §5). */

import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTHeaderParameters, type LocalJWKSet } from 'jose'
import { parseJsonObject } from '../../lib/json.ts'
import { ProtocolError } from '../errors.ts'
import type { JwtValidation } from './config.ts'
import type { ResourceServerEnvironment } from './environment.ts'

/** What is cached at the moment. Times are epoch seconds. */
export interface KeySetSnapshot {
  readonly kids: readonly string[]
  readonly fetchedAt: number | null
}

/** A cached remote key set. */
export interface RemoteKeySet {
  /** The one key that fits a JOSE header, or `undefined` when the issuer has none. Throws ProtocolError `temporarily_unavailable`. */
  readonly find: (header: JWTHeaderParameters) => Promise<CryptoKey | undefined>
  readonly snapshot: () => KeySetSnapshot
}

interface Cached {
  readonly resolve: LocalJWKSet
  readonly kids: readonly string[]
  readonly fetchedAt: number
}

/** A key set that asks the issuer when it has nothing, when its copy is too old, and once when a `kid` is unknown. */
export function createRemoteKeySet(
  validation: JwtValidation,
  environment: Pick<ResourceServerEnvironment, 'now' | 'send'>,
): RemoteKeySet {
  const maxAge = validation.jwks_max_age ?? 600
  const cooldown = validation.jwks_cooldown ?? 30
  const refetches = validation.jwks_refetch ?? true
  let cached: Cached | undefined
  let pending: Promise<Cached> | undefined
  let refetchedAt = Number.NEGATIVE_INFINITY

  /** One request at a time, however many tokens wait for it. */
  function load(): Promise<Cached> {
    pending ??= fetchKeys(validation.jwks_uri, environment)
      .then((keys) => {
        cached = keys
        return keys
      })
      .finally(() => {
        pending = undefined
      })
    return pending
  }

  async function find(header: JWTHeaderParameters): Promise<CryptoKey | undefined> {
    const isFresh = cached !== undefined && environment.now() < cached.fetchedAt + maxAge
    const keys = cached !== undefined && isFresh ? cached : await load()
    const key = await select(keys, header)
    // A set that was fetched for this very token has said all it can.
    if (key !== undefined || !isFresh || !refetches) return key
    // The issuer may have rotated its keys since. Whoever invents key ids must not make us ask for each one.
    if (environment.now() < refetchedAt + cooldown) return undefined
    refetchedAt = environment.now()
    return select(await load(), header)
  }

  return {
    find,
    snapshot: () => ({ kids: cached?.kids ?? [], fetchedAt: cached?.fetchedAt ?? null }),
  }
}

async function select(keys: Cached, header: JWTHeaderParameters): Promise<CryptoKey | undefined> {
  try {
    return await keys.resolve(header)
  } catch (error) {
    // Several keys match only when the token names none: then it can't be said which one signed.
    if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) return undefined
    throw new ProtocolError('temporarily_unavailable', 'The issuer published a key that cannot be used.', {
      cause: error,
    })
  }
}

async function fetchKeys(
  jwksUri: string,
  environment: Pick<ResourceServerEnvironment, 'now' | 'send'>,
): Promise<Cached> {
  const response = await environment
    .send({ method: 'GET', url: jwksUri, headers: [['accept', 'application/json']], body: '' })
    .catch((cause: unknown) => {
      throw new ProtocolError('temporarily_unavailable', 'The key set of the issuer could not be fetched.', { cause })
    })
  const document = response.status === 200 ? parseJsonObject(response.body) : undefined
  const keys = document?.keys
  if (!Array.isArray(keys)) throw new ProtocolError('temporarily_unavailable', 'The issuer answered without a key set.')
  const kids = keys.flatMap((key: { readonly kid?: unknown }) => (typeof key?.kid === 'string' ? [key.kid] : []))
  try {
    const resolve = createLocalJWKSet(document as unknown as JSONWebKeySet)
    return { resolve, kids, fetchedAt: environment.now() }
  } catch (cause) {
    throw new ProtocolError('temporarily_unavailable', 'The issuer answered with a malformed key set.', { cause })
  }
}
