/** Rules for what the token endpoint answers, and for refresh tokens. */
import { evidenceOf } from '../evidence.ts'
import { answerText, isTakenOut } from '../fields.ts'
import type { TokenRequest } from '../login.ts'
import { atRequest, atResponse, fails, type NearestRun, type Rule } from './rule.ts'

interface Cause {
  readonly fix: string
  readonly see: NearestRun
}

/** Answers that are part of a flow that goes well (RFC 8628 §3.5, RFC 9449 §8). */
const NO_FAILURES: ReadonlySet<string> = new Set(['authorization_pending', 'slow_down', 'use_dpop_nonce'])

/** The errors of RFC 6749 §5.2. */
const ERRORS: Readonly<Record<string, Cause>> = {
  invalid_client: {
    fix: 'Check the secret and how it is sent: a client is registered for one method, and in the header both parts are form-encoded first.',
    see: fails('authorization-code-web-app', 'wrong-secret'),
  },
  invalid_scope: {
    fix: 'Ask only for scopes that the server knows and that this client may have.',
    see: fails('client-credentials', 'invalid-scope'),
  },
  unauthorized_client: {
    fix: 'Allow this grant in the registration of the client.',
    see: fails('implicit', 'unauthorized-client'),
  },
}

const INVALID_REFRESH: Cause = {
  fix: 'The refresh token has expired, was revoked, or was used before. Send the person through a new sign-in.',
  see: fails('token-lifecycle', 'refresh-token-expired'),
}
const INVALID_CODE: Cause = {
  fix: 'The code is unknown, expired, used, or belongs to another client, redirect URI or verifier; the rules before this one say which.',
  see: fails('authorization-code-pkce', 'code-expired'),
}

/** In the order in which a login comes to them. */
export const TOKEN_RESPONSE_RULES: readonly Rule[] = [
  {
    id: 'refresh-once',
    title: 'A refresh token that was rotated is not used again',
    clause: 'RFC 9700 §4.14.2',
    weight: 'breaks',
    fix: 'Let one place refresh at a time (single flight within a page, Web Locks across tabs), and store the new token before doing anything else.',
    see: fails('two-tabs-race', 'strict'),
    check: ({ tokenRequests }) => {
      const used = new Map<string, TokenRequest>()
      return tokenRequests.flatMap((request) => {
        const token = request.parameters.get('refresh_token')
        if (token === undefined || isTakenOut(token)) return []
        const first = used.get(token)
        used.set(token, first ?? request)
        return [atRequest(request.exchange, first && reuseOf(first, request))]
      })
    },
  },
  {
    id: 'token-error',
    title: 'The token endpoint issues the tokens',
    clause: 'RFC 6749 §5.2',
    weight: 'breaks',
    fix: 'Look up the error and its description in the server’s documentation; the request has to change.',
    see: fails('authorization-code-web-app', 'wrong-secret'),
    check: ({ tokenRequests }) =>
      tokenRequests.map(({ exchange, parameters }) => {
        const error = answerText(exchange, 'error')
        const description = answerText(exchange, 'error_description')
        const isRefresh = parameters.get('grant_type') === 'refresh_token'
        const cause = error === 'invalid_grant' ? (isRefresh ? INVALID_REFRESH : INVALID_CODE) : ERRORS[error ?? '']
        const status = exchange.response?.status ?? 0
        return atResponse(
          exchange,
          (error === undefined ? status >= 400 : !NO_FAILURES.has(error)) && {
            message:
              error === undefined
                ? `The token endpoint answers ${status}, without the error that it should name.`
                : 'The token endpoint answers with an error.',
            ...(error !== undefined && { sent: { name: 'error', value: error } }),
            ...(description !== undefined && { description }),
            evidence: evidenceOf(exchange),
            ...cause,
          },
        )
      }),
  },
  {
    id: 'token-answer',
    title: 'The token endpoint’s answer arrives',
    clause: 'policy',
    weight: 'breaks',
    needsAnswers: true,
    fix: 'The answer was lost, or the browser kept it from the app: look for CORS at the token endpoint. A refresh token may have been used up all the same.',
    see: fails('lost-response', 'strict'),
    check: ({ tokenRequests }) =>
      tokenRequests.map(({ exchange }) =>
        atRequest(
          exchange,
          exchange.response === undefined && { message: 'There is no answer to this token request.' },
        ),
      ),
  },
]

/** A second use counts when it is refused: a server may allow a short while for retries, or not rotate at all. */
function reuseOf(first: TokenRequest, second: TokenRequest) {
  if (answerText(second.exchange, 'error') === undefined) return undefined
  if (first.exchange.response === undefined) {
    return {
      message: 'This refresh token was sent before, and the answer to that never arrived.',
      see: fails('lost-response', 'strict'),
    }
  }
  return {
    message:
      'This refresh token was sent before. With rotation that looks like theft, and the server may revoke the whole family.',
  }
}
