/** What a valid token must also be allowed: the scope (RFC 6750 §3.1), the user's role, and the strength of their sign-in (RFC 9470). */

import type { Enforce } from '../enforce.ts'
import type { AccessTokenClaims } from './config.ts'
import type { RouteDemands } from './description.ts'

/** Seconds since the epoch, and the seconds by which clocks may differ. */
interface Clock {
  readonly now: number
  readonly leeway: number
}

/** Everything that a route demands of a valid token, in order; the first rule that does not hold refuses. */
export function checkRoute(claims: AccessTokenClaims, route: RouteDemands, clock: Clock, enforce: Enforce): void {
  checkScope(claims, route, enforce)
  checkRole(claims, route, enforce)
  checkUserAuthentication(claims, route, clock, enforce)
}

/** Refuses a token without all scopes of the route: `insufficient_scope`, 403. */
function checkScope(claims: AccessTokenClaims, route: RouteDemands, enforce: Enforce): void {
  const required = words(route.scope)
  if (required.length === 0) return
  const granted = typeof claims.scope === 'string' ? words(claims.scope) : []
  const missing = required.filter((scope) => !granted.includes(scope))
  enforce(
    {
      rule: 'scope',
      clause: 'RFC 6750 §3.1',
      holds: missing.length === 0,
      success: 'The token has the scope this resource needs.',
      failure: `The token lacks the scope ${missing.join(' ')}.`,
      sent: granted.join(' '),
      expected: route.scope,
      fix: 'Send the user through the authorization endpoint again and ask for the missing scope.',
    },
    { code: 'insufficient_scope', parameters: { scope: route.scope } },
  )
}

/** Refuses a token whose user lacks the role of the route: 403. The claim is of RFC 9068 §2.2.3.1, the demand a policy. */
function checkRole(claims: AccessTokenClaims, { role }: RouteDemands, enforce: Enforce): void {
  if (role === undefined) return
  const roles = Array.isArray(claims.roles) ? claims.roles : []
  enforce(
    {
      rule: 'role',
      clause: 'policy',
      holds: roles.includes(role),
      success: `The person has the role ${role}.`,
      failure: `The person does not have the role ${role}.`,
      sent: roles.join(' ') || 'no roles',
      expected: role,
      fix: 'Have the role given to the person, then get a new token. No scope stands in for a role.',
    },
    { code: 'access_denied' },
  )
}

/** Refuses a token whose user signed in too weakly or too long ago: `insufficient_user_authentication`, 401 (RFC 9470 §3). */
function checkUserAuthentication(claims: AccessTokenClaims, route: RouteDemands, clock: Clock, enforce: Enforce): void {
  const { acr_values, max_age } = route
  const parameters = {
    ...(acr_values === undefined ? {} : { acr_values }),
    ...(max_age === undefined ? {} : { max_age }),
  }
  const refusal = { code: 'insufficient_user_authentication', parameters } as const
  const fix = 'Send the user to the authorization endpoint with the acr_values and max_age of the challenge.'
  if (acr_values !== undefined) {
    const acr = typeof claims.acr === 'string' ? claims.acr : undefined
    enforce(
      {
        rule: 'acr',
        clause: 'RFC 9470 §3',
        holds: acr !== undefined && words(acr_values).includes(acr),
        success: 'The user signed in strongly enough.',
        failure: 'A different authentication level is required.',
        sent: acr ?? 'no acr',
        expected: acr_values,
        fix,
      },
      refusal,
    )
  }
  if (max_age !== undefined) {
    const authTime = typeof claims.auth_time === 'number' ? claims.auth_time : undefined
    enforce(
      {
        rule: 'max_age',
        clause: 'RFC 9470 §3',
        holds: authTime !== undefined && clock.now <= authTime + max_age + clock.leeway,
        success: 'The user signed in recently enough.',
        failure: 'More recent authentication is required.',
        sent: authTime === undefined ? 'no auth_time' : `signed in ${clock.now - authTime} s ago`,
        expected: `at most ${max_age} s ago (leeway ${clock.leeway} s)`,
        fix,
      },
      refusal,
    )
  }
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}
