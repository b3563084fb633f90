/** `POST /login`: where the sign-in page's form goes. */
import { notifyLogout } from '../../authentication/backchannel-logout.ts'
import { singleFactor } from '../../authentication/context-class.ts'
import { passwordMethod, verifyPassword } from '../../authentication/password.ts'
import { findSession, startSession } from '../../authentication/session.ts'
import { moveSignIn, transitionFor } from '../../authentication/states.ts'
import { readForm } from '../../parameters.ts'
import { findPendingRequest } from '../../state/pending-request.ts'
import { continueAuthorization, requestSecondFactor, showLogin } from '../authorization.ts'
import { whySecondFactor } from '../why-second-factor.ts'
import type { Endpoint } from './endpoint.ts'

/** The sign-in form's endpoint. It walks the table of `authentication/states.ts`. */
export const login: Endpoint = {
  path: '/login',
  methods: ['POST'],
  audience: 'person',
  cors: 'none',

  async handle(request, context) {
    const { store, environment } = context
    const form = readForm(request, environment)
    const pending = findPendingRequest(request, form.get('transaction'), context)
    const username = form.get('username') ?? ''
    const user = verifyPassword({ username, password: form.get('password') ?? '' }, context)

    // Whoever submits the form begins anew, also when this request got further before (the back button).
    const begun = { id: pending.name, state: 'Unauthenticated' } as const
    const signIn = moveSignIn(begun, 'password submitted', { credentialsMatch: user !== undefined }, environment)
    if (user === undefined || signIn !== 'Primary Auth Passed') {
      store.savePendingRequest({ ...pending, signIn })
      return showLogin(pending, { username, error: 'The username or password is wrong. Please try again.' }, context)
    }
    const amr = [passwordMethod]
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
  },
}
