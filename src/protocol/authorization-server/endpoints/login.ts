/** `POST /login`: where the sign-in page's form goes. */
import { singleFactor } from '../../authentication/context-class.ts'
import { passwordMethod, verifyPassword } from '../../authentication/password.ts'
import { whySecondFactor } from '../../authentication/second-factor.ts'
import { findSession, startSession } from '../../authentication/session.ts'
import { nextState } from '../../authentication/states.ts'
import { readForm } from '../../parameters.ts'
import { continueAuthorization, requestSecondFactor, showLogin } from '../authorization.ts'
import { findPendingRequest } from '../pending-request.ts'
import type { Endpoint } from './endpoint.ts'

/** The sign-in form's endpoint. It walks the table of `authentication/states.ts`. */
export const login: Endpoint = {
  path: '/login',
  methods: ['POST'],
  audience: 'person',
  cors: 'none',

  async handle(request, context) {
    const { config, store, environment } = context
    const form = readForm(request, environment)
    const pending = findPendingRequest(request, form.get('transaction'), context)
    const username = form.get('username') ?? ''
    const user = verifyPassword({ username, password: form.get('password') ?? '' }, config.users, environment)

    // Whoever submits the form begins anew, also when this request got further before (the back button).
    const attempt = { credentialsMatch: user !== undefined }
    const afterPassword = nextState('Unauthenticated', 'password submitted', attempt)
    if (user === undefined) {
      store.savePendingRequest({ ...pending, signIn: afterPassword })
      return showLogin(pending, { username, error: 'The username or password is wrong. Please try again.' }, context)
    }
    const amr = [passwordMethod]
    const asked = { httpRequest: request, request: pending.request, sub: user.sub, acr: singleFactor }
    const due = whySecondFactor(asked, context)
    if (due !== undefined) return requestSecondFactor(pending, { user, amr, due }, context)
    const state = nextState(afterPassword, 'session started', { secondFactorDue: false })
    const signIn = { state, previous: findSession(request, context), acr: singleFactor, amr }
    return continueAuthorization(pending, startSession(user, signIn, context), context)
  },
}
