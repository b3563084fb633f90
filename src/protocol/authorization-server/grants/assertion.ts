/** The assertion grant: a JWT of an issuer that this server trusts becomes an access token (RFC 7523 §2.1). */
import { readAssertion } from '../../checks/assertion.ts'
import { checkAuthorizationDetails, checkNarrowerDetails } from '../../checks/authorization-details.ts'
import { checkResources, checkScopesOfResources } from '../../checks/resource.ts'
import { allowedScope, checkScope, isOpenidScope } from '../../checks/scope.ts'
import { requireParameter } from '../../parameters.ts'
import { isGrantRegistered } from '../../state/config.ts'
import { issueGrant } from '../../tokens/grant.ts'
import { refuse } from '../../verdict.ts'
import type { GrantHandler } from './grant.ts'
import { issueTokens } from './token-response.ts'

const assertionGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

/** No refresh token: a new assertion is what a client comes back with. An identity assertion (ID-JAG) is good once. */
export const assertion: GrantHandler = {
  grantType: assertionGrant,
  parameters: ['assertion', 'scope', 'authorization_details'],
  // Whoever names the profile must name the grant, whichever clients there will be (ID-JAG §7.2).
  isOffered: (config) => config.trusted_issuers.length > 0 || isGrantRegistered(config, assertionGrant),

  async handle({ client, parameters, resources: asked, confirmation }, context) {
    const { config, environment, store } = context
    const value = requireParameter(parameters, 'assertion', 'RFC 7523 §2.1', environment)
    const said = await readAssertion(value, { client, proven: confirmation }, context)
    const resources = checkResources(asked.length > 0 ? asked : (said.resources ?? []), config.resources, environment)
    const wider = resources?.filter((resource) => said.resources?.includes(resource) === false) ?? []
    if (wider.length > 0) {
      const message = `The assertion is not for the resource ${wider.join(' ')}.`
      const fix = 'Ask for a resource that the assertion names, or get one that names it.'
      const told = { sent: wider.join(' '), expected: said.resources?.join(' ') ?? '' }
      throw refuse(
        { rule: 'resource', clause: 'RFC 8707 §2.2' },
        { code: 'invalid_target', message, fix, ...told },
        environment,
      )
    }
    const allowed = allowedScope(client, config.scopes).filter(
      (name) => !isOpenidScope(name) && said.scope?.includes(name) !== false,
    )
    const requested = parameters.get('scope')
    // Of a client that registered none, the assertion says which.
    const isSaid = requested === undefined && client.scope === undefined && said.scope !== undefined
    const scope = isSaid ? allowed : checkScope(requested, { client, allowed }, environment)
    checkScopesOfResources(scope, resources, config.scope_resources, environment)
    const stated = new Map(
      said.details === undefined ? [] : [['authorization_details', JSON.stringify(said.details)] as const],
    )
    const allowedDetails = checkAuthorizationDetails(stated, client, context)
    const saysAll = said.scope === undefined && said.details === undefined
    const askedDetails = saysAll
      ? checkAuthorizationDetails(parameters, client, context)
      : checkNarrowerDetails(parameters, allowedDetails, context)
    const details = askedDetails ?? allowedDetails
    if (said.once !== undefined) {
      const { issuer, jti, expiresAt } = said.once
      await environment.step('assertion.consume')
      if (!store.consumeAssertion(issuer, jti, expiresAt, environment.now())) {
        const message = 'The assertion was used before: its jti may be used once.'
        const fix = 'Get a new one for each token request.'
        throw refuse(
          { rule: 'assertion_replay', clause: 'RFC 7523 §3' },
          { code: 'invalid_grant', message, sent: jti, fix },
          environment,
        )
      }
    }
    const exchange = { sub: said.sub, ...(said.act && { act: said.act }) }
    const reach = { ...(resources && { resources }), ...(details && { authorizationDetails: details }) }
    const grant = issueGrant(
      { clientId: client.client_id, scope, authentication: undefined, exchange, ...reach },
      context,
    )
    const nothing = { parent: undefined, refreshToken: undefined, nonce: undefined }
    return issueTokens({ grant, scope, confirmation, ...nothing }, context)
  },
}
