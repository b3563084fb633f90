/** The authorization code grant: a code, bound and used once, becomes tokens (RFC 6749 §4.1.3, RFC 7636 §4.5). */
import { checkNarrowerDetails } from '../../checks/authorization-details.ts'
import { checkCodeKey } from '../../checks/dpop-binding.ts'
import { checkVerifier } from '../../checks/pkce.ts'
import { checkSameRedirectUri } from '../../checks/redirect-uri.ts'
import { checkNarrowerResources } from '../../checks/resource.ts'
import { requireParameter } from '../../parameters.ts'
import { consumeAuthorizationCode, findAuthorizationCode } from '../../tokens/authorization-code.ts'
import { isRefreshTokenDue, issueRefreshToken } from '../../tokens/refresh-token.ts'
import type { GrantHandler } from './grant.ts'
import { issueTokens } from './token-response.ts'

/** Every rule is checked before the code is used up, so a request that fails one of them does not burn it. */
export const authorizationCode: GrantHandler = {
  grantType: 'authorization_code',
  parameters: ['code', 'redirect_uri', 'code_verifier', 'authorization_details'],

  async handle({ client, parameters, resources: requested, confirmation }, context) {
    const { config, store, environment } = context
    const value = requireParameter(parameters, 'code', 'RFC 6749 §4.1.3', environment)
    const code = findAuthorizationCode(value, client.client_id, context)
    const redirectUri = requireParameter(parameters, 'redirect_uri', 'RFC 6749 §4.1.3', environment)
    const { redirectUriMatching: matching } = config.policy
    checkSameRedirectUri(redirectUri, { bound: code.redirectUri, client, matching }, environment)
    const { codeChallenge: challenge } = code
    await checkVerifier(parameters.get('code_verifier'), { challenge, policy: config.policy.pkce }, environment)
    const granted = store.grants.get(code.grantId)
    const resources = checkNarrowerResources(requested, granted?.resources ?? config.resources, environment)
    const authorizationDetails = checkNarrowerDetails(parameters, granted?.authorizationDetails, context)
    checkCodeKey(code, confirmation, environment)
    await environment.step('authorization_code.consume')
    // Nothing is awaited from here until the tokens are recorded: a replay finds them and revokes them too.
    consumeAuthorizationCode(code, context)

    const grant = store.grants.get(code.grantId)
    if (grant === undefined) throw new Error(`code ${code.id} has no grant`)
    const refreshToken = isRefreshTokenDue(client, grant.scope)
      ? issueRefreshToken(grant, { parent: code.id, confirmation }, context)
      : undefined
    const { scope } = grant
    const narrowed = { scope, resources, authorizationDetails, confirmation }
    return issueTokens({ grant, ...narrowed, parent: code.id, refreshToken, nonce: code.nonce }, context)
  },
}
