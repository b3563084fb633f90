/** Reading an authorization request: every rule of its parameters, in one list. */
import { reachableAcrValues } from '../authentication/context-class.ts'
import { checkAcrValues } from '../checks/acr-values.ts'
import { checkAuthorizationDetails } from '../checks/authorization-details.ts'
import { checkDpopJkt } from '../checks/dpop-binding.ts'
import { checkGrantType } from '../checks/grant-type.ts'
import { checkIdTokenHint } from '../checks/id-token-hint.ts'
import { checkChallenge } from '../checks/pkce.ts'
import { checkMaxAge, checkPrompt } from '../checks/prompt.ts'
import { checkRedirectUri } from '../checks/redirect-uri.ts'
import { refuseUnsupported } from '../checks/request-object.ts'
import { checkPushed, checkSigned } from '../checks/request-requirements.ts'
import { checkRequestedResources } from '../checks/resource.ts'
import { checkResponseType } from '../checks/response-type.ts'
import { allowedScope, checkScope } from '../checks/scope.ts'
import { checkTokensInFront } from '../checks/tokens-in-front.ts'
import type { Environment } from '../environment.ts'
import { checkRepetition, firstValues, type RequestParameters, valuesOf } from '../parameters.ts'
import type { Client } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import type { AuthorizationRequest } from '../state/records.ts'
import { accept, refuse } from '../verdict.ts'
import type { ResponseTarget } from './authorization-response.ts'
import { offeredResponseModes, readResponseMode } from './response-modes/index.ts'
import { defaultResponseMode, offeredResponseTypes } from './response-types/index.ts'
import type { StatedRequest } from './stated-request.ts'

/** Where the answer to a request goes. Throws what must become a page when the redirect URI is not right. */
export function readTarget(
  { fields }: StatedRequest,
  client: Client,
  { config, environment }: ServerContext,
): ResponseTarget {
  const parameters = firstValues(fields)
  const { redirectUriMatching: matching } = config.policy
  const usual = defaultResponseMode(parameters.get('response_type'))
  return {
    clientId: client.client_id,
    redirectUri: checkRedirectUri(parameters.get('redirect_uri'), client, environment, matching),
    // The mode in which the client wants its answer, errors included; an unknown one is refused in the default mode.
    responseMode: readResponseMode(parameters.get('response_mode'), usual, config),
    state: parameters.get('state'),
  }
}

/** Checks a request that nobody brings yet, redirect URI and all (RFC 9126 §2.1). Throws ProtocolError. */
export async function checkAuthorizationRequest(
  stated: StatedRequest,
  client: Client,
  context: ServerContext,
): Promise<void> {
  const target = readTarget(stated, client, context)
  await readAuthorizationRequest(stated, { client, target }, context)
}

/** Checks everything that can be told to the client by a redirect, and returns the request. Throws ProtocolError. */
export async function readAuthorizationRequest(
  stated: StatedRequest,
  { client, target }: { client: Client; target: ResponseTarget },
  context: ServerContext,
): Promise<AuthorizationRequest> {
  const { config, environment } = context
  checkRepetition(stated.fields, environment, ['resource'])
  checkPushed(stated.isPushed, client, context)
  checkSigned(stated.isSigned, client, context)
  const parameters = firstValues(stated.fields)
  refuseUnsupported(parameters, environment)
  checkResponseMode(parameters, context)
  const offered = offeredResponseTypes(config)
  const responseType = checkResponseType(parameters, { client, offered }, environment)
  for (const grantType of responseType.grantTypes) checkGrantType(grantType, client, environment)
  if (responseType.carriesTokens) {
    const { dpop_bound_access_tokens: byKey, tls_client_certificate_bound_access_tokens: byCertificate } = client
    const modes = {
      isBound: byKey === true || byCertificate === true,
      mode: target.responseMode,
      isQueryAllowed: config.policy.implicit === 'in_any_mode',
    }
    checkTokensInFront(parameters, { responseType, ...modes }, environment)
  }
  // The challenge binds a code, so without a code there is nothing for it to protect (RFC 7636 §1).
  const codeChallenge = responseType.carriesCode
    ? checkChallenge(
        parameters,
        { isPublic: client.token_endpoint_auth_method === 'none', policy: config.policy.pkce },
        environment,
      )
    : undefined
  const dpopJkt = checkDpopJkt(parameters, environment)
  const allowed = allowedScope(client, config.scopes)
  const scope = checkScope(
    parameters.get('scope'),
    { client, allowed, unoffered: config.policy.unofferedScope },
    environment,
  )
  const resources = checkRequestedResources(valuesOf(stated.fields, 'resource'), { scope, config }, environment)
  const authorizationDetails = checkAuthorizationDetails(parameters, client, context)
  const prompt = checkPrompt(parameters, environment)
  const maxAge = checkMaxAge(parameters, environment) ?? client.default_max_age
  const acrValues = checkAcrValues(parameters, reachableAcrValues(config), environment)
  const hint = parameters.get('id_token_hint')
  return {
    ...target,
    responseType: responseType.responseType,
    scope: usableScope(scope, client, environment),
    codeChallenge,
    dpopJkt,
    nonce: parameters.get('nonce'),
    ...(stated.answerBy !== undefined && { answerBy: stated.answerBy }),
    ...(resources && { resources }),
    ...(authorizationDetails && { authorizationDetails }),
    prompt,
    maxAge,
    acrValues,
    loginHint: parameters.get('login_hint'),
    hintedSub: hint === undefined ? undefined : (await checkIdTokenHint(hint, config.issuer, environment)).sub,
  }
}

/** Refuses an unknown `response_mode` with `invalid_request`, in the default mode. */
function checkResponseMode(parameters: RequestParameters, { config, environment }: ServerContext): void {
  const mode = parameters.get('response_mode')
  const taken = offeredResponseModes(config)
  if (mode === undefined || taken.includes(mode)) return
  throw refuse(
    { rule: 'response_mode', clause: 'OAuth 2.0 Multiple Response Types §2.1' },
    {
      code: 'invalid_request',
      message: `The response_mode ${mode} is not supported.`,
      sent: mode,
      expected: taken.join(' '),
      fix: 'Leave response_mode out, or use a supported one.',
    },
    environment,
  )
}

/** `offline_access` is ignored where no refresh token can come of it (OpenID Connect Core §11). */
export function usableScope(scope: string[], client: Client, environment: Environment): string[] {
  if (!scope.includes('offline_access') || client.grant_types.includes('refresh_token')) return scope
  accept(
    { rule: 'offline_access', clause: 'OpenID Connect Core §11' },
    'offline_access is ignored: the client is not registered for the refresh_token grant.',
    environment,
  )
  return scope.filter((token) => token !== 'offline_access')
}
