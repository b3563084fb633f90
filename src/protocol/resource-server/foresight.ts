/** What a resource server would answer to a token: the rules that it enforces, asked without a request. */

import type { Enforce } from '../enforce.ts'
import { checkRoute } from './authorization-rules.ts'
import { checkActive, checkAudience, checkIssuer, checkValidity } from './claim-rules.ts'
import type { AccessTokenClaims } from './config.ts'
import type { ResourceServerDescription, RouteDemands } from './description.ts'

/** One rule, and whether it would hold. */
export interface ForeseenRule {
  readonly rule: string
  readonly clause: string
  readonly holds: boolean
  /** One sentence: what was found. */
  readonly message: string
}

/** A token as it stands at the moment. */
export interface PresentedToken {
  readonly claims: AccessTokenClaims
  /** Whether the authorization server has revoked it: whoever introspects is told, whoever checks signatures is not. */
  readonly isRevoked: boolean
}

/**
 * The rules that a request with this token would meet at a route, in the order in which the server asks them. The token is
 * taken to be genuine: its form and its signature are judged by nobody here. `now` in epoch seconds.
 */
export function foreseeRules(
  { claims, isRevoked }: PresentedToken,
  server: ResourceServerDescription,
  { route, now }: { readonly route: RouteDemands; readonly now: number },
): readonly ForeseenRule[] {
  const rules: ForeseenRule[] = []
  const collect: Enforce = ({ rule, clause, holds, success, failure }) =>
    void rules.push({ rule, clause, holds, message: holds ? success : failure })
  const clock = { now, leeway: server.leewaySeconds }
  const isIntrospected = server.validation === 'introspection'
  if (isIntrospected) {
    const isExpired = typeof claims.exp === 'number' && now >= claims.exp
    checkActive(!isRevoked && !isExpired, `The token ${isExpired ? 'has expired' : 'was revoked'}.`, collect)
  }
  if (!isIntrospected || claims.iss !== undefined) checkIssuer(claims, server.issuer, collect)
  checkAudience(claims, server.resource, collect)
  checkValidity(claims, { ...clock, expiryRequired: !isIntrospected }, collect)
  checkRoute(claims, route, clock, collect)
  return rules
}
