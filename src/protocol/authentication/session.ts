/** Sessions: a browser in which a person has signed in. */
import type { HeaderLine, HttpRequest } from '../../http/index.ts'
import { base64url } from '../../lib/encoding.ts'
import { randomToken } from '../environment.ts'
import type { User } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import { clearCookie, readCookie, setCookie } from '../state/cookies.ts'
import type { Session, SignInState } from '../state/records.ts'
import { revokeGrant } from '../tokens/grant.ts'
import { refuse } from '../verdict.ts'
import { multiFactor } from './context-class.ts'
import { moveSignIn, type SignInAt, type Transition, takeTransition } from './states.ts'

/** The live session of a request's browser. Notices here that one has expired, and notes why one does not count any more. */
export function findSession(request: HttpRequest, context: ServerContext): Session | undefined {
  const { config, store, environment } = context
  const cookie = readCookie(request, 'session', config.issuer)
  const session = cookie === undefined ? undefined : store.findSession(cookie)
  if (session === undefined) return undefined
  if (session.state !== 'Session Established') return refuseSession(session, context)
  const lifetimeOver = environment.now() >= session.expiresAt
  const state = moveSignIn(signInOf(session), 'time passed', { lifetimeOver }, environment)
  if (state === 'Session Established') return session
  close(session, state, 'lifetime over', context)
  return refuseSession(session, context)
}

/** Notes, once, why a session that a browser still has the cookie of does not count. */
function refuseSession({ sid, cookie }: Session, { store, environment }: ServerContext): undefined {
  const { state, reason } = store.sessions.get(sid) ?? {}
  store.forgetCookie(cookie)
  const isExpired = state === 'Session Expired'
  refuse(
    { rule: isExpired ? 'session_expired' : 'session_revoked', clause: 'policy' },
    {
      code: 'login_required',
      message: isExpired ? 'The session is over: it has lived its lifetime.' : `The session was ended: ${reason}.`,
      fix: 'Sign in again.',
    },
    environment,
  )
  return undefined
}

/** A session's sign-in, as the transition table knows it. */
export function signInOf({ sid, state }: Session): SignInAt {
  return { id: sid, state }
}

/** A sign-in that has come to its end. */
export interface SignIn {
  /** What it was known by until now. */
  readonly id: string
  /** The row that lets its session start. */
  readonly row: Transition
  /** The browser's session until now. */
  readonly previous: Session | undefined
  readonly acr: string
  readonly amr: readonly string[]
}

/**
 * Establishes a session for a person who has just proved who they are, and returns it with the line that sets its cookie.
 *
 * The cookie's value is new at each sign-in, so one that was planted before is worthless (session fixation). Who signs in
 * again as the same person keeps the session's `sid`; another person's session ends.
 */
export function startSession(
  user: User,
  { id, row, previous, acr, amr }: SignIn,
  context: ServerContext,
): { session: Session; headers: HeaderLine[] } {
  const { config, store, environment } = context
  if (previous !== undefined && previous.sub !== user.sub) endSession(previous, 'another person signed in', context)
  const kept = previous?.sub === user.sub ? previous : undefined
  const authTime = environment.now()
  const { lifetimes, secondFactor, sessionCookieSameSite } = config.policy
  // Higher trust, shorter life.
  const lifetime = acr === multiFactor ? Math.min(secondFactor.sessionSeconds, lifetimes.session) : lifetimes.session
  const session: Session = {
    sid: kept?.sid ?? base64url(environment.randomBytes(16, 'sid')),
    cookie: randomToken(environment, 'session'),
    state: takeTransition(id, row, environment),
    sub: user.sub,
    authTime,
    acr,
    amr,
    expiresAt: authTime + lifetime,
  }
  store.saveSession(session)
  environment.note({
    type: 'lifecycle',
    artifact: 'session',
    id: session.sid,
    change: kept === undefined ? 'issued' : 'rotated',
    expires_at: session.expiresAt,
  })
  // The cookie may outlive the session, so that the server can say that it is over.
  const line = setCookie('session', session.cookie, lifetimes.session, config.issuer, sessionCookieSameSite)
  return { session, headers: [line] }
}

/**
 * Ends a session and returns the line that removes its cookie.
 *
 * What was granted in it ends with it, save where the person allowed `offline_access`: that is what the scope is for
 * (OpenID Connect Back-Channel Logout §2.7).
 */
export function endSession(session: Session, reason: string, context: ServerContext): HeaderLine[] {
  close(session, moveSignIn(signInOf(session), 'session ended', {}, context.environment), reason, context)
  for (const grant of context.store.grants.values()) {
    const isOnline = !grant.scope.includes('offline_access')
    if (grant.authentication?.sid === session.sid && isOnline) revokeGrant(grant.id, reason, context)
  }
  return [clearCookie('session', context.config.issuer)]
}

function close(session: Session, state: SignInState, reason: string, { store, environment }: ServerContext): void {
  store.saveSession({ ...session, state, reason })
  environment.note({ type: 'lifecycle', artifact: 'session', id: session.sid, change: 'ended', reason })
}
