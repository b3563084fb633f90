/** The public keys of a client: by value, or where it publishes them (RFC 7591 §2). */
import type { JWK } from 'jose'
import type { Environment } from '../environment.ts'
import { fetchJwks } from '../fetch-jwks.ts'
import type { ClientMetadata } from './config.ts'

/** The keys; those of a `jwks_uri` are fetched anew each time. Throws a TypeError when they cannot be. */
export async function clientKeys(
  { jwks, jwks_uri }: Pick<ClientMetadata, 'jwks' | 'jwks_uri'>,
  environment: Pick<Environment, 'send'>,
): Promise<readonly JWK[]> {
  return jwks_uri === undefined ? (jwks?.keys ?? []) : fetchJwks(jwks_uri, 'the client', environment)
}
