/** The exchange of an ID Token for an identity assertion to another authorization server (ID-JAG). */
import { readAuthorizationDetails } from '../../checks/authorization-details.ts'
import type { ExchangedToken } from '../../checks/exchanged-token.ts'
import { checkAssertionTarget } from '../../checks/resource.ts'
import { allowedScope, checkScope, isOpenidScope } from '../../checks/scope.ts'
import type { RequestParameters } from '../../parameters.ts'
import { type Client, splitScope } from '../../state/config.ts'
import type { ServerContext } from '../../state/context.ts'
import type { Actor, Confirmation } from '../../state/records.ts'
import { idJagType, idTokenType } from '../../token-types.ts'
import { IDENTITY_ASSERTION_SECONDS, issueIdentityAssertion } from '../../tokens/identity-assertion.ts'
import { accept, refuse } from '../../verdict.ts'
import type { TokenResponse } from './grant.ts'

/** What the exchange has checked so far. */
export interface AssertionRequest {
  readonly client: Client
  readonly parameters: RequestParameters
  readonly subject: ExchangedToken
  readonly act: Actor | undefined
  /** What the client proved to have: the assertion is bound to it (ID-JAG §8.6). */
  readonly confirmation: Confirmation | undefined
  readonly targets: { readonly audiences: readonly string[]; readonly resources: readonly string[] }
}

/** Issues the assertion. Its `access_token` is none, and its `token_type` says so (RFC 8693 §2.2.1). */
export async function exchangeForAssertion(
  { client, parameters, subject, act, confirmation, targets }: AssertionRequest,
  context: ServerContext,
): Promise<TokenResponse> {
  const { config, environment } = context
  const rule = { rule: 'identity_assertion_subject', clause: 'RFC 8693 §2.2.2' }
  const isIdToken = subject.isIdToken && parameters.get('subject_token_type') === idTokenType
  const isOwn = isIdToken && subject.clientId === client.client_id
  if (!isOwn) {
    const message = 'An identity assertion is issued for an ID Token of the client that asks, and for nothing else.'
    const fix = 'Send the ID Token that this client got when the person signed in.'
    throw refuse(rule, { code: 'invalid_request', message, fix }, environment)
  }
  accept(rule, 'The subject token is an ID Token of this client.', environment)
  const audience = checkAssertionTarget(targets, config.resource_authorization_servers, environment)
  const requested = parameters.get('scope')
  const allowed = assertableScope(client, { requested, offered: config.scopes })
  const scope = requested === undefined ? undefined : checkScope(requested, { client, allowed }, environment)
  const asked = parameters.get('authorization_details')
  const details = asked === undefined ? undefined : readAuthorizationDetails(asked, environment)
  const { sub, authentication } = subject
  const clientId = client.client_id
  const reach = { audience, resources: targets.resources, scope, details }
  const assertion = { sub, clientId, ...reach, authentication, act, confirmation }
  return {
    access_token: await issueIdentityAssertion(assertion, context),
    issued_token_type: idJagType,
    token_type: 'N_A',
    expires_in: IDENTITY_ASSERTION_SECONDS,
    ...(details && { authorization_details: details }),
    ...(scope && { scope: scope.join(' ') }),
  }
}

/**
 * What a client may ask the other server for, whose scopes this one need not know (ID-JAG §4.3): the scopes of APIs that it
 * registered here, and any where it registered none.
 */
function assertableScope(
  client: Client,
  { requested, offered }: { requested: string | undefined; offered: readonly string[] },
): string[] {
  const isLimited = splitScope(client.scope).some((scope) => !isOpenidScope(scope))
  return isLimited ? allowedScope(client, offered) : splitScope(requested)
}
