/** A grant whose client polls until a person has decided elsewhere: what RFC 8628 and OpenID Connect CIBA have in common. */
import { checkNarrowerDetails } from '../../checks/authorization-details.ts'
import { checkNarrowerResources } from '../../checks/resource.ts'
import { requireParameter } from '../../parameters.ts'
import { isGrantRegistered } from '../../state/config.ts'
import { findPolledRequest, redeemPolledRequest } from '../../tokens/polled-request.ts'
import { isRefreshTokenDue, issueRefreshToken } from '../../tokens/refresh-token.ts'
import type { GrantHandler } from './grant.ts'
import { issueTokens } from './token-response.ts'

/** The handler, offered where a client is registered for it. `parameter` names what was waited with; `clause` requires it. */
export function polledGrant(grantType: string, parameter: 'device_code' | 'auth_req_id', clause: string): GrantHandler {
  return {
    grantType,
    parameters: [parameter, 'authorization_details'],
    isOffered: (config) => isGrantRegistered(config, grantType),

    async handle({ client, parameters, resources: requested, confirmation }, context) {
      const value = requireParameter(parameters, parameter, clause, context.environment)
      const request = findPolledRequest(parameter, { value, clientId: client.client_id }, context)
      // Before the request is used up, so that asking for too much does not burn it.
      const granted = request.resources ?? context.config.resources
      const resources = checkNarrowerResources(requested, granted, context.environment)
      const authorizationDetails = checkNarrowerDetails(parameters, request.authorizationDetails, context)
      await context.environment.step(`${parameter}.consume`)
      // Nothing is awaited from here until the tokens are recorded: of two polls at once, one gets them.
      const grant = redeemPolledRequest(request, context)
      const { id: parent } = request
      const refreshToken = isRefreshTokenDue(client, grant.scope)
        ? issueRefreshToken(grant, { parent, confirmation }, context)
        : undefined
      const narrowed = { scope: grant.scope, resources, authorizationDetails, confirmation }
      return issueTokens({ grant, ...narrowed, parent, refreshToken, nonce: undefined }, context)
    },
  }
}
