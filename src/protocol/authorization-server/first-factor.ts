/** After the first factor, whichever it was: a second one where it is due, else a session and the next page. */
import type { HttpRequest, HttpResponse } from '../../http/index.ts'
import { notifyLogout } from '../authentication/backchannel-logout.ts'
import { singleFactor } from '../authentication/context-class.ts'
import { findSession, startSession } from '../authentication/session.ts'
import { moveSignIn, transitionFor } from '../authentication/states.ts'
import { type ErrorCode, ProtocolError, toProtocolError } from '../errors.ts'
import type { User } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import { completeRequest, findPendingRequest } from '../state/pending-request.ts'
import type { PendingRequest, SignInState } from '../state/records.ts'
import { continueAuthorization, requestSecondFactor } from './authorization.ts'
import { respondWithError } from './authorization-response.ts'
import { renderErrorPage } from './pages/error.ts'
import { whySecondFactor } from './why-second-factor.ts'

/** Goes on with a person who has proved the first factor. */
export async function passFirstFactor(
  request: HttpRequest,
  { pending, signIn, user, amr }: { pending: PendingRequest; signIn: SignInState; user: User; amr: readonly string[] },
  context: ServerContext,
): Promise<HttpResponse> {
  const asked = { httpRequest: request, request: pending.request, sub: user.sub, acr: singleFactor }
  const due = whySecondFactor(asked, context)
  const row = transitionFor(signIn, 'session started', { due: due && 'second factor' })
  if (due !== undefined && row.to === 'MFA Challenge Issued') {
    return requestSecondFactor(pending, { user, amr, due, row }, context)
  }
  const previous = findSession(request, context)
  const started = startSession(user, { id: pending.name, row, previous, acr: singleFactor, amr }, context)
  if (previous !== undefined && previous.sub !== user.sub) await notifyLogout(previous, context)
  return continueAuthorization(pending, started, context)
}

/** What came of a sign-in elsewhere: whose it was, and how they proved it (RFC 8176); or why it was none. */
export type SignInElsewhere =
  | { readonly sub: string; readonly amr: readonly string[] }
  | { readonly error: ErrorCode; readonly message: string }

/** Goes on after a sign-in elsewhere, or tells the client that there was none. Never rejects. */
export async function answerSignIn(
  request: HttpRequest,
  { transaction, result }: { transaction: string; result: SignInElsewhere },
  context: ServerContext,
): Promise<HttpResponse> {
  const { config, environment } = context
  try {
    const pending = findPendingRequest(request, transaction, context)
    if ('error' in result) {
      await completeRequest(pending, context)
      return await respondWithError(pending.request, new ProtocolError(result.error, result.message), context)
    }
    const user = config.users.find(({ sub }) => sub === result.sub)
    if (user === undefined) throw new Error(`nobody here is ${result.sub}`)
    const signIn = moveSignIn({ id: pending.name, state: 'Unauthenticated' }, 'signed in elsewhere', {}, environment)
    return await passFirstFactor(request, { pending, signIn, user, amr: result.amr }, context)
  } catch (thrown) {
    return renderErrorPage(toProtocolError(thrown))
  }
}
