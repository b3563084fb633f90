/** `/end_session`: a client sends the person here to sign out (OpenID Connect RP-Initiated Logout §2). */
import { type HttpRequest, parseForm } from '../../../http/index.ts'
import { notifyLogout, offersBackchannelLogout } from '../../authentication/backchannel-logout.ts'
import { endSession, findSession } from '../../authentication/session.ts'
import { randomToken } from '../../environment.ts'
import { checkRepetition, firstValues, type RequestParameters, readForm } from '../../parameters.ts'
import { endpointUrl, type ServerContext } from '../../state/context.ts'
import { accept } from '../../verdict.ts'
import { usernameOf } from '../authorization.ts'
import { finishLogout, readLogoutRequest } from '../logout.ts'
import { renderLogoutConfirmationPage } from '../pages/logout.ts'
import type { Endpoint } from './endpoint.ts'

/**
 * The logout endpoint. It asks the person, save where an ID Token of this very session is the hint. Policy: a server SHOULD
 * ask then too, and MUST where the hint is missing, of another session, or names somebody else.
 */
export const endSessionRequest: Endpoint = {
  path: '/end_session',
  methods: ['GET', 'POST'],
  audience: 'person',
  cors: 'none',
  metadata: (url, config) => ({
    end_session_endpoint: url,
    ...(offersBackchannelLogout(config) && {
      backchannel_logout_supported: true,
      backchannel_logout_session_supported: true,
    }),
  }),

  async handle(httpRequest, context) {
    const { config, store, environment } = context
    const request = await readLogoutRequest(readParameters(httpRequest, context), context)
    const session = findSession(httpRequest, context)
    if (session === undefined) return finishLogout(request, [])
    const rule = { rule: 'logout_confirmation', clause: 'OpenID Connect RP-Initiated Logout §2' }
    const { hint } = request
    if (hint?.sub === session.sub && hint.sid === session.sid) {
      const message = 'The id_token_hint is of this very session; this server does not ask again, though it should.'
      accept({ ...rule, clause: 'policy' }, message, environment)
      const headers = endSession(session, 'signed out', context)
      await notifyLogout(session, context)
      return finishLogout(request, headers)
    }
    const why =
      hint === undefined ? 'Anybody could have sent this request' : 'The id_token_hint is not of the current session'
    accept(rule, `${why}, so the person is asked.`, environment)
    const { redirectUri, state } = request
    const id = randomToken(environment, 'logout')
    store.savePendingLogout({ id, sid: session.sid, askedAt: environment.now(), redirectUri, state })
    return renderLogoutConfirmationPage({
      action: endpointUrl(config, '/logout'),
      token: id,
      username: usernameOf(session, context),
      redirectUri,
    })
  },
}

function readParameters(request: HttpRequest, { environment }: ServerContext): RequestParameters {
  if (request.method === 'POST') return readForm(request, environment)
  const fields = parseForm(new URL(request.url).search)
  checkRepetition(fields, environment)
  return firstValues(fields)
}
