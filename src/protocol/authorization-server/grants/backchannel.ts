/** The CIBA grant: a client polls, or waits for a ping, until the person has decided on their phone (OpenID Connect CIBA §10.1). */
import { requireParameter } from '../../parameters.ts'
import { isGrantRegistered } from '../../state/config.ts'
import { findPolledRequest, redeemPolledRequest } from '../../tokens/polled-request.ts'
import { isRefreshTokenDue, issueRefreshToken } from '../../tokens/refresh-token.ts'
import type { GrantHandler } from './grant.ts'
import { issueTokens } from './token-response.ts'

/** The value of `grant_type` (OpenID Connect CIBA §4). */
export const backchannelGrant = 'urn:openid:params:grant-type:ciba'

/** Offered where a client is registered for it. */
export const backchannel: GrantHandler = {
  grantType: backchannelGrant,
  parameters: ['auth_req_id'],
  isOffered: (config) => isGrantRegistered(config, backchannelGrant),

  async handle({ client, parameters, confirmation }, context) {
    const value = requireParameter(parameters, 'auth_req_id', 'OpenID Connect CIBA §10.1', context.environment)
    const request = findPolledRequest('auth_req_id', { value, clientId: client.client_id }, context)
    await context.environment.step('auth_req_id.consume')
    // Nothing is awaited from here until the tokens are recorded: of two polls at once, one gets them.
    const grant = redeemPolledRequest(request, context)
    const { id: parent } = request
    const refreshToken = isRefreshTokenDue(client, grant.scope)
      ? issueRefreshToken(grant, { parent, confirmation }, context)
      : undefined
    const issued = { grant, scope: grant.scope, parent, refreshToken, nonce: undefined, confirmation }
    return issueTokens(issued, context)
  },
}
