/** The way of an authorization request from page to page, until the client gets its answer. */
import { type HeaderLine, type HttpRequest, type HttpResponse, redirect, serialiseForm } from '../../http/index.ts'
import { enrolledFactors } from '../authentication/second-factor.ts'
import { signInOf } from '../authentication/session.ts'
import { moveSignIn, type Transition, takeTransition } from '../authentication/states.ts'
import { noStore, type ProtocolError, toProtocolError } from '../errors.ts'
import type { Client, ResolvedConfig, User } from '../state/config.ts'
import { endpointUrl, type ServerContext } from '../state/context.ts'
import { completeRequest, keepRequest } from '../state/pending-request.ts'
import type { AuthorizationRequest, PendingRequest, Session, SignInState } from '../state/records.ts'
import { accept, refuse } from '../verdict.ts'
import { respondWithError, respondWithGrant } from './authorization-response.ts'
import { type Circumstances, type Necessity, type NextStep, nextStep } from './interaction.ts'
import { renderConsentPage } from './pages/consent.ts'
import { renderLoginPage } from './pages/login.ts'
import { renderSecondFactorPage } from './pages/second-factor.ts'
import { whySecondFactor } from './why-second-factor.ts'

/** Where it stands which page a request needs. */
const coreClause = 'OpenID Connect Core §3.1.2.3'

/** Answers a new authorization request: at once where nothing is left to do, else with a page. Throws for `prompt=none`. */
export async function beginAuthorization(
  httpRequest: HttpRequest,
  { request, session }: { request: AuthorizationRequest; session: Session | undefined },
  context: ServerContext,
): Promise<HttpResponse> {
  const why = ({ sub, acr }: Session) => whySecondFactor({ httpRequest, request, sub, acr }, context)
  const step = decide({ request, session, whySecondFactor: why, hasJustSignedIn: false }, context)
  if (step.type === 'answer') {
    accept({ rule: 'session', clause: coreClause }, 'Signed in and allowed before.', context.environment)
    moveSignIn(signInOf(step.session), 'request arrived', {}, context.environment)
    return respondWithGrant(request, step.session, context)
  }
  if (request.prompt.includes('none')) {
    throw refuseStep(step, 'The request forbids the page that would ask.', context)
  }
  if (step.type === 'second-factor') checkEnrolled(step, userOf(step.session, context), context)
  const page = { consent: 'consent', 'sign-in': 'sign-in', 'second-factor': 'second-factor' }[step.type]
  accept(
    { rule: step.rule, clause: step.clause ?? coreClause },
    `${step.reason} The ${page} page asks.`,
    context.environment,
  )
  return showStep(httpRequest, { request, session, step }, context)
}

/** Shows the page of a step and keeps the request until it is answered. The table says which page, where there is a session. */
function showStep(
  httpRequest: HttpRequest,
  given: { request: AuthorizationRequest; session: Session | undefined; step: Exclude<NextStep, { type: 'answer' }> },
  context: ServerContext,
): HttpResponse {
  const { request, session, step } = given
  const name = context.store.nextId('request')
  const keep = (waiting: Pick<PendingRequest, 'signIn' | 'sid' | 'challenge'>) =>
    keepRequest(httpRequest, { name, request, ...waiting }, context)
  const signIn = session === undefined ? 'Unauthenticated' : arrive({ name, session, step }, context)
  if (session === undefined || signIn === 'Unauthenticated') {
    const { pending, headers } = keep({ signIn, sid: undefined, challenge: undefined })
    return showLogin(pending, { headers }, context)
  }
  if (signIn === 'MFA Challenge Issued') {
    const { sub, amr } = session
    const { pending, headers } = keep({ signIn, sid: undefined, challenge: { sub, amr, push: undefined } })
    return showSecondFactor(pending, { user: userOf(session, context), headers }, context)
  }
  const { pending, headers } = keep({ signIn, sid: session.sid, challenge: undefined })
  return showConsent(pending, { session, headers }, context)
}

/** Where the sign-in stands for a request that arrives in a session. */
function arrive(
  { name, session, step }: { name: string; session: Session; step: NextStep },
  { environment }: ServerContext,
): SignInState {
  const due = { 'sign-in': 'sign-in', 'second-factor': 'second factor', consent: undefined, answer: undefined } as const
  return moveSignIn({ id: name, state: session.state }, 'request arrived', { due: due[step.type] }, environment)
}

