/** JWTs of other servers that this one trusts: by their keys, for this server, still valid (RFC 7523 §3). */
import { decodeJwt, type JWTPayload, type JWTVerifyOptions } from 'jose'
import type { Json } from '../../lib/json.ts'
import { fetchJwks } from '../fetch-jwks.ts'
import { verifyJwt } from '../jwt.ts'
import { signatureAlgorithms } from '../keys.ts'
import type { ServerContext } from '../state/context.ts'
import type { TrustedIssuer } from '../state/other-servers.ts'
import type { Actor } from '../state/records.ts'

/** For whom a JWT must be, and by what kind of issuer. */
export interface TrustDemands extends Pick<JWTVerifyOptions, 'audience'> {
  readonly profile?: TrustedIssuer['profile']
}

/** The claims of a JWT that a trusted issuer signed. Throws an error whose message says what is wrong with it. */
export async function verifyTrustedJwt(
  value: string,
  { profile, ...demands }: TrustDemands,
  { config, environment }: Pick<ServerContext, 'config' | 'environment'>,
): Promise<JWTPayload> {
  const { iss } = decodeJwt(value)
  const trusted = config.trusted_issuers.find((one) => one.issuer === iss && one.profile === profile)
  if (trusted === undefined) throw new TypeError('its issuer is not one that this server trusts')
  const keys = trusted.jwks?.keys ?? (await fetchJwks(trusted.jwks_uri ?? '', 'its issuer', environment))
  const { payload } = await verifyJwt(value, keys, {
    ...demands,
    issuer: trusted.issuer,
    algorithms: [...signatureAlgorithms],
    now: environment.now(),
    requiredClaims: ['sub', 'exp'],
  })
  if (typeof payload.sub !== 'string' || payload.sub === '') throw new TypeError('its sub names nobody')
  return payload
}

/** The chain of an `act` claim; what is malformed is refused, since nobody shall drop out of it unseen. */
export function actorOf(claim: JWTPayload[string]): Actor | undefined {
  if (claim === undefined) return undefined
  if (!isRecord(claim) || typeof claim.sub !== 'string') throw new TypeError('its act claim names nobody')
  const before = actorOf(claim.act)
  return {
    sub: claim.sub,
    ...(typeof claim.iss === 'string' && { iss: claim.iss }),
    ...(before && { act: before }),
  }
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
