/** `/consent`: shows the consent page after a sign-in, and takes the decision. */
import { parseForm } from '../../../http/index.ts'
import { findSession } from '../../authentication/session.ts'
import { firstValues, readForm, requireParameter } from '../../parameters.ts'
import { findPendingRequest } from '../../state/pending-request.ts'
import { concludeAuthorization, showConsent, showLogin } from '../authorization.ts'
import type { Endpoint } from './endpoint.ts'

/** The consent page and its form's endpoint. Only `decision=approve` approves. */
export const consent: Endpoint = {
  path: '/consent',
  methods: ['GET', 'POST'],
  audience: 'person',
  cors: 'none',

  async handle(request, context) {
    const { environment } = context
    const isForm = request.method === 'POST'
    const parameters = isForm ? readForm(request, environment) : firstValues(parseForm(new URL(request.url).search))
    const pending = findPendingRequest(request, parameters.get('transaction'), context)
    const session = findSession(request, context)
    // Signed out or somebody else by now, perhaps in another tab: nobody decides in another person's name.
    if (session === undefined || session.sid !== pending.sid) return showLogin(pending, {}, context)
    if (!isForm) return showConsent(pending, { session }, context)
    const decision = requireParameter(parameters, 'decision', 'policy', environment)
    return concludeAuthorization(pending, { session, isApproved: decision === 'approve' }, context)
  },
}
