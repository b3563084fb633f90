/** `POST /login`: where the sign-in page's form goes. */
import { verifyPassword } from '../../authentication/password.ts'
import { findSession, startSession } from '../../authentication/session.ts'
import { nextState } from '../../authentication/states.ts'
import { readForm } from '../../parameters.ts'
import { continueAuthorization, showLogin } from '../authorization.ts'
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
    // A password is the one factor that this server knows, so no second one is ever due.
    const state = nextState(afterPassword, 'session started', { secondFactorDue: false })
    const started = startSession(user, { state, previous: findSession(request, context) }, context)
    return continueAuthorization(pending, started, context)
  },
}
