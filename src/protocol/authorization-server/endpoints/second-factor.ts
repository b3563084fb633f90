/** `/mfa`: shows the page that asks for a second factor, sends push prompts, and takes the answers. */
import { type HttpRequest, type HttpResponse, parseForm, redirect } from '../../../http/index.ts'
import { notifyLogout } from '../../authentication/backchannel-logout.ts'
import { multiFactor, multipleMethods } from '../../authentication/context-class.ts'
import { notEnrolled } from '../../authentication/one-time-code.ts'
import { sendPush } from '../../authentication/push.ts'
import { countPrompt, verifySecondFactor } from '../../authentication/second-factor.ts'
import { findSession, startSession } from '../../authentication/session.ts'
import { moveSignIn, transitionFor } from '../../authentication/states.ts'
import { trustDevice } from '../../authentication/trusted-device.ts'
import { noStore } from '../../errors.ts'
import { firstValues, type RequestParameters, readForm, requireParameter } from '../../parameters.ts'
import type { User } from '../../state/config.ts'
import { endpointUrl, type ServerContext } from '../../state/context.ts'
import { findPendingRequest } from '../../state/pending-request.ts'
import type { PendingRequest, SecondFactorChallenge } from '../../state/records.ts'
import { continueAuthorization, noteChallenge, secondFactorUrl, showLogin, showSecondFactor } from '../authorization.ts'
import type { Endpoint } from './endpoint.ts'

/** The second-factor page and its forms' endpoint. It walks the table of `authentication/states.ts`. */
export const secondFactor: Endpoint = {
  path: '/mfa',
  methods: ['GET', 'POST'],
  audience: 'person',
  cors: 'none',
  isOffered: ({ users }) => users.some((user) => user.factors !== undefined),

  async handle(request, context) {
    const { config, environment } = context
    const isForm = request.method === 'POST'
    const parameters = isForm ? readForm(request, environment) : firstValues(parseForm(new URL(request.url).search))
    const pending = findPendingRequest(request, parameters.get('transaction'), context)
    const { challenge } = pending
    const user = config.users.find((user) => user.sub === challenge?.sub)
    // No password was passed, or the second factor is passed already: the way begins at the sign-in page.
    if (challenge === undefined || user === undefined) return showLogin(pending, {}, context)
    if (!isForm) return showSecondFactor(pending, { user }, context)
    const method = requireParameter(parameters, 'method', 'policy', environment)
    if (method === 'push_send') return send(pending, { challenge, user }, context)
    return verify(request, { pending, challenge, user, method, parameters }, context)
  },
}

/** Sends a prompt to the phone. Only a form does that, never a reload of the page. */
async function send(
  pending: PendingRequest,
  { challenge, user }: { challenge: SecondFactorChallenge; user: User },
  context: ServerContext,
): Promise<HttpResponse> {
  const { config, store } = context
  const clientName = store.clients.get(pending.request.clientId)?.client_name ?? pending.request.clientId
  const tooMany = countPrompt(user, context)
  if (tooMany?.type === 'failed') return showSecondFactor(pending, { user, failure: tooMany }, context)
  const prompt = await sendPush(user, { clientName, answerTo: endpointUrl(config, '/push') }, context)
  if (prompt === undefined) {
    const verdict = notEnrolled('a phone for push prompts', context)
    return showSecondFactor(pending, { user, ...(verdict.type === 'failed' && { failure: verdict }) }, context)
  }
  store.savePendingRequest({ ...pending, challenge: { ...challenge, push: prompt.id } })
  return redirect(secondFactorUrl(pending, config), noStore)
}

async function verify(
  request: HttpRequest,
  given: {
    readonly pending: PendingRequest
    readonly challenge: SecondFactorChallenge
    readonly user: User
    readonly method: string
    readonly parameters: RequestParameters
  },
  context: ServerContext,
): Promise<HttpResponse> {
  const { pending, challenge, user, method, parameters } = given
  const answer = { method, code: parameters.get('code') ?? '', push: challenge.push }
  const verdict = await verifySecondFactor(answer, user, context)
  if (verdict.type === 'waiting') return showSecondFactor(pending, { user, isWaiting: true }, context)
  const answered = { id: pending.name, state: pending.signIn }
  const facts = { factorVerified: verdict.type === 'passed' }
  const signIn = moveSignIn(answered, 'factor submitted', facts, context.environment)
  context.store.savePendingRequest({ ...pending, signIn })
  if (verdict.type === 'failed') return showSecondFactor(pending, { user, failure: verdict }, context)
  noteChallenge(pending, 'used', context.environment)

  const amr = [...new Set([...challenge.amr, verdict.method, multipleMethods])]
  const previous = findSession(request, context)
  const row = transitionFor(signIn, 'session started', {})
  const ended = { id: pending.name, row, previous, acr: multiFactor, amr }
  const { session, headers } = startSession(user, ended, context)
  if (previous !== undefined && previous.sub !== user.sub) await notifyLogout(previous, context)
  const trust = parameters.has('trust_device') ? trustDevice(user.sub, context) : []
  return continueAuthorization(pending, { session, headers: [...headers, ...trust] }, context)
}
