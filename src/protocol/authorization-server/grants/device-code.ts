/** The device grant: a device polls until the person has decided on another one (RFC 8628 §3.4). */
import { requireParameter } from '../../parameters.ts'
import { isGrantRegistered } from '../../state/config.ts'
import { findPolledRequest, redeemPolledRequest } from '../../tokens/polled-request.ts'
import { isRefreshTokenDue, issueRefreshToken } from '../../tokens/refresh-token.ts'
import type { GrantHandler } from './grant.ts'
import { issueTokens } from './token-response.ts'

/** The value of `grant_type` (RFC 8628 §3.4). */
export const deviceCodeGrant = 'urn:ietf:params:oauth:grant-type:device_code'

/** Offered where a client is registered for it. */
export const deviceCode: GrantHandler = {
  grantType: deviceCodeGrant,
  parameters: ['device_code'],
  isOffered: (config) => isGrantRegistered(config, deviceCodeGrant),

  async handle({ client, parameters, confirmation }, context) {
    const value = requireParameter(parameters, 'device_code', 'RFC 8628 §3.4', context.environment)
    const request = findPolledRequest('device_code', { value, clientId: client.client_id }, context)
    await context.environment.step('device_code.consume')
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