/** Goes on after a password that is not enough: to the page that asks for a second factor, or back when there is none. */
export async function requestSecondFactor(
  pending: PendingRequest,
  { user, amr, due, row }: { user: User; amr: readonly string[]; due: Necessity; row: Transition },
  context: ServerContext,
): Promise<HttpResponse> {
  try {
    checkEnrolled(due, user, context)
  } catch (error) {
    await completeRequest(pending, context)
    return respondWithError(pending.request, toProtocolError(error), context)
  }
  const { store, environment, config } = context
  accept({ rule: due.rule, clause: due.clause ?? coreClause }, `${due.reason} A second page asks.`, environment)
  const signIn = takeTransition(pending.name, row, environment)
  store.savePendingRequest({ ...pending, signIn, sid: undefined, challenge: { sub: user.sub, amr, push: undefined } })
  noteChallenge(pending, 'issued', environment)
  return redirect(secondFactorUrl(pending, config), noStore)
}

/** Notes what becomes of the question for a second factor. It lives as long as the request that waits for it. */
export function noteChallenge(
  { name, expiresAt }: PendingRequest,
  change: 'issued' | 'used',
  { note }: Pick<ServerContext['environment'], 'note'>,
): void {
  note({ type: 'lifecycle', artifact: 'second_factor_challenge', id: name, change, expires_at: expiresAt })
}

/** The page that asks for the second factor of a pending request: a page of its own, as the consent page is. */
export function secondFactorUrl(pending: PendingRequest, config: ResolvedConfig): string {
  return `${endpointUrl(config, '/mfa')}?${serialiseForm([['transaction', pending.id]])}`
}

/** Goes on after a sign-in; `headers` carry the new session's cookie. */
export async function continueAuthorization(
  pending: PendingRequest,
  { session, headers }: { session: Session; headers: readonly HeaderLine[] },
  context: ServerContext,
): Promise<HttpResponse> {
  const { request } = pending
  const step = decide({ request, session, hasJustSignedIn: true }, context)
  context.store.savePendingRequest({ ...pending, signIn: session.state, sid: session.sid, challenge: undefined })
  if (step.type === 'consent') {
    // A page of its own, so that reloading it repeats no password (303 after POST, RFC 9110 §15.4.4).
    const query = serialiseForm([['transaction', pending.id]])
    return redirect(`${endpointUrl(context.config, '/consent')}?${query}`, [...noStore, ...headers])
  }
  await completeRequest(pending, context)
  // Another sign-in would not help: the person proved to be somebody else than the client asked for.
  const response =
    step.type === 'answer'
      ? await respondWithGrant(request, step.session, context)
      : await respondWithError(request, refuseStep(step, 'Nor has signing in changed that.', context), context)
  return { ...response, headers: [...response.headers, ...headers] }
}

/** Answers after the person has decided. */
export async function concludeAuthorization(
  pending: PendingRequest,
  { session, isApproved }: { session: Session; isApproved: boolean },
  context: ServerContext,
): Promise<HttpResponse> {
  const { store, environment } = context
  const { request } = pending
  await completeRequest(pending, context)
  const rule = { rule: 'consent', clause: 'RFC 6749 §4.1.2.1' }
  if (!isApproved) {
    const message = 'The person denied the request.'
    const fix = 'Tell them what the access is for, and offer to start again.'
    return respondWithError(request, refuse(rule, { code: 'access_denied', message, fix }, environment), context)
  }
  accept(rule, 'The person allowed what the client asked for.', environment)
  const before = store.consentedScope(session.sub, request.clientId) ?? []
  store.saveConsent(session.sub, request.clientId, [...new Set([...before, ...request.scope])])
  const id = `${session.sub}/${request.clientId}`
  environment.note({ type: 'lifecycle', artifact: 'consent', id, change: 'issued' })
  return respondWithGrant(request, session, context)
}

/** Shows the sign-in page for a pending request, again with an `error` after a failed attempt. */
export function showLogin(
  pending: PendingRequest,
  options: { readonly headers?: readonly HeaderLine[]; readonly username?: string; readonly error?: string },
  context: ServerContext,
): HttpResponse {
  const { username = pending.request.loginHint ?? '', error, headers } = options
  const page = {
    action: endpointUrl(context.config, '/login'),
    requestId: pending.id,
    client: clientOf(pending, context),
    username,
    providers: context.config.identity_providers,
  }
  return renderLoginPage(error === undefined ? page : { ...page, error }, headers)
}

