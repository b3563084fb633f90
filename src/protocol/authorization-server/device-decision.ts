/** The end of a device's request in the person's browser: the device learns of it when it polls (RFC 8628 §3.3). */
import type { HttpResponse } from '../../http/index.ts'
import { checkDeviceNetwork } from '../checks/device-network.ts'
import type { ProtocolError } from '../errors.ts'
import type { ServerContext } from '../state/context.ts'
import type { Grant, WaitingDevice } from '../state/records.ts'
import { issueGrant } from '../tokens/grant.ts'
import { denyPolledRequest } from '../tokens/polled-request.ts'
import { accept, refuse } from '../verdict.ts'
import { renderDeviceDonePage } from './pages/device.ts'
import { renderErrorPage } from './pages/error.ts'

/** Connects the device. Throws, to be shown as a page: `invalid_request` when it waits no more, `access_denied` when it is elsewhere. */
export function approveDevice(
  { deviceCode, enteredFrom }: WaitingDevice,
  allowed: Pick<Grant, 'clientId' | 'scope' | 'resources' | 'authorizationDetails' | 'authentication'>,
  context: ServerContext,
): HttpResponse {
  const { store, environment } = context
  const rule = { rule: 'user_code', clause: 'RFC 8628 §3.3' }
  const request = store.polledRequests.requests.get(deviceCode)
  const now = environment.now()
  if (request?.status !== 'pending' || now >= request.expiresAt) {
    const message = 'The code has expired or was used before, so nothing was connected.'
    throw refuse(
      rule,
      { code: 'invalid_request', message, fix: 'Let the device show a new code and begin again.' },
      environment,
    )
  }
  try {
    checkDeviceNetwork(request, enteredFrom, context)
  } catch (error) {
    denyPolledRequest(request, context, 'it asked from another network')
    throw error
  }
  const grant = issueGrant(allowed, context)
  store.polledRequests.decide(deviceCode, { status: 'approved', grantId: grant.id }, now)
  accept(rule, 'The person connected the device; its next poll gets the tokens.', environment)
  return renderDeviceDonePage(
    'Your device is connected',
    'Go back to it: it goes on by itself. You can close this window.',
  )
}

/** Tells the person why nothing came of it. A denial is the device's answer too (RFC 8628 §3.5). */
export function refuseDevice(
  { deviceCode }: WaitingDevice,
  error: ProtocolError,
  context: ServerContext,
): HttpResponse {
  const request = context.store.polledRequests.requests.get(deviceCode)
  if (error.code !== 'access_denied') return renderErrorPage(error)
  if (request?.status === 'approved' || request?.status === 'used') {
    const message = 'The device was connected before, so this answer has changed nothing.'
    const fix = 'Revoke its tokens if it should have no access.'
    const rule = { rule: 'user_code', clause: 'RFC 8628 §3.3' }
    return renderErrorPage(refuse(rule, { code: 'invalid_request', message, fix }, context.environment))
  }
  if (request !== undefined) denyPolledRequest(request, context)
  return renderDeviceDonePage('Your device is not connected', 'The device gets no access. You can close this window.')
}
