/** Authorization requests that wait for a person: begun in one browser, usable in it alone, completed once, soon expired. */
import type { HeaderLine, HttpRequest } from '../../http/index.ts'
import { randomToken } from '../environment.ts'
import { accept, refuse } from '../verdict.ts'
import type { ServerContext } from './context.ts'
import { readCookie, setCookie } from './cookies.ts'
import type { AuthorizationRequest, PendingRequest } from './records.ts'

const rule = { rule: 'sign_in_transaction', clause: 'RFC 6749 §10.12' }
const fix = 'Go back to the app and start the sign-in again.'

/** More than a run has: below it, a page that is over is told so. */
const MANY = 1000

/** Keeps a request until the person has answered, and returns it with the line that ties it to the browser. */
export function keepRequest(
  httpRequest: HttpRequest,
  waiting: { request: AuthorizationRequest } & Pick<PendingRequest, 'name' | 'signIn' | 'sid' | 'challenge'>,
  { config, store, environment }: ServerContext,
): { pending: PendingRequest; headers: HeaderLine[] } {
  const { lifetimes, signInCookieSameSite } = config.policy
  const lifetime = lifetimes.authorization_request
  const cookie = readCookie(httpRequest, 'sign-in', config.issuer)
  // A browser that is known stays the same one, so that two tabs can sign in side by side.
  const isKnown = cookie !== undefined && store.knowsBrowser(cookie)
  const browser = isKnown ? cookie : randomToken(environment, 'sign_in_cookie')
  const pending: PendingRequest = {
    id: randomToken(environment, 'transaction'),
    browser,
    ...waiting,
    expiresAt: Math.min(environment.now() + lifetime, waiting.request.answerBy ?? Number.POSITIVE_INFINITY),
    status: 'pending',
  }
  if (store.pendingRequests.size >= MANY) store.forgetPendingRequests(environment.now())
  store.savePendingRequest(pending)
  return { pending, headers: [setCookie('sign-in', browser, lifetime, config.issuer, signInCookieSameSite)] }
}

/**
 * Finds the pending request that a page's form or link names. Throws `invalid_request`, to be shown as a page, when it is
 * unknown, over, or was begun in another browser: the one defence against CSRF that both forms need.
 */
export function findPendingRequest(
  httpRequest: HttpRequest,
  id: string | undefined,
  { config, store, environment }: ServerContext,
): PendingRequest {
  const pending = store.pendingRequests.get(id ?? '')
  const cookie = readCookie(httpRequest, 'sign-in', config.issuer)
  const message = (() => {
    if (pending === undefined) return 'The page does not belong to a sign-in that this server knows.'
    if (cookie !== pending.browser) return 'The sign-in was begun in another browser, or its cookie was refused.'
    if (pending.status === 'completed') return 'This sign-in is completed already.'
    if (environment.now() >= pending.expiresAt) {
      const isCovered = pending.request.answerBy === pending.expiresAt
      return `This sign-in took too long${isCovered ? ': its request_uri' : ' and'} has expired.`
    }
    return undefined
  })()
  if (pending === undefined || message !== undefined) {
    throw refuse(rule, { code: 'invalid_request', message: message ?? 'There is no sign-in.', fix }, environment)
  }
  accept(rule, 'The form belongs to a pending sign-in of this browser.', environment)
  return pending
}

/** Completes a pending request. Of two answers to one page, a double click say, only the first counts. */
export async function completeRequest(pending: PendingRequest, context: ServerContext): Promise<void> {
  const { store, environment } = context
  await environment.step('authorization_request.consume')
  if (store.consumePendingRequest(pending.id, environment.now()) === 'consumed') return
  throw refuse(
    rule,
    { code: 'invalid_request', message: 'This sign-in was answered a moment ago, or has just expired.', fix },
    environment,
  )
}
