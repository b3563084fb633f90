/** `POST /logout`: where the logout confirmation's form goes (OpenID Connect RP-Initiated Logout §2). */
import { notifyLogout } from '../../authentication/backchannel-logout.ts'
import { endSession, findSession } from '../../authentication/session.ts'
import { readForm } from '../../parameters.ts'
import { accept, refuse } from '../../verdict.ts'
import { finishLogout } from '../logout.ts'
import { renderStillSignedInPage } from '../pages/logout.ts'
import type { Endpoint } from './endpoint.ts'

/** The confirmation form's endpoint. Only `decision=approve` signs out. */
export const logout: Endpoint = {
  path: '/logout',
  methods: ['POST'],
  audience: 'person',
  cors: 'none',

  async handle(request, context) {
    const { store, environment } = context
    const form = readForm(request, environment)
    await environment.step('logout.consume')
    const pending = store.takePendingLogout(form.get('logout') ?? '')
    const session = findSession(request, context)
    const rule = { rule: 'logout_form', clause: 'policy' }
    if (pending === undefined || session?.sid !== pending.sid) {
      throw refuse(
        rule,
        {
          code: 'invalid_request',
          message: 'The form does not belong to a question that this server asked this person.',
          fix: 'Open the logout page again.',
        },
        environment,
      )
    }
    accept(rule, 'The form belongs to the question that this person was asked.', environment)
    if (form.get('decision') !== 'approve') return renderStillSignedInPage()
    const headers = endSession(session, 'signed out', context)
    await notifyLogout(session, context)
    return finishLogout({ ...pending, problem: undefined }, headers)
  },
}