/** Shows the page that asks for a second factor, again with a `failure` after a failed attempt. */
export function showSecondFactor(
  pending: PendingRequest,
  options: {
    readonly user: User
    readonly headers?: readonly HeaderLine[]
    readonly failure?: { readonly code: string; readonly message: string }
    readonly isWaiting?: boolean
  },
  context: ServerContext,
): HttpResponse {
  const { config, store, environment } = context
  const { user, failure, isWaiting = false, headers } = options
  const prompt = store.factors.pushPrompts.get(pending.challenge?.push ?? '')
  const isOpen = prompt?.status === 'pending' && environment.now() < prompt.expiresAt
  return renderSecondFactorPage(
    {
      action: endpointUrl(config, '/mfa'),
      requestId: pending.id,
      client: clientOf(pending, context),
      username: user.username,
      factors: enrolledFactors(user),
      // A prompt that was answered with no, or by nobody in time, is over; a new one can be sent.
      prompt: isOpen || prompt?.status === 'approved' ? prompt : undefined,
      offersTrust: config.policy.secondFactor.trustedDeviceSeconds > 0,
      isWaiting,
      failure,
    },
    headers,
  )
}

/** Shows the consent page for a pending request of a signed-in person. */
export function showConsent(
  pending: PendingRequest,
  { session, headers }: { session: Session; headers?: readonly HeaderLine[] },
  context: ServerContext,
): HttpResponse {
  const { config, store } = context
  const page = {
    action: endpointUrl(config, '/consent'),
    requestId: pending.id,
    client: clientOf(pending, context),
    username: usernameOf(session, context),
    scope: pending.request.scope,
    authorizationDetails: pending.request.authorizationDetails ?? [],
    redirectUri: pending.request.redirectUri,
    userCode: pending.request.device?.userCode,
    isDescribed: store.documentFreshUntil(pending.request.clientId) !== undefined,
  }
  return renderConsentPage(page, headers)
}

/** The name under which the person of a session signs in. */
export function usernameOf(session: Session, { config }: ServerContext): string {
  return config.users.find((user) => user.sub === session.sub)?.username ?? session.sub
}

function userOf(session: Session, { config }: ServerContext): User {
  const user = config.users.find((user) => user.sub === session.sub)
  if (user === undefined) throw new Error(`session of an unknown user ${session.sub}`)
  return user
}

/**
 * Refuses what a person without a second factor cannot do. A client that asked for it hears
 * `unmet_authentication_requirements`, or it would ask forever (RFC 9470 §5).
 */
function checkEnrolled(due: Necessity, user: User, { environment }: ServerContext): void {
  if (enrolledFactors(user).length > 0) return
  const message = `${due.reason} The account has enrolled no second factor.`
  const fix = 'Enrol one in the account’s security settings, then sign in again.'
  const code = due.rule === 'acr_values' ? 'unmet_authentication_requirements' : 'access_denied'
  throw refuse({ rule: 'factor_not_enrolled', clause: due.clause ?? coreClause }, { code, message, fix }, environment)
}

function decide(
  given: Pick<Circumstances, 'request' | 'session' | 'whySecondFactor' | 'hasJustSignedIn'>,
  { config, store, environment }: ServerContext,
): NextStep {
  const { request, session } = given
  const { consent } = config.policy
  const remembered = session && store.consentedScope(session.sub, request.clientId)
  const consentedScope = { remembered, always: undefined, never: request.scope }[consent]
  return nextStep({ ...given, consentedScope, now: environment.now() })
}

/** The error of a request whose next step cannot be taken (OpenID Connect Core §3.1.2.6). */
function refuseStep(
  step: Exclude<NextStep, { type: 'answer' }>,
  why: string,
  { environment }: ServerContext,
): ProtocolError {
  const message = `${step.reason} ${why}`
  const fix = 'Send the person through an authorization request without prompt=none and without a hint.'
  return refuse(
    { rule: step.rule, clause: 'OpenID Connect Core §3.1.2.6' },
    { code: step.error, message, fix },
    environment,
  )
}

function clientOf(pending: PendingRequest, { store }: ServerContext): Client {
  const client = store.clients.get(pending.request.clientId)
  if (client === undefined) throw new Error(`pending request of an unknown client ${pending.request.clientId}`)
  return client
}
