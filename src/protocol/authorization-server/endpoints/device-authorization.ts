/** `POST /device_authorization`: a device asks for the codes that a person and it go on with (RFC 8628 §3.1, §3.2). */
import { json, serialiseForm } from '../../../http/index.ts'
import { checkAuthorizationDetails } from '../../checks/authorization-details.ts'
import { authenticateClient } from '../../checks/client-authentication/index.ts'
import { checkGrantType } from '../../checks/grant-type.ts'
import { checkRequestedResources } from '../../checks/resource.ts'
import { allowedScope, checkScope } from '../../checks/scope.ts'
import { noStore } from '../../errors.ts'
import { checkRepetition, firstValues, readFormBody, valuesOf } from '../../parameters.ts'
import { isGrantRegistered } from '../../state/config.ts'
import { endpointUrl, type ServerContext } from '../../state/context.ts'
import { drawUserCode, showUserCode } from '../../state/user-code.ts'
import { issuePolledRequest } from '../../tokens/polled-request.ts'
import { usableScope } from '../authorization-request.ts'
import { deviceCodeGrant } from '../grants/device-code.ts'
import type { Endpoint } from './endpoint.ts'

/** The device authorization endpoint, offered where a client is registered for the grant. */
export const deviceAuthorization: Endpoint = {
  path: '/device_authorization',
  methods: ['POST'],
  audience: 'client',
  cors: 'clients',
  isOffered: (config) => isGrantRegistered(config, deviceCodeGrant),
  metadata: (url) => ({ device_authorization_endpoint: url }),

  async handle(request, context) {
    const { config, environment } = context
    const fields = readFormBody(request, environment)
    checkRepetition(fields, environment, ['resource'])
    const parameters = firstValues(fields)
    const client = await authenticateClient({ request, parameters }, context)
    checkGrantType(deviceCodeGrant, client, environment)
    const allowed = allowedScope(client, config.scopes)
    const scope = usableScope(
      checkScope(parameters.get('scope'), { client, allowed }, environment),
      client,
      environment,
    )
    const resources = checkRequestedResources(valuesOf(fields, 'resource'), { scope, config }, environment)
    const authorizationDetails = checkAuthorizationDetails(parameters, client, context)
    const userCode = drawUnusedCode(context)
    const seconds = config.policy.lifetimes.device_code
    const askedFrom = request.clientAddress
    const asked = { clientId: client.client_id, scope, resources, authorizationDetails, userCode, askedFrom }
    const { value, interval } = issuePolledRequest({ kind: 'device_code', ...asked }, seconds, context)
    const shown = showUserCode(userCode, config.policy.device.userCodeAlphabet)
    const page = endpointUrl(config, '/device')
    return json(
      200,
      {
        device_code: value,
        user_code: shown,
        verification_uri: page,
        verification_uri_complete: `${page}?${serialiseForm([['user_code', shown]])}`,
        expires_in: seconds,
        interval,
      },
      noStore,
    )
  },
}

/** A user code that no other device shows now. */
function drawUnusedCode({ config, store, environment }: ServerContext): string {
  const code = () => drawUserCode(config.policy.device.userCodeAlphabet, environment)
  let drawn = code()
  while (store.polledRequests.findByUserCode(drawn, environment.now()) !== undefined) drawn = code()
  return drawn
}
