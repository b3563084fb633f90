/** A request that the browser cannot change, and what becomes of its reference: each one reached by doing it. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, countLifecycle, failedCheck, passedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

const play: ScriptLine = { type: 'play' }
const begin: ScriptLine[] = [play, { type: 'submit', window: 'tab', form: 'start', fields: {} }, play]
const password: ScriptLine[] = [{ type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }, play]
const approve: ScriptLine[] = [
  { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } },
  play,
]

/** Types what the authenticator shows. */
const code = (digits: string): ScriptLine[] => [
  { type: 'submit', window: 'tab', form: 'totp', fields: { code: digits, trust_device: '' } },
  play,
]
const CODE_AT_START = '618892'
const CODE_AFTER_90_SECONDS = '086794'

const ARRIVAL: MessagePattern = { purpose: 'navigation', method: 'GET', host: 'auth.example', path: '/authorize' }
const TOKEN_REQUEST: MessagePattern = { parameters: { grant_type: 'authorization_code' } }

/** Somebody in the browser wants more for the app than it asks for. */
const changed: ScriptLine[] = [
  play,
  { type: 'submit', window: 'tab', form: 'start', fields: {} },
  { type: 'play', until: ARRIVAL },
  { type: 'rewrite', message: ARRIVAL, parameter: 'scope', value: 'openid photos:read photos:write' },
  play,
  ...password,
  ...code(CODE_AT_START),
  ...approve,
]
/** Ada looks for her phone: half a minute longer than a request_uri lives. */
const slowly: ScriptLine[] = [...begin, ...password, { type: 'advance', seconds: 90 }, ...code(CODE_AFTER_90_SECONDS)]

