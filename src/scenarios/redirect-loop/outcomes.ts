/** The ways through: a sign-in that ends on a page, five reasons for one that goes round in circles, and the cookies that are left. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, countLifecycle, countMessages, failedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

const play: ScriptLine = { type: 'play' }
const signIn: ScriptLine = { type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }
const approve: ScriptLine = { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } }
const signedIn: ScriptLine[] = [play, signIn, play, approve, play]

/** Each leaves a cookie of 345 bytes, and 8192 are read. */
const begunAndLeft: ScriptLine[] = Array.from({ length: 24 }).flatMap((): ScriptLine[] => [
  { type: 'act', action: 'open-again' },
  play,
])

const MANY = 180
const TOO_MUCH = 'openid photos:read photos:delete'
const CALLBACK: MessagePattern = { host: 'app.example', path: '/auth/callback', direction: 'request' }
const REDEEMED: MessagePattern = { sender: 'app', parameters: { grant_type: 'authorization_code' } }

/** How often the browser kept a session cookie back, for this reason. */
function keptBack(trace: Trace, reason: string): number {
  return trace.filter(
    (event) => event.type === 'refused' && event.what.includes('“session”') && event.reason.includes(reason),
  ).length
}

/** True when the browser gave up, and said so in the window. */
function isLoop(trace: Trace): boolean {
  return failedCheck(trace, 'redirect_count') && shows(trace, 'tab', 'ERR_TOO_MANY_REDIRECTS')
}

