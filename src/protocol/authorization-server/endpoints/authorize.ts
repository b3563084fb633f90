/** `/authorize`: where a client sends the browser to get a code (RFC 6749 §3.1, §4.1.1; OpenID Connect Core §3.1.2). */
import { type FormFields, type HttpRequest, type HttpResponse, parseForm } from '../../../http/index.ts'
import { reachableAcrValues } from '../../authentication/context-class.ts'
import { findSession } from '../../authentication/session.ts'
import { findClient } from '../../checks/client-id-metadata-document.ts'
import { checkEmbeddedUserAgent } from '../../checks/embedded-user-agent.ts'
import { promptValues } from '../../checks/prompt.ts'
import { isRegisteredRedirectUri } from '../../checks/redirect-uri.ts'
import { requestObjectAlgorithms } from '../../checks/request-object.ts'
import type { Environment } from '../../environment.ts'
import { toProtocolError } from '../../errors.ts'
import { checkRepetition, firstValues, type RequestParameters, readFormBody, repeatedNames } from '../../parameters.ts'
import type { Client, ResolvedConfig } from '../../state/config.ts'
import type { ServerContext } from '../../state/context.ts'
import { accept, refuse } from '../../verdict.ts'
import { beginAuthorization } from '../authorization.ts'
import { readAuthorizationRequest, readTarget } from '../authorization-request.ts'
import { type ResponseTarget, respondWithError } from '../authorization-response.ts'
import { offeredResponseModes } from '../response-modes/index.ts'
import { offeredResponseTypes } from '../response-types/index.ts'
import { readStatedRequest, type StatedRequest } from '../stated-request.ts'
import type { Endpoint, Metadata } from './endpoint.ts'

/** The authorization endpoint. No CORS: it is a navigation, and a script has no business with it. */
export const authorize: Endpoint = {
  path: '/authorize',
  methods: ['GET', 'POST'],
  audience: 'person',
  cors: 'none',
  metadata: (url, config) => ({
    authorization_endpoint: url,
    response_types_supported: offeredResponseTypes(config).map((type) => type.responseType),
    response_modes_supported: offeredResponseModes(config),
    ...describeRequests(config),
  }),

  async handle(httpRequest, context) {
    const { environment } = context
    checkEmbeddedUserAgent(httpRequest, context)
    const fields = readFields(httpRequest, environment)
    // Until client and redirect URI are known to be right, errors are a page: a redirect could lead anywhere.
    const client = await requireClient(fields, firstValues(fields), context)
    const stated = await readStatedRequest(fields, client, context)
    const redirectUri = firstValues(stated.fields).get('redirect_uri')
    const { redirectUriMatching } = context.config.policy
    const isTrusted = isRegisteredRedirectUri(redirectUri, client, redirectUriMatching)
    if (stated.refusal !== undefined && !isTrusted) throw stated.refusal
    const target = readTarget(stated, client, context)
    try {
      return await answer(httpRequest, { stated, client, target }, context)
    } catch (error) {
      // What nobody foresaw as well: a redirect cannot carry a status 500 (RFC 6749 §4.1.2.1, server_error).
      return respondWithError(target, toProtocolError(error), context)
    }
  },
}

/** What a request may say, as metadata. */
function describeRequests(config: ResolvedConfig): Metadata {
  const { policy, users, authorization_details_types: types } = config
  return {
    ...(policy.pkce !== 'unsupported' && { code_challenge_methods_supported: ['S256'] }),
    authorization_response_iss_parameter_supported: policy.responseIssuer === 'sent',
    prompt_values_supported: [...promptValues],
    acr_values_supported: [...reachableAcrValues({ users })],
    ...(types.length > 0 && { authorization_details_types_supported: [...types] }),
    ...(config.client_id_metadata_document_supported && { client_id_metadata_document_supported: true }),
    // Each of these is true or unclear when it is left out (OpenID Connect Discovery §3).
    claims_parameter_supported: false,
    request_parameter_supported: true,
    request_uri_parameter_supported: false,
    request_object_signing_alg_values_supported: [...requestObjectAlgorithms],
    require_signed_request_object: policy.requireSignedRequestObject,
  }
}

/** Everything after the point from which errors go to the client. */
async function answer(
  httpRequest: HttpRequest,
  { stated, client, target }: { stated: StatedRequest; client: Client; target: ResponseTarget },
  context: ServerContext,
): Promise<HttpResponse> {
  if (stated.refusal !== undefined) throw stated.refusal
  const request = await readAuthorizationRequest(stated, { client, target }, context)
  return beginAuthorization(httpRequest, { request, session: findSession(httpRequest, context) }, context)
}

function readFields(request: HttpRequest, environment: Environment): FormFields {
  return request.method === 'POST' ? readFormBody(request, environment) : parseForm(new URL(request.url).search)
}

/** The client of a request; a page says so when there is none, or two (RFC 6749 §4.1.2.1). */
async function requireClient(
  fields: FormFields,
  parameters: RequestParameters,
  context: ServerContext,
): Promise<Client> {
  const { environment } = context
  const decisive = repeatedNames(fields).some((name) => name === 'client_id' || name === 'redirect_uri')
  if (decisive) checkRepetition(fields, environment)
  const rule = { rule: 'client', clause: 'RFC 6749 §4.1.2.1' }
  const clientId = parameters.get('client_id')
  const client = await findClient(clientId ?? '', 'invalid_request', context)
  if (client === undefined) {
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: clientId === undefined ? 'The client_id is missing.' : 'The client is unknown.',
        sent: clientId,
        fix: 'Send the client_id that the registration gave, to the issuer that gave it.',
      },
      environment,
    )
  }
  accept(rule, `The client ${client.client_id} is registered.`, environment)
  return client
}
