/** The ways through the flow: what works, and where the token turns up. */
import { type HttpRequest, header } from '../../http/index.ts'
import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { answered, shows } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'
import { enterPassword, play, signedIn, startSignIn } from './beats.ts'
import { PARTNER } from './partner.ts'
import { sessionOutcomes } from './session-outcomes.ts'

const deny: ScriptLine = { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'deny' } }
const callApi: ScriptLine[] = [{ type: 'act', action: 'call-api' }, play]
const toOrders: ScriptLine[] = [{ type: 'follow', window: 'tab', href: '/orders' }, play]
const toPartner: ScriptLine[] = [{ type: 'follow', window: 'tab', href: `${PARTNER}/welcome` }, play]
const back: ScriptLine[] = [{ type: 'browse', window: 'tab', command: 'back' }, play]

/** The requests that an actor got. */
function requestsTo(trace: Trace, actor: string): HttpRequest[] {
  return trace.flatMap((event) =>
    event.type === 'held' && event.message.to === actor && event.message.direction === 'request'
      ? [event.message.request]
      : [],
  )
}

/** True when the API answered an actor with the photos. */
function isAnswered(trace: Trace, actor: string): boolean {
  return trace.some(
    (event) =>
      event.type === 'held' &&
      event.message.from === 'api' &&
      event.message.to === actor &&
      event.message.response?.status === 200,
  )
}

const hasToken = (text: string | undefined) => text?.includes('access_token=') ?? false
const tokenInUrl = (request: HttpRequest) => hasToken(request.url)
const tokenInReferer = (request: HttpRequest) => hasToken(header(request, 'referer'))

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Signed in, the old way',
    summary:
      'The authorization server puts the tokens behind # of the redirect; no token request follows. The API answers.',
    result: 'success',
    script: [...signedIn, ...callApi],
    goal: {
      description: 'The API answers with Ada’s photos, and no request line had the token.',
      reached: (trace) => isAnswered(trace, 'app') && !requestsTo(trace, 'app').some(tokenInUrl),
    },
  },
  {
    id: 'history',
    title: 'Left in the history',
    summary:
      'The app leaves the token in the address. Later somebody at the same computer presses Back, copies it, and sees Ada’s photos.',
    result: 'failure',
    settings: { cleans_address: false },
    script: [...signedIn, ...toOrders, ...back, { type: 'act', action: 'copy-token' }, play],
    goal: {
      description: 'The API gives the next person Ada’s photos.',
      reached: (trace) => isAnswered(trace, 'stranger'),
    },
    remedy: 'happy',
    trouble: {
      code: 'access_token in the browser history',
      cause:
        'The response is part of an address, and addresses are kept: history, bookmarks, synchronised tabs, extensions.',
      remedy: 'Use the code flow with PKCE: then the address holds a code that works once and only with the verifier.',
    },
  },
  {
    id: 'redirected',
    title: 'Carried over by a redirect',
    summary:
      'The registered page redirects to another site. The browser carries the fragment over, and the other site reads the token.',
    result: 'failure',
    settings: { redirect_path: '/go' },
    script: signedIn,
    goal: {
      description: 'The other site sends the token to its server and gets Ada’s photos.',
      reached: (trace) => isAnswered(trace, 'partner') && shows(trace, 'tab', 'harbour.jpg'),
    },
    remedy: 'happy',
    trouble: {
      code: 'access_token at another site',
      cause:
        'A redirect without a fragment of its own inherits that of the request (RFC 9110 §10.2.2), so an open redirector passes the token on.',
      remedy: 'Use the code flow with PKCE, and register no page that redirects elsewhere.',
    },
  },
  {
    id: 'referrer',
    title: 'What the referrer tells',
    summary:
      'From the page with the token in its address Ada follows a link to another site. The Referer has no fragment, so the token stays behind.',
    result: 'success',
    settings: { cleans_address: false },
    script: [...signedIn, ...toPartner],
    goal: {
      description: 'The other site learns the origin and no token.',
      reached: (trace) =>
        requestsTo(trace, 'partner').some((request) => header(request, 'referer') === 'https://app.example/') &&
        ![...requestsTo(trace, 'partner'), ...requestsTo(trace, 'app')].some(
          (request) => tokenInUrl(request) || tokenInReferer(request),
        ),
    },
  },
  {
    id: 'query',
    title: 'In the query: logs and Referer',
    summary:
      'An old server puts the token behind ?. It is in the request line, in the log of the app’s web server, and in the Referer of the next page.',
    result: 'failure',
    settings: { server: 'old', response_mode: 'query', cleans_address: false },
    script: [...signedIn, ...toOrders, ...back, ...toPartner],
    goal: {
      description:
        'The app’s web server sees the token twice; from today’s browsers another site gets only the origin.',
      reached: (trace) =>
        requestsTo(trace, 'app').some(tokenInUrl) &&
        requestsTo(trace, 'app').some(tokenInReferer) &&
        !requestsTo(trace, 'partner').some(tokenInReferer),
    },
    remedy: 'happy',
    trouble: {
      code: 'access_token in the access log',
      cause: 'What is in the query is sent to the server, written into its log, and repeated in the Referer.',
      remedy: 'Never put a token into a query (RFC 6750 §2.3, RFC 9700 §4.3.2).',
    },
  },
  ...sessionOutcomes,
  {
    id: 'expired',
    title: 'Token expired, nothing to refresh with',
    summary:
      'The implicit grant never brings a refresh token. When the token has expired the API answers 401, and Ada leaves for the server again.',
    result: 'failure',
    script: [...signedIn, { type: 'advance', to: 'access_token' }, ...callApi],
    goal: {
      description: 'The API answers 401 and the app can only ask to sign in again.',
      reached: (trace) => answered(trace, 'api', 401) && shows(trace, 'tab', 'Please sign in again'),
    },
    remedy: 'happy',
  },
  {
    id: 'access-denied',
    title: 'Consent denied',
    summary: 'Ada declines; access_denied comes behind # like everything else.',
    result: 'failure',
    script: [...startSignIn, enterPassword, play, deny, play],
    goal: { description: 'The app is told access_denied.', reached: (trace) => shows(trace, 'tab', 'access_denied') },
    remedy: 'happy',
  },
  {
    id: 'unsupported',
    title: 'Refused by a modern server',
    summary:
      'The server no longer has the grant, which RFC 9700 tells clients not to use; it supports only the response type code.',
    result: 'failure',
    settings: { server: 'off' },
    script: startSignIn,
    goal: {
      description: 'The app is told unsupported_response_type.',
      reached: (trace) => shows(trace, 'tab', 'unsupported_response_type'),
    },
    remedy: 'happy',
    trouble: {
      code: 'unsupported_response_type',
      cause: 'The server no longer supports token or id_token token.',
      remedy: 'Move the app to the authorization code flow with PKCE.',
    },
  },
  {
    id: 'unauthorized-client',
    title: 'Not registered for it',
    summary: 'The server still has the grant, but this app’s registration does not name it.',
    result: 'failure',
    settings: { server: 'unregistered' },
    script: startSignIn,
    goal: {
      description: 'The app is told unauthorized_client.',
      reached: (trace) => shows(trace, 'tab', 'unauthorized_client'),
    },
    remedy: 'happy',
    trouble: {
      code: 'unauthorized_client',
      cause: 'The app’s registration lists other grant_types and response_types.',
      remedy: 'Do not add implicit to them; move the app to the code flow with PKCE.',
    },
  },
]
