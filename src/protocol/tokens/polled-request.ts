/** Requests that are decided elsewhere: kept until they are, polled for, answered once (RFC 8628 §3.4, §3.5). */
import { randomToken } from '../environment.ts'
import type { ErrorCode, ProtocolError } from '../errors.ts'
import type { ServerContext } from '../state/context.ts'
import type { PolledRequest } from '../state/polled-requests.ts'
import type { Grant } from '../state/records.ts'
import { accept, refuse } from '../verdict.ts'

/** Where the rules of a poll stand. */
const clauses: Readonly<Record<PolledRequest['kind'], { readonly request: string; readonly errors: string }>> = {
  device_code: { request: 'RFC 8628 §3.4', errors: 'RFC 8628 §3.5' },
  auth_req_id: { request: 'OpenID Connect CIBA §10.1', errors: 'OpenID Connect CIBA §11' },
}

/** Keeps a request for `seconds`. */
export function issuePolledRequest(
  asked: Omit<PolledRequest, 'id' | 'value' | 'expiresAt' | 'interval' | 'polledAt' | 'status' | 'grantId'>,
  seconds: number,
  { config, store, environment }: ServerContext,
): PolledRequest {
  const now = environment.now()
  const request: PolledRequest = {
    ...asked,
    id: store.nextId(asked.kind),
    value: randomToken(environment, asked.kind),
    expiresAt: now + seconds,
    interval: config.policy.pollingIntervalSeconds,
    polledAt: undefined,
    status: 'pending',
    grantId: undefined,
  }
  store.polledRequests.save(request)
  const { kind: artifact, id, expiresAt } = request
  environment.note({ type: 'lifecycle', artifact, id, change: 'issued', expires_at: expiresAt })
  return request
}

/** Denies a request that waits. False when nothing does. */
export function denyPolledRequest(
  { kind, id, value }: PolledRequest,
  { store, environment }: ServerContext,
  reason = 'denied by the person',
): boolean {
  if (!store.polledRequests.decide(value, { status: 'denied' }, environment.now())) return false
  environment.note({ type: 'lifecycle', artifact: kind, id, change: 'ended', reason })
  return true
}

/** Finds the request that a client polls for. `invalid_grant` for an unknown one, and for another client's. */
export function findPolledRequest(
  kind: PolledRequest['kind'],
  { value, clientId }: { value: string; clientId: string },
  { store, environment }: ServerContext,
): PolledRequest {
  const rule = { rule: kind, clause: clauses[kind].request }
  const request = store.polledRequests.requests.get(value)
  if (request?.kind !== kind) {
    const fix = `Poll with the ${kind} that the server answered, unchanged.`
    throw refuse(rule, { code: 'invalid_grant', message: `The ${kind} is unknown.`, fix }, environment)
  }
  if (request.clientId !== clientId) {
    throw refuse(
      rule,
      {
        code: 'invalid_grant',
        message: `The ${kind} was issued to another client. It stays usable for that one.`,
        sent: clientId,
        expected: request.clientId,
        fix: `Poll with the client that asked for the ${kind}.`,
      },
      environment,
    )
  }
  accept(rule, `The ${kind} was issued to this client.`, environment)
  return request
}

/**
 * Polls once and returns the grant of an approved request. Synchronous, and of any number of polls exactly one gets it.
 *
 * Throws `authorization_pending`, `slow_down`, `access_denied`, `expired_token` (RFC 8628 §3.5), and `invalid_grant` for a
 * request that was answered before or whose grant has ended.
 */
export function redeemPolledRequest({ kind, id, value }: PolledRequest, { store, environment }: ServerContext): Grant {
  const { polledRequests } = store
  const clause = clauses[kind].errors
  const outcome = polledRequests.poll(value, environment.now())
  const no = (rule: string, code: ErrorCode, message: string, fix: string): ProtocolError =>
    refuse({ rule, clause }, { code, message, fix }, environment)
  const { interval = 0, grantId = '' } = polledRequests.requests.get(value) ?? {}
  switch (outcome) {
    case 'consumed': {
      const grant = store.grants.get(grantId)
      if (grant === undefined) throw new Error(`${id} has no grant`)
      if (grant.revoked !== undefined) {
        const message = `What the person allowed has ended: ${grant.revoked.reason}.`
        throw no(`${kind}_revoked`, 'invalid_grant', message, 'Start over.')
      }
      accept(
        { rule: 'polling', clause },
        'The person allowed it, and the client asks for the first time since.',
        environment,
      )
      environment.note({ type: 'lifecycle', artifact: kind, id, change: 'used' })
      return grant
    }
    case 'pending':
      throw no(
        'polling',
        'authorization_pending',
        'The person has not decided yet.',
        `Ask again in ${interval} seconds.`,
      )
    case 'too_fast': {
      const fix = `Wait ${interval} seconds before each further poll.`
      const message = `The client polls too fast. From now on the interval is ${interval} seconds.`
      throw no('polling_interval', 'slow_down', message, fix)
    }
    case 'denied':
      throw no(`${kind}_denied`, 'access_denied', 'The person denied the request.', 'Say so, and offer to start over.')
    case 'expired':
      throw no(`${kind}_expiry`, 'expired_token', `The ${kind} has expired.`, 'Start over when the person asks for it.')
    case 'used': {
      const message = `The ${kind} was used before.`
      throw no(`${kind}_replay`, 'invalid_grant', message, 'Stop polling once the tokens are there.')
    }
    default:
      return outcome satisfies never
  }
}
