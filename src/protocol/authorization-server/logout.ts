/** A logout request: whom it is about, and where it leads (OpenID Connect RP-Initiated Logout §2, §3). */
import { appendQuery, type HeaderLine, type HttpResponse, redirect } from '../../http/index.ts'
import { checkIdTokenHint, type IdTokenHint } from '../checks/id-token-hint.ts'
import { acceptsPostLogoutRedirectUri } from '../checks/redirect-uri.ts'
import { noStore } from '../errors.ts'
import type { RequestParameters } from '../parameters.ts'
import type { ServerContext } from '../state/context.ts'
import { refuse } from '../verdict.ts'
import { renderSignedOutPage } from './pages/logout.ts'

/** A logout request that passed its checks. */
export interface LogoutRequest {
  readonly hint: IdTokenHint | undefined
  /** Where to go afterwards; registered for the client, character by character. */
  readonly redirectUri: string | undefined
  readonly state: string | undefined
  /** Why nobody is redirected although a redirect was asked for. */
  readonly problem: string | undefined
}

/** Checks a logout request. Throws `invalid_request`, to be shown as a page, for a hint that is not this server's. */
export async function readLogoutRequest(parameters: RequestParameters, context: ServerContext): Promise<LogoutRequest> {
  const { config, environment } = context
  const sentHint = parameters.get('id_token_hint')
  const hint = sentHint === undefined ? undefined : await checkIdTokenHint(sentHint, config.issuer, environment)
  const clientId = parameters.get('client_id')
  if (hint !== undefined && clientId !== undefined && hint.clientId !== clientId) {
    throw refuse(
      { rule: 'client', clause: 'OpenID Connect RP-Initiated Logout §2' },
      {
        code: 'invalid_request',
        message: 'The client_id is not the client that the id_token_hint was issued to.',
        sent: clientId,
        expected: hint.clientId,
        fix: 'Send the id_token that this client received.',
      },
      environment,
    )
  }
  const target = findTarget(parameters.get('post_logout_redirect_uri'), hint?.clientId ?? clientId, context)
  return { hint, state: parameters.get('state'), ...target }
}

/** Answers when nobody is signed in any more: back to the client with its `state`, or with a page (§3). */
export function finishLogout(
  { redirectUri, state, problem }: Pick<LogoutRequest, 'redirectUri' | 'state' | 'problem'>,
  headers: readonly HeaderLine[],
): HttpResponse {
  if (redirectUri === undefined) return renderSignedOutPage(problem, headers)
  const location = state === undefined ? redirectUri : appendQuery(redirectUri, [['state', state]])
  return redirect(location, [...noStore, ...headers])
}

/** Where a logout may lead. Without an exact match nowhere: an open redirector would be the alternative (§3). */
function findTarget(
  sent: string | undefined,
  clientId: string | undefined,
  { store, environment }: ServerContext,
): Pick<LogoutRequest, 'redirectUri' | 'problem'> {
  if (sent === undefined) return { redirectUri: undefined, problem: undefined }
  const client = store.clients.get(clientId ?? '')
  if (client === undefined) {
    const error = refuse(
      { rule: 'post_logout_redirect_uri', clause: 'OpenID Connect RP-Initiated Logout §3' },
      {
        code: 'invalid_request',
        message: 'A post_logout_redirect_uri needs an id_token_hint or a client_id that says whose it is.',
        sent,
        fix: 'Send the id_token as id_token_hint.',
      },
      environment,
    )
    return { redirectUri: undefined, problem: error.message }
  }
  if (acceptsPostLogoutRedirectUri(sent, client, environment)) return { redirectUri: sent, problem: undefined }
  return {
    redirectUri: undefined,
    problem: 'The app asked to be called back at an address that it has not registered, so nobody is sent there.',
  }
}