const hasPhotos = (trace: Trace) => shows(trace, 'tab', 'harbour.jpg')
const sessions = (trace: Trace) => countLifecycle(trace, 'app_session', 'issued')

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Signed in, and there',
    summary:
      'Ada opens her photos without a session. The app sends her to sign in; she comes back, gets a cookie, and sees them.',
    result: 'success',
    script: signedIn,
    goal: {
      description: 'One sign-in, one session, and the photos.',
      reached: (trace) => sessions(trace) === 1 && hasPhotos(trace),
    },
  },
  {
    id: 'cookie-too-large',
    title: 'The session cookie is too large',
    summary:
      'Ada is in many groups, and her token names them all. The cookie has more than 4096 bytes, and the browser drops it without a word.',
    result: 'failure',
    settings: { groups: MANY },
    script: signedIn,
    goal: {
      description: 'Each time a session is started, the browser refuses its cookie, and gives up after 20 redirects.',
      reached: (trace) =>
        isLoop(trace) && keptBack(trace, 'the limit is 4096') === sessions(trace) && sessions(trace) > 1,
    },
    remedy: 'on-the-server',
    trouble: {
      code: 'ERR_TOO_MANY_REDIRECTS for people in many groups',
      cause:
        'The session is kept in the cookie and does not fit: 4096 bytes are the limit, name and value together. Only the developer tools say so: Chrome beside Set-Cookie, Firefox in the console.',
      remedy: 'Keep the session on the server and only a key in the cookie, or ask for fewer groups in the token.',
    },
  },
  {
    id: 'on-the-server',
    title: 'Many groups, and the session on the server',
    summary: 'The token is as long as before. The cookie has a key of 22 characters, and the browser keeps it.',
    result: 'success',
    settings: { groups: MANY, session_kept: 'server' },
    script: signedIn,
    goal: {
      description: 'One sign-in, one session, and the photos.',
      reached: (trace) => sessions(trace) === 1 && hasPhotos(trace),
    },
  },
  {
    id: 'cookie-path',
    title: 'The session cookie has the wrong path',
    summary:
      'The callback sets the cookie without a path, so it is for /auth alone. The browser keeps it, and never sends it where it is needed.',
    result: 'failure',
    settings: { cookie_path: 'none' },
    script: signedIn,
    goal: {
      description: 'The cookie is kept, does not go out with the request for the photos, and the browser gives up.',
      reached: (trace) => isLoop(trace) && keptBack(trace, 'The cookie is for /auth') > 1,
    },
    remedy: 'happy',
    trouble: {
      code: 'ERR_TOO_MANY_REDIRECTS, and the cookie is there',
      cause:
        'A cookie without Path is for the folder of the address that set it. The developer tools show it at /auth/callback, and the request for the page is without it.',
      remedy: 'Set Path=/. A name that begins with __Host- has the browser insist on it.',
    },
  },
  {
    id: 'clock-behind',
    title: 'The app’s clock is behind',
    summary:
      'By the app’s clock the sign-in is 30 seconds in the future, so it takes the session for a bad one and asks for a new sign-in, again and again.',
    result: 'failure',
    settings: { app_clock: -30, leeway: 0 },
    script: signedIn,
    goal: {
      description: 'The cookie comes with each request, the app refuses what is in it, and the browser gives up.',
      reached: (trace) => isLoop(trace) && failedCheck(trace, 'issued_in_the_future') && keptBack(trace, '') === 0,
    },
    remedy: 'clock-leeway',
    trouble: {
      code: 'Redirect loop: the token is not yet valid (iat is in the future)',
      cause:
        'The app’s server is behind the one that signs people in. It happens on one machine or virtual machine (containers have the clock of their host), and passes as soon as the clock is set.',
      remedy:
        'Synchronise the clock (NTP), allow a leeway of a minute, and do not answer a bad token with a new sign-in.',
    },
  },
  {
    id: 'clock-leeway',
    title: 'The clock is behind, and a minute is allowed',
    summary: 'The app’s clock is as wrong as before. It allows for a minute, and 30 seconds do not matter.',
    result: 'success',
    settings: { app_clock: -30 },
    script: signedIn,
    goal: {
      description: 'One sign-in, one session, and the photos.',
      reached: (trace) => sessions(trace) === 1 && hasPhotos(trace),
    },
  },
  {
    id: 'clock-ahead',
    title: 'The app’s clock is ahead',
    summary:
      'The ID token lives for five minutes. By the app’s clock those are over when it comes. Here the app says so.',
    result: 'failure',
    settings: { app_clock: 400 },
    script: signedIn,
    goal: {
      description: 'The app refuses an ID token that is seconds old.',
      reached: (trace) => failedCheck(trace, 'invalid_id_token') && shows(trace, 'tab', 'The ID token has expired'),
    },
    remedy: 'happy',
    trouble: {
      code: 'The ID token has expired, right after the sign-in',
      cause:
        'The app’s clock is ahead of the server’s by more than the ID token lives. Hours later, it was kept too long.',
      remedy: 'Set the clock (NTP). Check an ID token once, when it comes, and keep a session of one’s own.',
    },
  },
  {
    id: 'guard-on-callback',
    title: 'The guard stands before the callback',
    summary:
      'All addresses need a session, also the one at which it would begin. The code comes back, is never redeemed, and the app asks for another one.',
    result: 'failure',
    settings: { guarded: 'everything' },
    script: signedIn,
    goal: {
      description: 'Codes come to the callback, none is redeemed, no session begins, and the browser gives up.',
      reached: (trace) =>
        isLoop(trace) &&
        countMessages(trace, CALLBACK) > 1 &&
        countMessages(trace, REDEEMED) === 0 &&
        sessions(trace) === 0,
    },
    remedy: 'happy',
    trouble: {
      code: 'ERR_TOO_MANY_REDIRECTS, and the token endpoint is never called',
      cause: 'The rule that sends people to sign in also matches the redirect URI, so the code is never looked at.',
      remedy: 'Leave the callback out of the guard, or run it before.',
    },
  },
  {
    id: 'error-ignored',
    title: 'The error is ignored',
    summary:
      'The app asks for something that it may not have. The server says so at once; the app logs it, and begins the next sign-in.',
    result: 'failure',
    settings: { scope: TOO_MUCH, on_error: 'ignored' },
    script: [play],
    goal: {
      description: 'Each answer brings invalid_scope, nobody is asked to sign in, and the browser gives up.',
      reached: (trace) => isLoop(trace) && failedCheck(trace, 'scope') && sessions(trace) === 0,
    },
    remedy: 'error-shown',
    trouble: {
      code: 'ERR_TOO_MANY_REDIRECTS with error= in the address',
      cause:
        'The callback treats a failed sign-in as “not signed in yet”. The reason is in its address, and in no page.',
      remedy: 'Show error and error_description, with a button that tries again.',
    },
  },
  {
    id: 'error-shown',
    title: 'The error is shown',
    summary:
      'The app asks for too much as before, and shows what the server said. Whoever runs the app knows what to mend.',
    result: 'failure',
    settings: { scope: TOO_MUCH },
    script: [play],
    goal: {
      description: 'One request, and a page with invalid_scope.',
      reached: (trace) =>
        failedCheck(trace, 'scope') && shows(trace, 'tab', 'invalid_scope') && !failedCheck(trace, 'redirect_count'),
    },
    remedy: 'happy',
    trouble: {
      code: 'invalid_scope at the callback',
      cause: 'The app asks for a scope that it is not registered for.',
      remedy: 'Register the scope, or do not ask for it.',
    },
  },
  {
    id: 'loop-stopped',
    title: 'The loop is stopped, and says why',
    summary:
      'The cookie is too large as before. After two sign-ins in a row the app shows what is wrong, instead of a third one.',
    result: 'failure',
    settings: { groups: MANY, stops_loops: true },
    script: signedIn,
    goal: {
      description: 'Two sessions are started, the page names the reason, and the browser did not have to give up.',
      reached: (trace) =>
        sessions(trace) === 2 &&
        countAnswers(trace, { host: 'app.example', path: '/photos' }, 500) === 1 &&
        shows(trace, 'tab', 'brings no session cookie') &&
        !failedCheck(trace, 'redirect_count'),
    },
    remedy: 'on-the-server',
    trouble: {
      code: 'redirect_loop: the browser brings no session cookie',
      cause:
        'This is the app’s own message in place of a loop. It tells the cookie from the clock: no cookie came at all.',
      remedy: 'Look at Set-Cookie in the answer of the callback: the developer tools mark it, and say why.',
    },
  },
  {
    id: 'cookies-pile-up',
    title: 'A cookie for each sign-in that began',
    summary:
      'The photos are opened again and again, and nobody signs in. Each time leaves a cookie. At last they are more than the web server reads, and it answers for the app.',
    result: 'failure',
    settings: { sign_in_cookies: 'each' },
    script: [play, ...begunAndLeft],
    goal: {
      description: 'The web server refuses the request, and no sign-in can begin any more.',
      reached: (trace) =>
        failedCheck(trace, 'header_size') &&
        shows(trace, 'tab', 'Request Header Or Cookie Too Large') &&
        sessions(trace) === 0,
    },
    remedy: 'newest-kept',
    trouble: {
      code: '400 Bad Request: Request Header Or Cookie Too Large (or 431)',
      cause:
        'Each sign-in that began has a cookie of its own for its state, and those that nobody finished are still there. All cookies are one header field. In a private window it works.',
      remedy:
        'Keep the newest few and expire the others with each new one; begin no sign-in for a prefetch or a call of a script. A larger limit only helps for a while.',
    },
  },
  {
    id: 'newest-kept',
    title: 'The newest five are kept',
    summary:
      'The photos are opened as often. With each new cookie the app expires the oldest, so five sign-ins at most are under way, and the last one ends well.',
    result: 'success',
    settings: { sign_in_cookies: 'newest' },
    script: [play, ...begunAndLeft, signIn, play, approve, play],
    goal: {
      description: 'No request is refused, and Ada sees her photos.',
      reached: (trace) => !failedCheck(trace, 'header_size') && sessions(trace) === 1 && hasPhotos(trace),
    },
  },
]
