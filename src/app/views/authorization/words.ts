/** The authorization matrix in words. */

import type { AccessToken, ProtectedRoute } from '../../../projections/authorization/index.ts'
import { formatDuration } from '../../../projections/index.ts'

/** What a resource demands of a token, one demand a line. */
export function routeDemands({ scope, role, acr_values, max_age }: ProtectedRoute): readonly string[] {
  return [
    scope === '' ? 'any valid token' : `scope ${scope}`,
    ...(role === undefined ? [] : [`role ${role}`]),
    ...(acr_values === undefined ? [] : [`acr ${acr_values.split(' ').join(' or ')}`]),
    ...(max_age === undefined ? [] : [`signed in within ${formatDuration(max_age)}`]),
  ]
}

/** What a token says that authorization is decided by, one claim a line. `now` in epoch seconds. */
export function claimFacts({ claims }: AccessToken, now: number): readonly string[] {
  if (claims === undefined) return ['opaque']
  const { scope, acr, auth_time, roles } = claims
  return [
    typeof scope === 'string' && scope !== '' ? `scope ${scope}` : 'no scope',
    ...(typeof acr === 'string' ? [`acr ${acr}`] : []),
    ...(typeof auth_time === 'number' ? [`signed in ${formatDuration(now - auth_time)} ago`] : []),
    ...(Array.isArray(roles) ? [`roles ${roles.join(' ') || 'none'}`] : []),
  ]
}

/** That a token is over, and why; undefined while it is not. `now` in epoch seconds. */
export function tokenStanding({ claims, isRevoked }: AccessToken, now: number): string | undefined {
  if (isRevoked) return 'revoked'
  return typeof claims?.exp === 'number' && claims.exp <= now ? 'expired' : undefined
}
