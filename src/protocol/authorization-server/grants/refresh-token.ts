/** The refresh grant: new tokens without the person (RFC 6749 §6, RFC 9700 §4.14.2). */

import { checkAuthenticationAge } from '../../checks/authentication-age.ts'
import { checkNarrowerDetails } from '../../checks/authorization-details.ts'
import { checkRefreshTokenKey } from '../../checks/dpop-binding.ts'
import { checkNarrowerResources } from '../../checks/resource.ts'
import { checkNarrowerScope } from '../../checks/scope.ts'
import { requireParameter } from '../../parameters.ts'
import { findRefreshToken, redeemRefreshToken } from '../../tokens/refresh-token.ts'
import { redeemInDatabase } from '../../tokens/refresh-token-database.ts'
import type { GrantHandler } from './grant.ts'
import { issueTokens } from './token-response.ts'

/** Rotates, answers with less scope when asked to, and never raises `acr` or `auth_time`. */
export const refreshToken: GrantHandler = {
  grantType: 'refresh_token',
  parameters: ['refresh_token', 'scope', 'authorization_details'],

  async handle({ client, parameters, resources: requested, confirmation }, context) {
    const { config, store, environment } = context
    const value = requireParameter(parameters, 'refresh_token', 'RFC 6749 §6', environment)
    const presented = findRefreshToken(value, client.client_id, context)
    const grant = store.grants.get(presented.grantId)
    if (grant === undefined) throw new Error(`refresh token ${presented.id} has no grant`)
    // Before the token is used up, so that asking for too much does not burn it.
    const scope = checkNarrowerScope(parameters.get('scope'), grant.scope, environment)
    const resources = checkNarrowerResources(requested, grant.resources ?? config.resources, environment)
    const authorizationDetails = checkNarrowerDetails(parameters, grant.authorizationDetails, context)
    checkAuthenticationAge(grant, context)
    checkRefreshTokenKey(presented, confirmation, environment)
    const database = config.policy.refreshTokenRotation ? config.policy.refreshTokenDatabase : undefined
    if (database === undefined) await environment.step('refresh_token.consume')
    // Without a database nothing is awaited from here until the new tokens are recorded: a replay finds them and revokes them too.
    const next =
      database === undefined
        ? redeemRefreshToken(presented, { grant, confirmation }, context)
        : await redeemInDatabase(presented, { grant, confirmation, database }, context)
    // No nonce: it belongs to the authorization request, and this is none (OpenID Connect Core §12.2).
    const handedOut = next.id === presented.id ? undefined : next
    const narrowed = { scope, resources, authorizationDetails, confirmation }
    return issueTokens({ grant, ...narrowed, parent: presented.id, refreshToken: handedOut, nonce: undefined }, context)
  },
}
