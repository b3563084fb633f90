/** `POST /bc-authorize`: a client asks for a person who is elsewhere (OpenID Connect CIBA §7). */
import { json } from '../../../http/index.ts'
import { checkAuthorizationDetails } from '../../checks/authorization-details.ts'
import {
  checkBackchannelScope,
  checkBindingMessage,
  checkNotification,
  checkRequestedExpiry,
  checkUserHint,
} from '../../checks/backchannel-request.ts'
import { authenticateClient } from '../../checks/client-authentication/index.ts'
import { checkGrantType } from '../../checks/grant-type.ts'
import { checkRequestedResources } from '../../checks/resource.ts'
import { allowedScope, checkScope } from '../../checks/scope.ts'
import { noStore } from '../../errors.ts'
import { checkRepetition, firstValues, readFormBody, requireParameter, valuesOf } from '../../parameters.ts'
import { isGrantRegistered } from '../../state/config.ts'
import { issuePolledRequest } from '../../tokens/polled-request.ts'
import { refuse } from '../../verdict.ts'
import { usableScope } from '../authorization-request.ts'
import { backchannelGrant } from '../grants/backchannel.ts'
import type { Endpoint } from './endpoint.ts'

/** The backchannel authentication endpoint, offered where a client is registered for the grant. */
export const backchannelAuthentication: Endpoint = {
  path: '/bc-authorize',
  methods: ['POST'],
  audience: 'client',
  cors: 'none',
  isOffered: (config) => isGrantRegistered(config, backchannelGrant),
  metadata: (url) => ({
    backchannel_authentication_endpoint: url,
    backchannel_token_delivery_modes_supported: ['poll', 'ping'],
    backchannel_user_code_parameter_supported: false,
  }),

  async handle(request, context) {
    const { config, environment } = context
    const fields = readFormBody(request, environment)
    checkRepetition(fields, environment, ['resource'])
    const parameters = firstValues(fields)
    const client = await authenticateClient({ request, parameters }, context)
    if (client.token_endpoint_auth_method === 'none') {
      const message = 'The client must authenticate, which a public one cannot.'
      const fix = 'Register the client with an authentication method.'
      const rule = { rule: 'confidential_client', clause: 'OpenID Connect CIBA §7.2' }
      throw refuse(rule, { code: 'invalid_client', message, fix }, environment)
    }
    checkGrantType(backchannelGrant, client, environment)
    const requested = requireParameter(parameters, 'scope', 'OpenID Connect CIBA §7.1', environment)
    const allowed = allowedScope(client, config.scopes)
    const scope = usableScope(checkScope(requested, { client, allowed }, environment), client, environment)
    checkBackchannelScope(parameters, scope, environment)
    const resources = checkRequestedResources(valuesOf(fields, 'resource'), { scope, config }, environment)
    const authorizationDetails = checkAuthorizationDetails(parameters, client, context)
    const ping = checkNotification(parameters, client, environment)
    const bindingMessage = checkBindingMessage(parameters, environment)
    const seconds = checkRequestedExpiry(parameters, config.policy.lifetimes.backchannel_request, environment)
    const { sub } = await checkUserHint(parameters, client, context)
    const backchannel = { sub, bindingMessage, ping }
    const asked = { clientId: client.client_id, scope, resources, authorizationDetails, userCode: undefined }
    const { value, interval } = issuePolledRequest({ kind: 'auth_req_id', ...asked, backchannel }, seconds, context)
    return json(200, { auth_req_id: value, expires_in: seconds, interval }, noStore)
  },
}
