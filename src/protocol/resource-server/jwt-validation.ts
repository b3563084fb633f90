/** Local validation of a JWT access token, rule by rule in the order of RFC 9068 §4. No call a request; revocation goes unseen. */

import { compactVerify, decodeJwt, decodeProtectedHeader, errors, type JWTHeaderParameters } from 'jose'
import { fromUtf8 } from '../../lib/encoding.ts'
import { parseJsonObject } from '../../lib/json.ts'
import { type Enforce, enforcePresent } from '../enforce.ts'
import { ProtocolError } from '../errors.ts'
import { checkAudience, checkIssuer, checkValidity } from './claim-rules.ts'
import type { AccessTokenClaims, JwtValidation, ResourceServerConfig } from './config.ts'
import type { ResourceServerEnvironment } from './environment.ts'
import type { RemoteKeySet } from './key-set.ts'

// RFC 9068 §2.2: the claims every JWT access token has.
const REQUIRED_CLAIMS = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'] as const

/** Everything the validation of one token needs. */
export interface JwtCheck {
  readonly config: ResourceServerConfig
  readonly validation: JwtValidation
  readonly keys: RemoteKeySet
  readonly environment: Pick<ResourceServerEnvironment, 'now'>
  readonly enforce: Enforce
}

/**
 * The claims of a valid token.
 * Issuer and audience are looked at before the signature, so that a refusal names the real mistake; nothing is granted on
 * what is read there: the claims that are returned come out of the verified payload.
 */
export async function validateJwt(token: string, check: JwtCheck): Promise<AccessTokenClaims> {
  const { config, environment, enforce } = check
  const { header, claims: unverified } = readJwt(token, enforce)
  checkHeader(header, check.validation, enforce)
  checkIssuer(unverified, config.issuer, enforce)
  checkAudience(unverified, config.resource, enforce)
  const claims = await verifySignature(token, header, check)
  checkValidity(claims, { now: environment.now(), leeway: config.leeway ?? 0, expiryRequired: true }, enforce)
  const missing = REQUIRED_CLAIMS.filter((name) => claims[name] === undefined)
  enforce({
    rule: 'required_claims',
    clause: 'RFC 9068 §2.2',
    holds: missing.length === 0,
    success: 'The token has every claim an access token must have.',
    failure: `The token lacks required claims: ${missing.join(' ')}.`,
    sent: Object.keys(claims).join(' '),
    expected: REQUIRED_CLAIMS.join(' '),
    fix: 'This is for the authorization server to mend: RFC 9068 §2.2 lists the claims it must issue.',
  })
  return claims
}

interface ReadableJwt {
  readonly header: JWTHeaderParameters
  readonly claims: AccessTokenClaims
}

function readJwt(token: string, enforce: Enforce): ReadableJwt {
  const rule = {
    rule: 'jwt_format',
    clause: 'RFC 7519 §7.2',
    success: 'The token is a JWT.',
    failure: 'The token is not a JWT: three base64url parts with dots between were expected.',
    sent: `${token.split('.').length} part(s)`,
    expected: '3 parts',
    fix: 'Refresh tokens and opaque tokens are no use here. For opaque access tokens this API must validate by introspection.',
  }
  return enforcePresent(tryReadJwt(token), rule, enforce)
}

function tryReadJwt(token: string): ReadableJwt | undefined {
  try {
    return {
      header: decodeProtectedHeader(token) as JWTHeaderParameters,
      claims: decodeJwt(token) as AccessTokenClaims,
    }
  } catch {
    return undefined
  }
}

function checkHeader(header: JWTHeaderParameters, validation: JwtValidation, enforce: Enforce): void {
  const algorithms: readonly string[] = validation.algorithms ?? ['RS256']
  const alg = String(header.alg)
  enforce({
    rule: 'algorithm',
    clause: 'RFC 8725 §3.1',
    holds: algorithms.includes(alg),
    success: 'The signature algorithm is one this API accepts.',
    failure: describeAlgorithm(alg, algorithms),
    sent: alg,
    expected: algorithms.join(' or '),
    fix: 'The API alone decides which algorithms it takes; what the token says about itself is only compared with that.',
  })
  // Compared without case and without the prefix that RFC 7515 §4.1.9 lets an issuer leave out.
  const typ = String(header.typ ?? 'missing')
  enforce({
    rule: 'typ',
    clause: 'RFC 9068 §4',
    holds: /^(application\/)?at\+jwt$/i.test(typ),
    success: 'The token says that it is an access token.',
    failure: `Wrong typ: it is ${typ}, an access token has at+jwt; an id_token or a refresh token is not an access token.`,
    sent: typ,
    expected: 'at+jwt',
    fix: 'Send the access_token of the token response. The id_token is for the client alone.',
  })
  enforce({
    rule: 'critical_headers',
    clause: 'RFC 7515 §4.1.11',
    holds: header.crit === undefined,
    success: 'The token demands no extension.',
    failure: 'The token demands header extensions (crit) that this API does not know.',
    sent: JSON.stringify(header.crit),
    fix: 'Issue access tokens without crit.',
  })
}

function describeAlgorithm(alg: string, algorithms: readonly string[]): string {
  const expected = `this API accepts ${algorithms.join(', ')}`
  if (alg.toLowerCase() === 'none') return `The token is not signed (alg none); ${expected}.`
  if (alg.startsWith('HS'))
    return `Algorithm confusion: alg ${alg} would use the public key as a shared secret; ${expected}.`
  return `The algorithm ${alg} is not accepted; ${expected}.`
}

async function verifySignature(
  token: string,
  header: JWTHeaderParameters,
  check: JwtCheck,
): Promise<AccessTokenClaims> {
  const { enforce, keys } = check
  const key = await keys.find(header)
  const keyRule = {
    rule: 'signing_key',
    clause: 'RFC 7517 §4.5',
    success: "The issuer's key set has the key that the token names.",
    failure: `Wrong signature: the issuer publishes no key for kid ${header.kid ?? 'missing'}.`,
    sent: header.kid ?? 'no kid',
    expected: keys.snapshot().kids.join(' or '),
    fix: 'Get a new token: this one was signed with a key the issuer has withdrawn or never had.',
  }
  const claims = await verifiedClaims(token, enforcePresent(key, keyRule, enforce))
  const signatureRule = {
    rule: 'signature',
    clause: 'RFC 7515 §5.2',
    success: "The signature is the issuer's.",
    failure: 'Wrong signature: the token was changed after it was signed, or signed with another key.',
    fix: 'Send the token exactly as the authorization server issued it.',
  }
  return enforcePresent(claims, signatureRule, enforce)
}

async function verifiedClaims(token: string, key: CryptoKey): Promise<AccessTokenClaims | undefined> {
  try {
    return parseJsonObject(fromUtf8((await compactVerify(token, key)).payload))
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWSInvalid) return undefined
    throw new ProtocolError('temporarily_unavailable', 'The published key cannot check this signature.', {
      cause: error,
    })
  }
}
