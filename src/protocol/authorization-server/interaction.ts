/** What an authorization request needs next: a sign-in, a second factor, consent, or nothing but the answer. */
import type { ErrorCode } from '../errors.ts'
import type { AuthorizationRequest, Session } from '../state/records.ts'

/** Why a person must do something, and what a client hears that forbade pages with `prompt=none`. */
export interface Necessity {
  /** The rule that asks for it. */
  readonly rule: string
  /** Where it stands. Default: OpenID Connect Core, whose sections on this order the steps. */
  readonly clause?: string
  /** One sentence. */
  readonly reason: string
  /** OpenID Connect Core §3.1.2.6. */
  readonly error: ErrorCode
}

/** What comes next. Whoever gets past the sign-in has a session. */
export type NextStep =
  | ({ readonly type: 'sign-in' } & Necessity)
  | ({ readonly type: 'second-factor'; readonly session: Session } & Necessity)
  | ({ readonly type: 'consent'; readonly session: Session } & Necessity)
  | { readonly type: 'answer'; readonly session: Session }

/** What the decision rests on. */
export interface Circumstances {
  readonly request: AuthorizationRequest
  /** The browser's live session. */
  readonly session: Session | undefined
  /** Whether the person signed in for this very request. */
  readonly hasJustSignedIn: boolean
  /** Why the session's person owes a second factor, when they do. Asked only where the sign-in as such will do. */
  readonly whySecondFactor?: ((session: Session) => Necessity | undefined) | undefined
  /** Scopes that the person allowed this client before and that still count; `undefined` when there are none. */
  readonly consentedScope: readonly string[] | undefined
  /** Epoch seconds. */
  readonly now: number
}

/** Decides what comes next (OpenID Connect Core §3.1.2.3, §3.1.2.4). */
export function nextStep(circumstances: Circumstances): NextStep {
  const { session } = circumstances
  if (session === undefined) {
    return { type: 'sign-in', rule: 'session', reason: 'No one is signed in.', error: 'login_required' }
  }
  const signIn = whySignIn(circumstances, session)
  if (signIn !== undefined) return { type: 'sign-in', ...signIn }
  const secondFactor = circumstances.whySecondFactor?.(session)
  if (secondFactor !== undefined) return { type: 'second-factor', session, ...secondFactor }
  const consent = whyConsent(circumstances)
  if (consent !== undefined) return { type: 'consent', session, ...consent }
  return { type: 'answer', session }
}

function whySignIn({ request, hasJustSignedIn, now }: Circumstances, session: Session): Necessity | undefined {
  const error = 'login_required'
  if (request.hintedSub !== undefined && request.hintedSub !== session.sub) {
    return { rule: 'id_token_hint', reason: 'Somebody else is signed in than the id_token_hint names.', error }
  }
  if (hasJustSignedIn) return undefined
  if (request.prompt.includes('login')) {
    return { rule: 'prompt', reason: 'The request asks to sign in again.', error }
  }
  // The server knows one account a browser, so to choose an account is to sign in to it.
  if (request.prompt.includes('select_account')) {
    return { rule: 'prompt', reason: 'The request asks to choose an account.', error }
  }
  const age = now - session.authTime
  // max_age=0 means prompt=login, also within the same second (OpenID Connect Core §3.1.2.1).
  if (request.maxAge !== undefined && (request.maxAge === 0 || age > request.maxAge)) {
    const reason = `The sign-in is ${age} seconds old; the request allows ${request.maxAge}.`
    return { rule: 'max_age', reason, error }
  }
  return undefined
}

function whyConsent({ request, consentedScope }: Circumstances): Necessity | undefined {
  const error = 'consent_required'
  if (request.prompt.includes('consent')) {
    return { rule: 'prompt', reason: 'The request asks for consent again.', error }
  }
  // What was allowed in so many words was allowed once: the server cannot tell whether another one is less.
  if (request.authorizationDetails !== undefined) {
    return { rule: 'consent', clause: 'policy', reason: 'Authorization details are asked about each time.', error }
  }
  if (consentedScope === undefined) {
    return { rule: 'consent', reason: 'No consent of this person for this client is on record.', error }
  }
  const missing = request.scope.filter((scope) => !consentedScope.includes(scope))
  if (missing.length === 0) return undefined
  return { rule: 'consent', reason: `The person has not allowed ${missing.join(' ')} yet.`, error }
}
