/** Rules on the claims of an access token that hold however it was validated: issuer, audience, time (RFC 9068 §4, RFC 7519 §4.1). */

import type { Enforce } from '../enforce.ts'
import type { AccessTokenClaims } from './config.ts'

/** Refuses a token of another issuer (RFC 9068 §4). */
export function checkIssuer(claims: AccessTokenClaims, issuer: string, enforce: Enforce): void {
  enforce({
    rule: 'issuer',
    clause: 'RFC 9068 §4',
    holds: claims.iss === issuer,
    success: 'The token is from the issuer this server trusts.',
    failure: `Wrong issuer: iss is ${shown(claims.iss)}, this API trusts ${issuer}.`,
    sent: shown(claims.iss),
    expected: issuer,
    fix: 'Get the token from the authorization server that this API trusts; the issuer is compared as a string.',
  })
}

/** Refuses a token that was meant for another resource (RFC 9068 §4, RFC 9700 §2.3). */
export function checkAudience(claims: AccessTokenClaims, resource: string, enforce: Enforce): void {
  const audiences = Array.isArray(claims.aud) ? claims.aud : [claims.aud]
  enforce({
    rule: 'audience',
    clause: 'RFC 9068 §4',
    holds: audiences.includes(resource),
    success: 'The token is meant for this API.',
    failure: `Wrong audience: aud is ${shown(claims.aud)}, this API is ${resource}.`,
    sent: shown(claims.aud),
    expected: resource,
    fix: 'Ask for a token for this API (RFC 8707 resource). An id_token has the client as its audience and never fits here.',
  })
}

/** The span in which a token may be used. All in seconds since the epoch, leeway in seconds. */
export interface ValidityCheck {
  readonly now: number
  readonly leeway: number
  /** A JWT access token must have `exp` (RFC 9068 §2.2); in an introspection answer it is optional (RFC 7662 §2.2). */
  readonly expiryRequired: boolean
}

/** Refuses a token that has expired or is not valid yet, leeway granted on both sides (RFC 7519 §4.1.4, §4.1.5). */
export function checkValidity(claims: AccessTokenClaims, check: ValidityCheck, enforce: Enforce): void {
  const { now, leeway } = check
  const { exp, nbf } = claims
  if (exp !== undefined || check.expiryRequired) {
    // "on or after which the JWT MUST NOT be accepted": at the very second of exp it is over.
    const expired = typeof exp !== 'number' || now >= exp + leeway
    enforce({
      rule: 'expiry',
      clause: 'RFC 7519 §4.1.4',
      holds: !expired,
      success: 'The token has not expired.',
      failure:
        typeof exp === 'number'
          ? `The token expired ${now - exp} s ago (leeway ${leeway} s).`
          : 'The token has no expiry time.',
      sent: `exp ${shown(exp)}`,
      expected: `exp after ${now - leeway} (now ${now}, leeway ${leeway} s)`,
      fix: 'Get a new access token, with the refresh token if there is one.',
    })
  }
  if (nbf !== undefined) {
    enforce({
      rule: 'not_before',
      clause: 'RFC 7519 §4.1.5',
      holds: typeof nbf === 'number' && now >= nbf - leeway,
      success: 'The token is already valid.',
      failure:
        typeof nbf === 'number'
          ? `The token is not yet valid: it becomes so in ${nbf - now} s (leeway ${leeway} s).`
          : 'The token is not yet valid: its nbf is not a number.',
      sent: `nbf ${shown(nbf)}`,
      expected: `nbf no later than ${now + leeway} (now ${now}, leeway ${leeway} s)`,
      fix: 'Wait, or set the clocks of the two servers right.',
    })
  }
}

/** Refuses a token that the authorization server does not call active; `failure` says why, as far as anybody can tell. */
export function checkActive(active: AccessTokenClaims[string], failure: string, enforce: Enforce): void {
  enforce({
    rule: 'active',
    clause: 'RFC 7662 §2.2',
    holds: active === true,
    success: 'The authorization server says that the token is active.',
    failure,
    sent: `active: ${JSON.stringify(active)}`,
    expected: 'active: true',
    fix: 'Get a new access token; if the refresh token is gone too, the user must sign in again.',
  })
}

/** A claim's value as it is written into a sentence. */
function shown(value: AccessTokenClaims[string]): string {
  if (value === undefined) return 'missing'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
