/** `POST /login`: where the sign-in page's form goes. */
import { passwordMethod, verifyPassword } from '../../authentication/password.ts'
import { moveSignIn } from '../../authentication/states.ts'
import { readForm } from '../../parameters.ts'
import { findPendingRequest } from '../../state/pending-request.ts'
import { showLogin } from '../authorization.ts'
import { passFirstFactor } from '../first-factor.ts'
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
    return passFirstFactor(request, { pending, signIn, user, amr: [passwordMethod] }, context)
  },
}
