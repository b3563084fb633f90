/** `/device`: where a person enters the code that a device shows (RFC 8628 §3.3). */
import { parseForm } from '../../../http/index.ts'
import { findSession } from '../../authentication/session.ts'
import { checkUserCode } from '../../checks/user-code.ts'
import { ProtocolError } from '../../errors.ts'
import { firstValues, readForm } from '../../parameters.ts'
import { isGrantRegistered } from '../../state/config.ts'
import { endpointUrl, type ServerContext } from '../../state/context.ts'
import type { PolledRequest } from '../../state/polled-requests.ts'
import type { AuthorizationRequest } from '../../state/records.ts'
import { showUserCode } from '../../state/user-code.ts'
import { beginAuthorization } from '../authorization.ts'
import { deviceCodeGrant } from '../grants/device-code.ts'
import { renderDevicePage } from '../pages/device.ts'
import type { Endpoint } from './endpoint.ts'

/**
 * The verification page, and its form's endpoint. A code leads to the pages of an authorization request: sign-in, second
 * factor and, always, consent, which shows the code once more to be compared (§3.3.1).
 */
export const device: Endpoint = {
  path: '/device',
  methods: ['GET', 'POST'],
  audience: 'person',
  cors: 'none',
  isOffered: (config) => isGrantRegistered(config, deviceCodeGrant),

  async handle(httpRequest, context) {
    const { config, environment } = context
    const parameters =
      httpRequest.method === 'POST'
        ? readForm(httpRequest, environment)
        : firstValues(parseForm(new URL(httpRequest.url).search))
    const typed = parameters.get('user_code')
    const action = endpointUrl(config, '/device')
    if (typed === undefined) return renderDevicePage({ action, userCode: '' })
    const found = await findDevice(typed, context)
    if (!('value' in found)) return renderDevicePage({ action, userCode: typed, problem: found })
    const session = findSession(httpRequest, context)
    const request = requestOf(found, httpRequest.clientAddress, context)
    return beginAuthorization(httpRequest, { request, session }, context)
  },
}

/** The request of a user code, or what the page says of a wrong one. */
async function findDevice(
  typed: string,
  context: ServerContext,
): Promise<PolledRequest | Pick<ProtocolError, 'status' | 'message'>> {
  try {
    return await checkUserCode(typed, context)
  } catch (error) {
    if (error instanceof ProtocolError) return error
    throw error
  }
}

/** A device's request as the pages of an authorization request understand it. The answer goes to no redirect URI. */
function requestOf(
  { clientId, scope, resources, authorizationDetails, value, userCode = '' }: PolledRequest,
  enteredFrom: string | undefined,
  { config }: ServerContext,
): AuthorizationRequest {
  return {
    redirectUri: '',
    responseMode: 'query',
    state: undefined,
    clientId,
    responseType: 'code',
    scope,
    ...(resources && { resources }),
    ...(authorizationDetails && { authorizationDetails }),
    codeChallenge: undefined,
    nonce: undefined,
    // Asked each time: a consent of yesterday says nothing about the device that shows a code today (§5.4).
    prompt: ['consent'],
    maxAge: undefined,
    acrValues: [],
    loginHint: undefined,
    hintedSub: undefined,
    device: {
      deviceCode: value,
      userCode: showUserCode(userCode, config.policy.device.userCodeAlphabet),
      enteredFrom,
    },
  }
}
