/** The authorization response: what the client hears, good or bad, with `state` and `iss`. */
import type { FormFields, HttpResponse } from '../../http/index.ts'
import { errorDescription, type ProtocolError } from '../errors.ts'
import type { ServerContext } from '../state/context.ts'
import type { AuthorizationRequest, ResponseMode, Session, WaitingDevice } from '../state/records.ts'
import { issueGrant } from '../tokens/grant.ts'
import { approveDevice, refuseDevice } from './device-decision.ts'
import { sendResponse } from './response-modes/index.ts'
import { findResponseType } from './response-types/index.ts'

/** Where a response goes and what it repeats: known before the rest of the request is read. */
export interface ResponseTarget {
  readonly clientId: string
  readonly redirectUri: string
  readonly responseMode: ResponseMode
  readonly state: string | undefined
  /** Answered instead of the redirect URI, where a device asked (RFC 8628 §3.3). */
  readonly device?: WaitingDevice
}

/** Answers with what the request's response type promises for what the person allowed (RFC 6749 §4.1.2, §4.2.2). */
export async function respondWithGrant(
  request: AuthorizationRequest,
  session: Session,
  context: ServerContext,
): Promise<HttpResponse> {
  const { sub, authTime, acr, amr, sid } = session
  const authentication = { sub, authTime, acr, amr, sid }
  const { clientId, scope, resources, authorizationDetails } = request
  const asked = { ...(resources && { resources }), ...(authorizationDetails && { authorizationDetails }) }
  const allowed = { clientId, scope, authentication, ...asked }
  if (request.device !== undefined) return approveDevice(request.device, allowed, context)
  const grant = issueGrant(allowed, context)
  return respond(request, await findResponseType(request.responseType).respond(grant, request, context), context)
}

/** Answers with an error (RFC 6749 §4.1.2.1). */
export function respondWithError(
  target: ResponseTarget,
  error: ProtocolError,
  context: ServerContext,
): HttpResponse | Promise<HttpResponse> {
  if (target.device !== undefined) return refuseDevice(target.device, error, context)
  const fields: FormFields = [
    ['error', error.code],
    ['error_description', errorDescription(error)],
  ]
  return respond(target, fields, context)
}

/** Adds `state` for the client's own check, and `iss` so that it knows which server answered (RFC 9207 §2). */
function respond(
  target: ResponseTarget,
  fields: FormFields,
  context: ServerContext,
): HttpResponse | Promise<HttpResponse> {
  const { state } = target
  const { config } = context
  const stated: FormFields = state === undefined ? [] : [['state', state]]
  const named: FormFields = config.policy.responseIssuer === 'off' ? [] : [['iss', config.issuer]]
  return sendResponse(target, [...fields, ...stated, ...named], context)
}
