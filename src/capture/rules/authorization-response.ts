/** Rules for what comes back to the app through the browser. */
import { queryOf } from '../fields.ts'
import type { AuthorizationResponse, Login } from '../login.ts'
import { originOf } from '../recognition.ts'
import { atRequest, atResponse, fails, type NearestRun, type Problem, type Rule, type Verdict, works } from './rule.ts'

const LOOP_MS = 30_000

/** Where each error of RFC 6749 §4.1.2.1 and OpenID Connect Core §3.1.2.6 can be watched, and what to do about it. */
const ERRORS: Readonly<Record<string, { readonly fix: string; readonly see: NearestRun }>> = {
  access_denied: {
    fix: 'Show what the app cannot do without the access, and offer to start again. Never start again automatically.',
    see: fails('authorization-code-pkce', 'access-denied'),
  },
  unsupported_response_type: {
    fix: 'Ask for response_type=code.',
    see: fails('implicit', 'unsupported'),
  },
  unauthorized_client: {
    fix: 'Allow this grant in the registration of the client, or use the one that is allowed.',
    see: fails('implicit', 'unauthorized-client'),
  },
  invalid_scope: {
    fix: 'Ask only for scopes that the server knows and that this client may have.',
    see: fails('client-credentials', 'invalid-scope'),
  },
  login_required: {
    fix: 'prompt=none needs a session at the server, and a browser that sends its cookie. Fall back to a visible sign-in.',
    see: works('logout', 'prompt-login'),
  },
}

function at({ exchange, part }: AuthorizationResponse, problem: Problem | false | undefined): Verdict {
  return part === 'request' ? atRequest(exchange, problem) : atResponse(exchange, problem)
}

/** In the order in which a login comes to them. */
export const AUTHORIZATION_RESPONSE_RULES: readonly Rule[] = [
  {
    id: 'state',
    title: 'The state that comes back is the one that was sent',
    clause: 'RFC 6749 §10.12',
    weight: 'breaks',
    fix: 'Refuse the response and start the sign-in again. Keep one state for each sign-in that is under way, and compare it before anything else.',
    see: fails('authorization-code-pkce', 'state-mismatch'),
    check: ({ responses }) =>
      responses.flatMap((response) => {
        const sent = response.answers?.parameters.get('state')
        if (sent === undefined) return []
        const returned = response.parameters.get('state')
        return [
          at(
            response,
            returned !== sent && {
              message:
                returned === undefined
                  ? 'The response has no state, but the request had one.'
                  : 'No sign-in in this recording sent the state that came back: a forged link, an old response, or lost storage.',
              sent: { name: 'state', value: returned ?? '' },
              expected: { name: 'state', value: sent },
            },
          ),
        ]
      }),
  },
  {
    id: 'issuer',
    title: 'The issuer in the response is the server that was asked',
    clause: 'RFC 9207 §2.4',
    weight: 'breaks',
    fix: 'Refuse the response: it comes from a different server from the one that was asked (mix-up attack).',
    see: works('authorization-code-pkce', 'happy'),
    check: (login) =>
      login.responses.flatMap((response) => {
        const expected = expectedIssuer(login, response)
        if (expected === undefined) return []
        const sent = response.parameters.get('iss')
        if (sent === undefined && !expected.isPromised) return []
        return [
          at(
            response,
            sent !== expected.issuer && {
              message:
                sent === undefined
                  ? 'The server promises iss in its metadata, but the response has none.'
                  : 'The response names a different issuer from the metadata of the server that was asked.',
              sent: { name: 'iss', value: sent ?? '' },
              expected: { name: 'iss', value: expected.issuer },
            },
          ),
        ]
      }),
  },
  {
    id: 'authorization-error',
    title: 'The authorization server grants the request',
    clause: 'RFC 6749 §4.1.2.1',
    weight: 'breaks',
    fix: 'Look up the error and its description in the server’s documentation; the request has to change.',
    see: fails('authorization-code-pkce', 'access-denied'),
    check: ({ responses }) =>
      responses.map((response) => {
        const error = response.parameters.get('error')
        const description = response.parameters.get('error_description')
        return at(
          response,
          error !== undefined && {
            message: 'The response carries an error instead of a code.',
            sent: { name: 'error', value: error },
            ...(description !== undefined && { description }),
            evidence: `${[...response.parameters].map(([name, value]) => `${name}=${value}`).join('\n')}`,
            ...ERRORS[error],
          },
        )
      }),
  },
  {
    id: 'token-in-query',
    title: 'No token is in the query of an address',
    clause: 'RFC 9700 §4.3.2',
    weight: 'breaks',
    fix: 'Send access tokens in the Authorization header. A query ends up in the history, in logs and in the Referer header.',
    see: fails('implicit', 'query'),
    check: ({ exchanges, responses }) => [
      ...exchanges.map((exchange) => {
        const query = queryOf(exchange)
        const name = ['access_token', 'refresh_token', 'id_token'].find((one) => query.has(one))
        return atRequest(exchange, name !== undefined && { message: `There is a parameter ${name} in the query.` })
      }),
      ...responses.map((response) => at(response, undefined)),
    ],
  },
  {
    id: 'callback-answer',
    title: 'The app accepts the authorization response',
    clause: 'policy',
    weight: 'breaks',
    fix: 'Look at what the app keeps between the two redirects: if the state or the verifier is lost, often because of a SameSite=Strict cookie, it refuses its own sign-in.',
    see: fails('authorization-code-web-app', 'lost-state'),
    check: ({ exchanges }) =>
      exchanges
        .filter(({ kind, response }) => kind === 'authorization response' && response !== undefined)
        // A token request of the app itself has rules that say more.
        .filter(({ index }) => exchanges[index + 1]?.sender === undefined)
        .map((exchange) => {
          const status = exchange.response?.status ?? 0
          return atResponse(
            exchange,
            status >= 400 && { message: `The app answered ${status} to the authorization response.` },
          )
        }),
  },
  {
    id: 'login-loop',
    title: 'The app does not send the person to sign in over and over',
    clause: 'policy',
    weight: 'breaks',
    fix: 'Find out why the app forgets the sign-in: often a session cookie is not stored or not sent. Stop after one automatic attempt and show the error.',
    see: fails('authorization-code-web-app', 'strict-cookie'),
    check: ({ requests }) =>
      requests.map(({ exchange, parameters }, index) => {
        const earlier = requests[index - 2]
        const isLoop =
          earlier !== undefined &&
          parameters.get('prompt') !== 'none' &&
          earlier.parameters.get('client_id') === parameters.get('client_id') &&
          exchange.sentAt - earlier.exchange.sentAt < LOOP_MS
        return atRequest(
          exchange,
          isLoop && { message: 'This is the third sign-in of the same app within half a minute.' },
        )
      }),
  },
]

/** The issuer that the metadata of the server names which was asked, and whether it promises to name itself. */
function expectedIssuer({ metadata }: Login, { answers }: AuthorizationResponse) {
  const known = answers && metadata.get(originOf(answers.exchange))
  if (typeof known?.issuer !== 'string') return undefined
  return { issuer: known.issuer, isPromised: known.authorization_response_iss_parameter_supported === true }
}
