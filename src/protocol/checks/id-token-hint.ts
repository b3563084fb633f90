/** `id_token_hint`: an ID Token that the server issued before, shown again to say whom a request is about. */
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import type { Environment } from '../environment.ts'
import { publicJwks } from '../keys.ts'
import { accept, refuse } from '../verdict.ts'

/** What a hint says. */
export interface IdTokenHint {
  readonly sub: string
  /** The session in which it was issued. */
  readonly sid: string | undefined
  /** The client that the token was issued to. */
  readonly clientId: string
}

/**
 * Verifies a hint and returns what it says. `invalid_request` when it is not an ID Token of this issuer.
 *
 * An expired one is accepted: it authenticates nobody, it only says who is meant (OpenID Connect Core §3.1.2.1,
 * OpenID Connect RP-Initiated Logout §2).
 */
export async function checkIdTokenHint(hint: string, issuer: string, environment: Environment): Promise<IdTokenHint> {
  const rule = { rule: 'id_token_hint', clause: 'OpenID Connect Core §3.1.2.1' }
  try {
    const { payload } = await jwtVerify(hint, createLocalJWKSet(publicJwks(environment)), {
      issuer,
      // `typ` tells an ID Token from an access token, which the same key signs (RFC 8725 §3.11).
      typ: 'JWT',
      algorithms: environment.keys.map((key) => key.alg),
      // Verified as of the moment it was issued, so that its expiry does not matter.
      currentDate: new Date((decodeJwt(hint).iat ?? 0) * 1000),
      requiredClaims: ['sub', 'aud'],
    })
    const clientId = [payload.aud].flat()[0]
    if (payload.sub === undefined || clientId === undefined) throw new TypeError('sub or aud is missing')
    accept(rule, 'The id_token_hint is an ID Token of this issuer.', environment)
    const sid = typeof payload.sid === 'string' ? payload.sid : undefined
    return { sub: payload.sub, sid, clientId }
  } catch (error) {
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: `The id_token_hint is not a valid ID Token of this issuer: ${error instanceof Error ? error.message : 'unreadable'}.`,
        fix: 'Send the id_token of an earlier token response, unchanged.',
      },
      environment,
    )
  }
}
