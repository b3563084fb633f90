/** Rules for what happens at the API, and at the end of a session. */
import { evidenceOf } from '../evidence.ts'
import { pageOf, tokenChallenge } from '../fields.ts'
import { accessTokenOf } from '../login.ts'
import type { LoginExchange } from '../recognition.ts'
import { atResponse, fails, type NearestRun, type Rule, works } from './rule.ts'

/** The errors of RFC 6750 §3.1, RFC 9470 §3 and RFC 9449 §7.1. */
const ERRORS: Readonly<Record<string, { readonly fix: string; readonly see: NearestRun }>> = {
  invalid_token: {
    fix: 'Refresh once and call again; if that is refused too, sign in again and do not loop.',
    see: fails('token-lifecycle', 'retry-refused'),
  },
  insufficient_scope: {
    fix: 'Ask for the scope that the challenge names; a refresh gives no more than was granted.',
    see: fails('api-token', 'insufficient-scope'),
  },
  insufficient_user_authentication: {
    fix: 'Send the person to the authorization server with the acr_values or max_age of the challenge.',
    see: works('step-up', 'at-the-endpoint'),
  },
}

function isCall({ kind }: LoginExchange): boolean {
  return kind === 'API call' || kind === 'user info'
}

/** In the order in which a login comes to them. */
export const API_CALL_RULES: readonly Rule[] = [
  {
    id: 'bearer-error',
    title: 'The API accepts the token, at the latest after a refresh',
    clause: 'RFC 6750 §3.1',
    weight: 'breaks',
    fix: 'Read the error of the challenge: it says whether the token, its scope or the sign-in is not enough.',
    see: fails('token-lifecycle', 'retry-refused'),
    check: ({ exchanges }) =>
      exchanges.filter(isCall).map((exchange) => {
        const challenge = tokenChallenge(exchange.response)
        const error = challenge?.parameters.get('error')
        const description = challenge?.parameters.get('error_description')
        return atResponse(
          exchange,
          error !== undefined &&
            error !== 'use_dpop_nonce' &&
            !isRetried(exchange, exchanges) && {
              message: 'The API refuses the token, and no later call to the same address succeeds.',
              sent: { name: 'error', value: error },
              ...(description !== undefined && { description }),
              evidence: evidenceOf(exchange),
              ...ERRORS[error],
            },
        )
      }),
  },
  {
    id: 'challenge',
    title: 'A refusal says what is missing',
    clause: 'RFC 9110 §15.5.2',
    weight: 'weakens',
    fix: 'Have the API send WWW-Authenticate: Bearer error="invalid_token" with its 401, so that a client can tell what to do.',
    see: works('api-token', 'refresh'),
    check: ({ exchanges }) =>
      exchanges
        .filter((exchange) => exchange.response?.status === 401 && accessTokenOf(exchange) !== undefined)
        .map((exchange) =>
          atResponse(
            exchange,
            tokenChallenge(exchange.response) === undefined && {
              message: 'The API answers 401 without a challenge for a token.',
            },
          ),
        ),
  },
  {
    id: 'logout-address',
    title: 'After the logout the person comes back to a registered address',
    clause: 'OpenID Connect RP-Initiated Logout §3',
    weight: 'breaks',
    fix: 'Register post_logout_redirect_uri exactly as it is sent, and send id_token_hint or client_id with it.',
    see: fails('logout', 'unregistered-uri'),
    check: ({ exchanges }) =>
      exchanges
        .filter(({ kind, response }) => kind === 'logout' && response !== undefined)
        .map((exchange) => {
          const status = exchange.response?.status ?? 0
          return atResponse(exchange, status >= 400 && { message: `The server answered ${status} to the logout.` })
        }),
  },
]

/** True when the app went for another token, which has rules of its own, or the same address answered later. */
function isRetried(exchange: LoginExchange, exchanges: readonly LoginExchange[]): boolean {
  const { method, url } = exchange.request
  return exchanges.some(
    ({ index, kind, request, response }) =>
      index > exchange.index &&
      (kind === 'refresh' ||
        (request.method === method &&
          pageOf(request.url) === pageOf(url) &&
          response !== undefined &&
          response.status < 400)),
  )
}
