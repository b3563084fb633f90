/** The authorization server: configuration in, an HTTP handler out. */
import type { HttpHandler, HttpRequest, HttpResponse } from '../../http/index.ts'
import { notifyLogout } from '../authentication/backchannel-logout.ts'
import { endSession } from '../authentication/session.ts'
import { createEnvironment, type Environment } from '../environment.ts'
import { sendByFetch } from '../send-by-fetch.ts'
import { resolveConfig, type ServerConfig } from '../state/config.ts'
import { createSweeper, REMEMBERED_SECONDS } from '../state/forgetting.ts'
import { type ServerSnapshot, takeSnapshot } from '../state/snapshot.ts'
import { createStore } from '../state/store.ts'
import { decideBackchannelRequest } from './backchannel-decision.ts'
import { answerSignIn, type SignInElsewhere } from './first-factor.ts'
import { createRouter } from './router.ts'

/** A running authorization server. It holds its state in memory and opens no socket: whoever has a request calls `handle`. */
export interface AuthorizationServer {
  /** The issuer identifier, exactly as configured. */
  readonly issuer: string
  /** Answers one request. Never rejects: what nobody foresaw is answered as `server_error`. */
  handle: HttpHandler
  /** Ends every session of a person, as an operator does: their browsers must sign in again, and what was granted in them ends. Resolves when the clients have been told. */
  revokeSessions(sub: string, reason: string): Promise<void>
  /**
   * Answers a request of OpenID Connect CIBA in the person's stead, as their phone does. Resolves when the client has been
   * pinged, if it wants to be; false when no such request waits.
   */
  decideBackchannelRequest(authReqId: string, decision: 'approve' | 'deny'): Promise<boolean>
  /**
   * Goes on with an authorization request whose person has signed in elsewhere, or back to its client with an error.
   * `transaction` is what the sign-in page handed to the identity provider's `url`; `request` must come from the same
   * browser. Never rejects.
   */
  answerSignIn(request: HttpRequest, transaction: string, result: SignInElsewhere): Promise<HttpResponse>
  /** Its whole state as plain JSON without secrets. */
  snapshot(): ServerSnapshot
}

/**
 * Starts an authorization server.
 *
 * Each member of `environment` has a real-world default, so `createAuthorizationServer({ issuer })` alone works; its
 * signing keys are public fixtures then.
 *
 * Throws a TypeError when the configuration cannot work (an issuer that is no URL, a secret that is missing).
 *
 * @see RFC 6749, RFC 8414 §2, OpenID Connect Core
 */
export function createAuthorizationServer(
  config: ServerConfig,
  environment: Partial<Environment> = {},
): AuthorizationServer {
  const resolved = resolveConfig(config)
  const port = createEnvironment({ send: sendByFetch, ...environment })
  const store = createStore(resolved.clients, port.idPrefix)
  const context = { config: resolved, store, environment: port }
  const answer = createRouter(context)
  /** What was told last, as long as nothing can have changed since: no request has been answered, no time has passed. */
  let known: { readonly at: number; readonly snapshot: ServerSnapshot } | undefined
  let underWay = 0
  const isSweepDue = createSweeper()
  /** Does what a request asks for, and forgets what has ended now and then: the server has no timer. */
  async function handling<T>(work: () => Promise<T>): Promise<T> {
    underWay += 1
    known = undefined
    try {
      return await work()
    } finally {
      underWay -= 1
      if (isSweepDue(port.now())) store.forget(port.now() - REMEMBERED_SECONDS)
      known = undefined
    }
  }
  return {
    issuer: resolved.issuer,
    handle: (request) => handling(() => answer(request)),
    async revokeSessions(sub, reason) {
      known = undefined
      const live = [...store.sessions.values()].filter(
        (session) => session.state === 'Session Established' && session.sub === sub,
      )
      for (const session of live) endSession(session, reason, context)
      for (const session of live) await notifyLogout(session, context)
    },
    decideBackchannelRequest(authReqId, decision) {
      known = undefined
      return decideBackchannelRequest(authReqId, decision, context)
    },
    answerSignIn: (request, transaction, result) =>
      handling(() => answerSignIn(request, { transaction, result }, context)),
    snapshot() {
      const at = context.environment.now()
      if (known?.at === at) return known.snapshot
      const snapshot = Object.freeze(takeSnapshot(resolved.issuer, store, context.environment))
      known = underWay === 0 ? { at, snapshot } : undefined
      return snapshot
    },
  }
}
