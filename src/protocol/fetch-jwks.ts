/** Fetching a JWK Set from where its owner publishes it (RFC 7517 §5). */
import type { JWK } from 'jose'
import { isJsonObject, parseJsonObject } from '../lib/json.ts'
import type { Environment } from './environment.ts'

/** The keys at a URL, fetched anew each time. Throws a TypeError that calls them the keys of `whose`. */
export async function fetchJwks(
  url: string,
  whose: string,
  { send }: Pick<Environment, 'send'>,
): Promise<readonly JWK[]> {
  const response = await send({ method: 'GET', url, headers: [], body: '' }).catch(() => undefined)
  const keys = response?.status === 200 ? parseJsonObject(response.body)?.keys : undefined
  if (!Array.isArray(keys) || !keys.every(isJsonObject)) throw new TypeError(`the keys of ${whose} cannot be fetched`)
  return keys as unknown as readonly JWK[]
}