const isSignedIn = (trace: Trace) => countAnswers(trace, TOKEN_REQUEST, 200) === 1 && shows(trace, 'tab', 'Signed in')
const mayChangePhotos = (trace: Trace) => shows(trace, 'tab', 'photos:write')

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Signed in, with a pushed request',
    summary:
      'The backend hands its request over and gets a reference. The browser carries that, and nothing of the request itself.',
    result: 'success',
    script: [...begin, ...password, ...code(CODE_AT_START), ...approve],
    goal: {
      description: 'Ada is signed in, and the address of the authorization server had no parameter but two.',
      reached: (trace) =>
        isSignedIn(trace) &&
        passedCheck(trace, 'pushed_authorization_request') &&
        !arrivals(trace).some((url) => url.searchParams.has('scope')),
    },
  },
  {
    id: 'changed-plain',
    title: 'Changed in the browser: the app may delete photos',
    summary:
      'Without a push the request lies open in the address. An extension adds a permission; Ada allows what the page shows, and the app’s token can change her photos.',
    result: 'failure',
    settings: { request: 'plain', requires: 'nothing' },
    script: changed,
    goal: {
      description: 'The access token allows more than the app asked for.',
      reached: (trace) => isSignedIn(trace) && mayChangePhotos(trace),
    },
    remedy: 'changed-pushed',
    trouble: {
      code: 'The token has scopes that the app never asked for',
      cause: 'An authorization request in an address can be changed by whoever is in the browser, the person included.',
      remedy: 'Push the request (RFC 9126) or sign it (RFC 9101), and register that the app always does.',
    },
  },
  {
    id: 'changed-pushed',
    title: 'Changed in the browser: no effect on a pushed request',
    summary: 'The same permission is added to the address. The server goes by what was pushed and ignores the rest.',
    result: 'success',
    script: changed,
    goal: {
      description: 'Ada is signed in, and the access token allows what the app asked for.',
      reached: (trace) => isSignedIn(trace) && !mayChangePhotos(trace),
    },
  },
  {
    id: 'changed-signed',
    title: 'Changed in the browser: no effect on a signed request',
    summary:
      'The request is in the address, as a JWT that the app has signed. It can be read, but what stands beside it does not count.',
    result: 'success',
    settings: { request: 'signed', requires: 'signed' },
    script: changed,
    goal: {
      description: 'Ada is signed in, and the access token allows what the signed request says.',
      reached: (trace) => isSignedIn(trace) && !mayChangePhotos(trace) && passedCheck(trace, 'signed_request_object'),
    },
  },
  {
    id: 'slow-mfa',
    title: 'The second factor takes longer than the request_uri lives',
    summary:
      'Ada looks for her phone. This server wants the request_uri to be alive until the last page, so her right code comes half a minute too late.',
    result: 'failure',
    settings: { covers: 'sign_in' },
    script: slowly,
    goal: {
      description: 'The server refuses the right code because the request_uri has expired.',
      reached: (trace) =>
        shows(trace, 'tab', 'request_uri has expired') && countAnswers(trace, TOKEN_REQUEST, 200) === 0,
    },
    remedy: 'slow-mfa-covered',
    trouble: {
      code: 'request_uri has expired during sign-in',
      cause: 'The server checks the lifetime of the request_uri again after each page, and the person took longer.',
      remedy:
        'Have it checked when the browser brings it and not again, or make it as long as a slow sign-in (RFC 9126 §4 leaves that open).',
    },
  },
  {
    id: 'slow-mfa-covered',
    title: 'The same person, at a server that counts the arrival',
    summary:
      'The request_uri was alive when the browser came. From then on the sign-in has a lifetime of its own, and Ada may take her time.',
    result: 'success',
    script: [...slowly, ...approve],
    goal: { description: 'Ada is signed in after a minute and a half.', reached: isSignedIn },
  },
  {
    id: 'used-twice',
    title: 'The request_uri is used twice',
    summary: 'Ada reloads the sign-in page. The browser brings the same request_uri again, and it works once.',
    result: 'failure',
    script: [...begin, { type: 'browse', window: 'tab', command: 'reload' }, play],
    goal: {
      description: 'The server refuses the second use with invalid_request_uri.',
      reached: (trace) =>
        countLifecycle(trace, 'pushed_authorization_request', 'replayed') === 1 && shows(trace, 'tab', 'used before'),
    },
    remedy: 'happy',
    trouble: {
      code: 'invalid_request_uri: used before',
      cause: 'The page was reloaded, reached by Back, or opened beforehand by a link preview or a scanner.',
      remedy:
        'Start the sign-in at the app again: it pushes a new request. Never keep or mail the address with the request_uri. A server may allow a reload (RFC 9126 §4).',
    },
  },
  {
    id: 'another-client',
    title: 'The request_uri of another client',
    summary:
      'The app pushes as one client and sends the browser as another: two configurations were mixed up. This stops no thief, who sends the right client_id along; one use and a short life do (RFC 9126 §7.3).',
    result: 'failure',
    settings: { browser_client: 'other' },
    script: begin,
    goal: {
      description: 'The server refuses the request_uri, and it stays unused.',
      reached: (trace) =>
        failedCheck(trace, 'request_uri') && countLifecycle(trace, 'pushed_authorization_request', 'used') === 0,
    },
    remedy: 'happy',
    trouble: {
      code: 'invalid_request_uri: issued to another client',
      cause: 'The client_id beside the request_uri is not that of the push.',
      remedy: 'Send the browser with the client_id that authenticated at the push.',
    },
  },
  {
    id: 'not-pushed',
    title: 'A plain request where a push is required',
    summary:
      'The app is registered to push and does not. If the server let that pass, an attacker could leave the push out as well.',
    result: 'failure',
    settings: { request: 'plain' },
    script: begin,
    goal: {
      description: 'The app is told invalid_request.',
      reached: (trace) => failedCheck(trace, 'pushed_authorization_request') && shows(trace, 'tab', 'invalid_request'),
    },
    remedy: 'happy',
    trouble: {
      code: 'invalid_request: must push its authorization requests',
      cause:
        'require_pushed_authorization_requests is set for the client or the server, and the request came by the browser.',
      remedy: 'Push the request, and send the browser with client_id and request_uri alone.',
    },
  },
]

/** The addresses at which browsers came to the authorization endpoint, as they arrived. */
function arrivals(trace: Trace): URL[] {
  return trace.flatMap((event) =>
    event.type === 'held' && event.message.direction === 'request' && event.message.request.url.includes('request_uri=')
      ? [new URL(event.message.request.url)]
      : [],
  )
}
