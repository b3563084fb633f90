/**
 * Requests that a person decides elsewhere while their client polls the token endpoint: of devices (RFC 8628) and of
 * clients that have no browser (OpenID Connect CIBA). The verbs are synchronous, like those of `store.ts`.
 */
import { forgetEnded } from './forgetting.ts'
import type { AuthorizationDetail } from './records.ts'

/** By how many seconds each `slow_down` makes the interval longer (RFC 8628 §3.5, OpenID Connect CIBA §11). */
const SLOW_DOWN_SECONDS = 5

/** A request that waits to be decided. Times are epoch seconds. */
export interface PolledRequest {
  /** `device_code-1`, `device_code-2` …: what may be shown of it. */
  readonly id: string
  /** The parameter that the client polls with. */
  readonly kind: 'device_code' | 'auth_req_id'
  /** What it polls with: a secret. */
  readonly value: string
  readonly clientId: string
  readonly scope: readonly string[]
  /** The APIs that it names (RFC 8707 §2). Absent when it names none. */
  readonly resources?: readonly string[] | undefined
  /** RFC 9396 §3. Absent when it has none. */
  readonly authorizationDetails?: readonly AuthorizationDetail[] | undefined
  /** What the person types, without separators (RFC 8628 §6.1). */
  readonly userCode: string | undefined
  /** The address that the device asked from, where the transport tells. */
  readonly askedFrom?: string | undefined
  /** Whom a backchannel request asks, and where the client wants to hear of the decision (OpenID Connect CIBA §7.1). */
  readonly backchannel?: BackchannelRequest
  readonly expiresAt: number
  /** Seconds between two polls; grows with each `slow_down`. */
  readonly interval: number
  readonly polledAt: number | undefined
  readonly status: 'pending' | 'approved' | 'denied' | 'used'
  /** What came of it, once it is approved. */
  readonly grantId: string | undefined
}

/** What is special to a request of OpenID Connect CIBA. */
export interface BackchannelRequest {
  readonly sub: string
  /** What both devices show, so that the person knows what is asked. */
  readonly bindingMessage: string | undefined
  /** Where a ping goes, and the client's own token for it. */
  readonly ping: { readonly endpoint: string; readonly token: string } | undefined
}

/** What a poll finds. */
type PollOutcome = 'pending' | 'too_fast' | 'consumed' | 'used' | 'denied' | 'expired'

/** The memory of requests that are polled for. The map keeps insertion order. */
export interface PolledRequests {
  /** By the value that the client polls with. */
  readonly requests: ReadonlyMap<string, PolledRequest>
  /** The request of a user code that a person can still decide. */
  findByUserCode(userCode: string, now: number): PolledRequest | undefined
  save(request: PolledRequest): void
  /** Forgets the requests that ended at `before` or earlier. */
  forget(before: number): void
  /** Decides a request, once: false when nothing waits. */
  decide(value: string, decision: { status: 'approved'; grantId: string } | { status: 'denied' }, now: number): boolean
  /** Counts a poll, and uses an approved request up. */
  poll(value: string, now: number): PollOutcome
  /** How many wrong user codes there were after `since`. */
  wrongCodes(since: number): number
  countWrongCode(now: number, since: number): void
}

/** An empty memory. */
export function createPolledRequests(): PolledRequests {
  const requests = new Map<string, PolledRequest>()
  let wrongCodes: readonly number[] = []
  const isWaiting = ({ status, expiresAt }: PolledRequest, now: number) => status === 'pending' && now < expiresAt

  return {
    requests,
    findByUserCode: (userCode, now) =>
      [...requests.values()].find((request) => request.userCode === userCode && isWaiting(request, now)),
    save: (request) => void requests.set(request.value, request),
    forget: (before) => forgetEnded(requests, before),
    decide(value, decision, now) {
      const request = requests.get(value)
      if (request === undefined || !isWaiting(request, now)) return false
      requests.set(value, { ...request, ...decision })
      return true
    },
    poll(value, now) {
      const request = requests.get(value)
      if (request === undefined || request.status === 'used') return 'used'
      if (now >= request.expiresAt) return 'expired'
      if (request.status === 'denied') return 'denied'
      if (request.status === 'approved') {
        requests.set(value, { ...request, status: 'used' })
        return 'consumed'
      }
      const isTooFast = request.polledAt !== undefined && now < request.polledAt + request.interval
      const interval = request.interval + (isTooFast ? SLOW_DOWN_SECONDS : 0)
      requests.set(value, { ...request, interval, polledAt: now })
      return isTooFast ? 'too_fast' : 'pending'
    },
    wrongCodes: (since) => wrongCodes.filter((at) => at > since).length,
    countWrongCode(now, since) {
      wrongCodes = [...wrongCodes.filter((at) => at > since), now]
    },
  }
}
