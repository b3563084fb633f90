/** The way of an authorization request from page to page, until the client gets its answer. */
import { type HeaderLine, type HttpRequest, type HttpResponse, redirect, serialiseForm } from '../../http/index.ts'
import { accept, refuse } from '../checks/verdict.ts'
import { noStore, type ProtocolError } from '../errors.ts'
import { respondWithError, respondWithGrant } from './authorization-response.ts'
import type { Client } from './config.ts'
import { issuerUrl, type ServerContext } from './context.ts'
import { type NextStep, nextStep } from './interaction.ts'
import { renderConsentPage } from './pages/consent.ts'
import { renderLoginPage } from './pages/login.ts'
import { completeRequest, keepRequest } from './pending-request.ts'
import type { AuthorizationRequest, PendingRequest, Session } from './records.ts'

/** Where it stands which page a request needs. */
const coreClause = 'OpenID Connect Core §3.1.2.3'

/** Answers a new authorization request: at once where nothing is left to do, else with a page. Throws for `prompt=none`. */
export async function beginAuthorization(
  httpRequest: HttpRequest,
  { request, session }: { request: AuthorizationRequest; session: Session | undefined },
  context: ServerContext,
): Promise<HttpResponse> {
  const step = decide({ request, session, hasJustSignedIn: false }, context)
  if (step.type === 'answer') {
    accept({ rule: 'session', clause: coreClause }, 'Signed in and allowed before.', context.environment)
    return respondWithGrant(request, step.session, context)
  }
  if (request.prompt.includes('none')) {
    throw refuseStep(step, 'The request forbids the page that would ask.', context)
  }
  const page = step.type === 'consent' ? 'consent' : 'sign-in'
  accept({ rule: step.rule, clause: coreClause }, `${step.reason} The ${page} page asks.`, context.environment)

  const signedIn = step.type === 'consent' ? step.session : undefined
  const { pending, headers } = keepRequest(httpRequest, { request, session: signedIn }, context)
  return signedIn === undefined
    ? showLogin(pending, { headers }, context)
    : showConsent(pending, { session: signedIn, headers }, context)
}

/** Goes on after a sign-in; `headers` carry the new session's cookie. */
export async function continueAuthorization(
  pending: PendingRequest,
  { session, headers }: { session: Session; headers: readonly HeaderLine[] },
  context: ServerContext,
): Promise<HttpResponse> {
  const { request } = pending
  const step = decide({ request, session, hasJustSignedIn: true }, context)
  context.store.savePendingRequest({ ...pending, signIn: session.state, sid: session.sid })
  if (step.type === 'consent') {
    // A page of its own, so that reloading it repeats no password (303 after POST, RFC 9110 §15.4.4).
    const query = serialiseForm([['transaction', pending.id]])
    return redirect(`${issuerUrl(context.config.issuer, '/consent')}?${query}`, [...noStore, ...headers])
  }
  await completeRequest(pending, context)
  // Another sign-in would not help: the person proved to be somebody else than the client asked for.
  const response =
    step.type === 'answer'
      ? await respondWithGrant(request, step.session, context)
      : respondWithError(request, refuseStep(step, 'Nor has signing in changed that.', context), context)
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
    action: issuerUrl(context.config.issuer, '/login'),
    requestId: pending.id,
    client: clientOf(pending, context),
    username,
  }
  return renderLoginPage(error === undefined ? page : { ...page, error }, headers)
}

/** Shows the consent page for a pending request of a signed-in person. */
export function showConsent(
  pending: PendingRequest,
  { session, headers }: { session: Session; headers?: readonly HeaderLine[] },
  context: ServerContext,
): HttpResponse {
  const { config } = context
  const page = {
    action: issuerUrl(config.issuer, '/consent'),
    requestId: pending.id,
    client: clientOf(pending, context),
    username: usernameOf(session, context),
    scope: pending.request.scope,
    redirectUri: pending.request.redirectUri,
  }
  return renderConsentPage(page, headers)
}

/** The name under which the person of a session signs in. */
export function usernameOf(session: Session, { config }: ServerContext): string {
  return config.users.find((user) => user.sub === session.sub)?.username ?? session.sub
}

function decide(
  given: { request: AuthorizationRequest; session: Session | undefined; hasJustSignedIn: boolean },
  { config, store, environment }: ServerContext,
): NextStep {
  const { request, session } = given
  const isRemembered = config.policy.consent === 'remembered' && session !== undefined
  const consentedScope = isRemembered ? store.consentedScope(session.sub, request.clientId) : undefined
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
