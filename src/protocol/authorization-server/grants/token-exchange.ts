/** The token exchange grant: a token for another one, in somebody's name or on their behalf (RFC 8693). */
import { checkNarrowerDetails } from '../../checks/authorization-details.ts'
import { checkExchangedBinding, checkIdTokenBearer } from '../../checks/exchange-bearer.ts'
import { type ExchangedToken, readExchangedToken } from '../../checks/exchanged-token.ts'
import { checkMayAct } from '../../checks/may-act.ts'
import { checkResources, checkScopesOfResources, checkTargets } from '../../checks/resource.ts'
import { allowedScope, checkScope, isOpenidScope } from '../../checks/scope.ts'
import type { Environment } from '../../environment.ts'
import type { RequestParameters } from '../../parameters.ts'
import { isGrantRegistered, type ResolvedConfig, splitScope } from '../../state/config.ts'
import type { Actor } from '../../state/records.ts'
import { accessTokenType, idJagType, idTokenType, jwtType } from '../../token-types.ts'
import { issueGrant } from '../../tokens/grant.ts'
import { accept, refuse } from '../../verdict.ts'
import type { GrantHandler } from './grant.ts'
import { exchangeForAssertion } from './identity-assertion.ts'
import { issueTokens } from './token-response.ts'

const tokenExchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange'

/**
 * With an actor token the result says who acts for whom, and who acted before (delegation); without one it is as if the
 * subject itself came (impersonation). No refresh token (§2.2.1), and the result ends with the subject token at the latest.
 */
export const tokenExchange: GrantHandler = {
  grantType: tokenExchangeGrant,
  parameters: [
    'subject_token',
    'subject_token_type',
    'actor_token',
    'actor_token_type',
    'requested_token_type',
    'scope',
    'authorization_details',
  ],
  repeatable: ['audience'],
  isOffered: (config) =>
    config.resource_authorization_servers.length > 0 || isGrantRegistered(config, tokenExchangeGrant),

  async handle({ client, parameters, resources: asked, audiences, confirmation }, context) {
    const { config, environment } = context
    const issuedType = checkRequestedType(parameters, config, environment)
    const subject = await readExchangedToken('subject', parameters, context)
    checkExchangedBinding(subject.confirmation, { client, proven: confirmation }, environment)
    if (subject.isIdToken || parameters.get('subject_token_type') === idTokenType)
      checkIdTokenBearer(subject, client, environment)
    checkActorParameters(parameters, environment)
    const actor = parameters.has('actor_token') ? await readExchangedToken('actor', parameters, context) : undefined
    const { sub, iss = config.issuer, clientId } = actor ?? { sub: client.client_id, clientId: client.client_id }
    const party = { sub, iss, client_id: clientId }
    checkMayAct(subject, { party, issuer: config.issuer, policy: config.policy.mayAct }, environment)

    const act = actor === undefined ? subject.act : actorClaim(actor, subject.act)
    if (issuedType === idJagType) {
      const targets = { audiences, resources: asked }
      return exchangeForAssertion({ client, parameters, subject, act, confirmation, targets }, context)
    }

    const named = [...(checkResources(asked, config.resources, environment) ?? [])]
    const targets = [...new Set([...named, ...checkTargets(audiences, config.resources, environment)])]
    const registered = allowedScope(client, config.scopes)
    // No more than the subject token allows: an exchange is no way to more rights (§5).
    const allowed = registered.filter((scope) => subject.scope?.includes(scope) ?? !isOpenidScope(scope))
    const requested = parameters.get('scope')
    checkSubjectScope(requested, subject, environment)
    const inherited = subject.scope ? allowed.filter((scope) => !isOpenidScope(scope)) : undefined
    const scope =
      requested === undefined && inherited !== undefined
        ? inherited
        : checkScope(requested, { client, allowed }, environment)

    const resources = targets.length > 0 ? targets : undefined
    checkScopesOfResources(scope, resources, config.scope_resources, environment)
    // No more than the subject token has, and only when they are asked for (RFC 9396 §6.1).
    const authorizationDetails = checkNarrowerDetails(parameters, subject.details, context)
    const reach = { ...(resources && { resources }), ...(authorizationDetails && { authorizationDetails }) }
    const exchange = { sub: subject.sub, notAfter: subject.expiresAt, ...(act && { act }) }
    const { authentication } = subject
    const grant = issueGrant({ clientId: client.client_id, scope, authentication, exchange, ...reach }, context)
    const nothing = { parent: undefined, refreshToken: undefined, nonce: undefined }
    const { id_token: _, ...response } = await issueTokens({ grant, scope, confirmation, ...nothing }, context)
    return { ...response, issued_token_type: issuedType }
  },
}

/** Who acts now stands outside, who acted before inside (RFC 8693 §4.1). */
function actorClaim({ sub, iss }: ExchangedToken, before: Actor | undefined): Actor {
  return { sub, ...(iss !== undefined && { iss }), ...(before && { act: before }) }
}

/** The type that is issued: an access token, called a JWT where the client asks for one and it is one (RFC 8693 §2.1, §3). */
function checkRequestedType(
  parameters: RequestParameters,
  { policy, resource_authorization_servers: others }: ResolvedConfig,
  environment: Environment,
): string {
  const rule = { rule: 'requested_token_type', clause: 'RFC 8693 §2.1' }
  const usual = policy.accessTokenFormat === 'jwt' ? [accessTokenType, jwtType] : [accessTokenType]
  const supported = others.length > 0 ? [...usual, idJagType] : usual
  const requested = parameters.get('requested_token_type') ?? accessTokenType
  if (!supported.includes(requested)) {
    const message = `The server issues no ${requested}.`
    const fix = 'Leave requested_token_type out, or ask for an access token.'
    const told = { sent: requested, expected: supported.join(' ') }
    throw refuse(rule, { code: 'invalid_request', message, fix, ...told }, environment)
  }
  accept(rule, 'The server issues tokens of the requested type.', environment)
  return requested
}

/** What the subject token does not allow, its exchange does not either; RFC 8693 §2.1 leaves that to the server. */
function checkSubjectScope(requested: string | undefined, { scope }: ExchangedToken, environment: Environment): void {
  const missing = splitScope(requested).filter((name) => scope?.includes(name) === false)
  if (missing.length === 0) return
  throw refuse(
    { rule: 'subject_scope', clause: 'policy' },
    {
      code: 'invalid_scope',
      message: `The subject token does not have the scope ${missing.join(' ')}, and an exchange adds none.`,
      ...(requested !== undefined && { sent: requested }),
      ...(scope && { expected: scope.join(' ') }),
      fix: 'Ask for what the subject token has, or less; for more the person has to agree.',
    },
    environment,
  )
}

/** `actor_token_type` goes with `actor_token`, and not without (RFC 8693 §2.1). */
function checkActorParameters(parameters: RequestParameters, environment: Environment): void {
  if (parameters.has('actor_token') || !parameters.has('actor_token_type')) return
  const message = 'The parameter actor_token_type must not be sent without an actor_token.'
  const fix = 'Send both, or neither.'
  const rule = { rule: 'actor_token_type', clause: 'RFC 8693 §2.1' }
  throw refuse(rule, { code: 'invalid_request', message, fix }, environment)
}
