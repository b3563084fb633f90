/** Pushed authorization requests: one use, bound to their client, soon over (RFC 9126 §2.2, §4). */
import { randomToken } from '../environment.ts'
import type { ServerContext } from '../state/context.ts'
import type { PushedRequest } from '../state/records.ts'
import { accept, refuse } from '../verdict.ts'

/** What every `request_uri` of this server begins with (RFC 9126 §2.2). */
const prefix = 'urn:ietf:params:oauth:request_uri:'

/** Whether a `request_uri` claims to be one that a server issued, and not the address of an object. */
export function isPushedRequestUri(requestUri: string): boolean {
  return requestUri.startsWith(prefix)
}

/** Keeps a request that was checked and returns it with its `request_uri`, which nobody can guess (RFC 9126 §7.1). */
export function issueRequestUri(
  pushed: Pick<PushedRequest, 'clientId' | 'fields' | 'isSigned'>,
  { config, store, environment }: ServerContext,
): PushedRequest {
  const now = environment.now()
  const request: PushedRequest = {
    ...pushed,
    id: store.nextId('par'),
    requestUri: prefix + randomToken(environment, 'request_uri'),
    expiresAt: now + config.policy.lifetimes.pushed_authorization_request,
    status: 'live',
  }
  store.savePushedRequest(request, now)
  const { id, expiresAt: expires_at } = request
  environment.note({ type: 'lifecycle', artifact: 'pushed_authorization_request', id, change: 'issued', expires_at })
  return request
}

/**
 * Uses a `request_uri` and returns the request. `invalid_request_uri` when it is unknown, expired, used, or another client's,
 * who cannot use it up. Of any number of uses exactly one returns (RFC 9126 §7.3).
 */
export async function redeemRequestUri(
  requestUri: string,
  clientId: string,
  context: ServerContext,
): Promise<Pick<PushedRequest, 'fields' | 'isSigned' | 'expiresAt'>> {
  const { store, environment } = context
  const pushed = store.pushedRequests.get(requestUri)
  if (pushed === undefined) {
    throw unusable('RFC 9126 §4', 'The request_uri is unknown: it was never issued, or is long over.', context)
  }
  if (pushed.clientId !== clientId) {
    const sentAndExpected = { sent: clientId, expected: pushed.clientId }
    throw unusable('RFC 9126 §2.2', 'The request_uri was issued to another client.', context, sentAndExpected)
  }
  await environment.step('pushed_authorization_request.consume')
  const now = environment.now()
  const outcome = store.consumePushedRequest(requestUri, now)
  const { id, fields, isSigned, expiresAt } = pushed
  if (outcome === 'consumed') {
    const rule = { rule: 'request_uri', clause: 'RFC 9126 §4' }
    accept(rule, 'The request_uri is fresh, of this client, and used for the first time.', environment)
    environment.note({ type: 'lifecycle', artifact: 'pushed_authorization_request', id, change: 'used' })
    return { fields, isSigned, expiresAt }
  }
  if (outcome === 'used') {
    const error = unusable('RFC 9126 §7.3', 'The request_uri was used before.', context)
    environment.note({ type: 'lifecycle', artifact: 'pushed_authorization_request', id, change: 'replayed' })
    throw error
  }
  const sentAndExpected = { sent: `now ${now}`, expected: `before ${expiresAt}` }
  throw unusable('RFC 9126 §4', `The request_uri expired ${now - expiresAt} seconds ago.`, context, sentAndExpected)
}

function unusable(
  clause: string,
  message: string,
  { environment }: ServerContext,
  details: { readonly sent?: string; readonly expected?: string } = {},
) {
  const fix =
    'Push the request again and send the browser at once: a request_uri is for one client, one use, and short.'
  return refuse({ rule: 'request_uri', clause }, { code: 'invalid_request_uri', message, ...details, fix }, environment)
}
