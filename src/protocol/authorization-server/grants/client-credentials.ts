/** The client credentials grant: a client acts in its own name, no person takes part (RFC 6749 §4.4). */
import { checkAuthorizationDetails } from '../../checks/authorization-details.ts'
import { checkRequestedResources } from '../../checks/resource.ts'
import { allowedScope, checkScope, isOpenidScope } from '../../checks/scope.ts'
import { issueGrant } from '../../tokens/grant.ts'
import { accept, refuse } from '../../verdict.ts'
import type { GrantHandler } from './grant.ts'
import { issueTokens } from './token-response.ts'

/** No refresh token (§4.4.3): the client can simply ask again. Scopes about a person are refused: there is none. */
export const clientCredentials: GrantHandler = {
  grantType: 'client_credentials',
  parameters: ['scope', 'authorization_details'],

  async handle({ client, parameters, resources: requested, confirmation }, context) {
    const { config, environment } = context
    const rule = { rule: 'confidential_client', clause: 'RFC 6749 §4.4' }
    if (client.token_endpoint_auth_method === 'none') {
      throw refuse(
        rule,
        {
          code: 'unauthorized_client',
          message: 'The client credentials grant is for confidential clients; a public one has no credentials.',
          fix: 'Register the client with an authentication method.',
        },
        environment,
      )
    }
    accept(rule, 'The client is confidential.', environment)
    const allowed = allowedScope(client, config.scopes).filter((scope) => !isOpenidScope(scope))
    const scope = checkScope(parameters.get('scope'), { client, allowed }, environment)
    const resources = checkRequestedResources(requested, { scope, config }, environment)
    const authorizationDetails = checkAuthorizationDetails(parameters, client, context)
    const asked = { ...(resources && { resources }), ...(authorizationDetails && { authorizationDetails }) }
    const grant = issueGrant({ clientId: client.client_id, scope, authentication: undefined, ...asked }, context)
    const nothing = { parent: undefined, refreshToken: undefined, nonce: undefined }
    return issueTokens({ grant, scope, confirmation, ...nothing }, context)
  },
}
