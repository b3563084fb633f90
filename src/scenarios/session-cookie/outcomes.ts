/** The ways through: what the cookie does for the page, and what others try with it. */

import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { answered, countLifecycle, countMessages, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

const play: ScriptLine = { type: 'play' }
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const press = (form: string): ScriptLine[] => [{ type: 'submit', window: 'tab', form, fields: {} }, play]
const enterPassword: ScriptLine = { type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }
const approve: ScriptLine = { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } }
const signedIn: ScriptLine[] = [play, ...press('start'), enterPassword, play, approve, play]
const sessionOver: ScriptLine[] = [...signedIn, { type: 'advance', to: 'app_session' }]
const forgery: ScriptLine[] = [...signedIn, ...act('open-bait'), ...press('prize')]

/** True when the backend gave an actor what it asked for at `/api/`. */
function isServed(trace: Trace, actor: string, method = 'GET'): boolean {
  return trace.some(
    (event) =>
      event.type === 'held' &&
      event.message.from === 'bff' &&
      event.message.to === actor &&
      event.message.request.method === method &&
      event.message.request.url.includes('/api/') &&
      event.message.response?.status === 200,
  )
}

/** True when the attacker's collection has this text at the end. */
function isStolen(trace: Trace, text: string): boolean {
  const last = trace.findLast((event) => event.type === 'state' && event.actor === 'attacker')
  return last?.type === 'state' && JSON.stringify(last.state).includes(text)
}

/** True when the browser kept the session cookie from somebody, for this reason. */
function isKeptBack(trace: Trace, reason: string): boolean {
  return trace.some(
    (event) => event.type === 'refused' && event.what.includes('__Host-session') && event.reason.includes(reason),
  )
}

/** True when the browser followed a redirect for a script, and what it came to is of another origin that does not allow it. */
function isRedirectBlocked(trace: Trace): boolean {
  return trace.some((event) => event.type === 'refused' && event.reason.includes('(redirected from '))
}

/** True when some message that reached the browser or its script had a token in it. */
function hasTokenInBrowser(trace: Trace): boolean {
  return trace.some(
    (event) =>
      event.type === 'held' &&
      ['browser', 'app'].includes(event.message.to) &&
      event.message.response?.body.includes('access_token') === true,
  )
}

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Signed in, and no token in the browser',
    summary: 'The backend signs Ada in and keeps the tokens. The page’s script calls the backend, which calls the API.',
    result: 'success',
    script: [...signedIn, ...act('photos')],
    goal: {
      description: 'The page shows the photos, and no message to the browser had a token.',
      reached: (trace) => shows(trace, 'tab', 'harbour.jpg') && !hasTokenInBrowser(trace),
    },
  },
  {
    id: 'order',
    title: 'Ordered from the page itself',
    summary: 'The page’s own script sets the header that the backend asks for, so the order goes through.',
    result: 'success',
    script: [...signedIn, ...act('order')],
    goal: { description: 'The script’s order goes through.', reached: (trace) => isServed(trace, 'app', 'POST') },
  },
  {
    id: 'refreshed',
    title: 'Refreshed behind the scenes',
    summary: 'The access token has expired. The backend refreshes it, and the page notices nothing.',
    result: 'success',
    script: [...signedIn, { type: 'advance', to: 'access_token' }, ...act('photos')],
    goal: {
      description: 'A 401 for the backend, a refresh, and photos for the page.',
      reached: (trace) =>
        answered(trace, 'api', 401) &&
        countLifecycle(trace, 'refresh_token', 'rotated') === 1 &&
        shows(trace, 'tab', 'harbour.jpg'),
    },
  },
  {
    id: 'csrf-same-site',
    title: 'Forged order: stopped by SameSite',
    summary:
      'Another site’s form posts to the app. The browser leaves the Lax cookie out, so to the backend nobody is signed in.',
    result: 'success',
    settings: { requires_header: false },
    script: forgery,
    goal: {
      description: 'The cookie is not sent, and nothing is ordered.',
      reached: (trace) =>
        isKeptBack(trace, 'SameSite=Lax') && answered(trace, 'bff', 401) && !isServed(trace, 'browser', 'POST'),
    },
  },
  {
    id: 'csrf-works',
    title: 'Forged order: it works',
    summary:
      'With SameSite=None and nothing else, the browser sends the cookie with the form of the other site. Ada has ordered.',
    result: 'failure',
    settings: { same_site: 'None', requires_header: false },
    script: forgery,
    goal: {
      description: 'The form’s order goes through, although Ada never wanted it.',
      reached: (trace) => isServed(trace, 'browser', 'POST'),
    },
    remedy: 'csrf-same-site',
    trouble: {
      code: 'Orders that nobody placed (CSRF)',
      cause:
        'The browser sends the cookie with requests that other sites cause, and nothing else says who wanted them.',
      remedy: 'SameSite=Lax or Strict, and a header or token that another site cannot send.',
    },
  },
  {
    id: 'csrf-header',
    title: 'Forged order: stopped by the header',
    summary: 'The cookie is sent (SameSite=None), but a form cannot set a header, so the backend refuses.',
    result: 'success',
    settings: { same_site: 'None' },
    script: forgery,
    goal: {
      description: 'The backend answers 403.',
      reached: (trace) => answered(trace, 'bff', 403) && !isServed(trace, 'browser', 'POST'),
    },
  },
  {
    id: 'xss-http-only',
    title: 'Injected script: no cookie to read',
    summary:
      'A script that got into the page reads document.cookie. The session cookie is HttpOnly, so there is nothing.',
    result: 'success',
    script: [...signedIn, ...act('steal-cookie')],
    goal: {
      description: 'The attacker gets an empty cookie.',
      reached: (trace) => isKeptBack(trace, 'HttpOnly') && isStolen(trace, 'no cookie'),
    },
  },
  {
    id: 'xss-steals-cookie',
    title: 'Injected script: the cookie is stolen',
    summary: 'Without HttpOnly the script sends the cookie away, and the attacker uses it from another computer.',
    result: 'failure',
    settings: { http_only: false },
    script: [...signedIn, ...act('steal-cookie')],
    goal: {
      description: 'The backend answers the attacker’s own computer.',
      reached: (trace) => isServed(trace, 'attacker') && isStolen(trace, 'harbour.jpg'),
    },
    remedy: 'xss-http-only',
    trouble: {
      code: 'The session is used from elsewhere',
      cause: 'A script could read the session cookie.',
      remedy: 'Set HttpOnly on it, and a content security policy on the page.',
    },
  },
  {
    id: 'xss-rides-session',
    title: 'Injected script: uses the session on the spot',
    summary:
      'HttpOnly hides the cookie but does not stop its use: from inside the page the script calls the backend like any other.',
    result: 'failure',
    script: [...signedIn, ...act('ride-session')],
    goal: {
      description: 'The attacker has Ada’s photos and no cookie.',
      reached: (trace) => !isServed(trace, 'attacker') && isStolen(trace, 'harbour.jpg'),
    },
    remedy: 'happy',
    trouble: {
      code: 'Requests by an injected script',
      cause: 'The browser cannot tell the page’s own script from one that was injected into it.',
      remedy: 'Keep scripts out: content security policy, escaping, few dependencies. A BFF protects only the tokens.',
    },
  },
  {
    id: 'session-expired',
    title: 'Session expired',
    summary: 'The backend no longer knows the cookie and answers 401. The page offers to sign in.',
    result: 'failure',
    script: [...sessionOver, ...act('photos')],
    goal: {
      description: 'The page says that the session has ended.',
      reached: (trace) => answered(trace, 'bff', 401) && shows(trace, 'tab', 'Your session is over'),
    },
    remedy: 'signed-in-again',
    trouble: {
      code: 'no_session',
      cause: 'The app’s own session has expired; the tokens may still be valid.',
      remedy: 'Sign in again. While the authorization server still knows the person, they see no page.',
    },
  },
  {
    id: 'call-redirected',
    title: 'Call redirected to the sign-in page',
    summary:
      'The session is over, and the backend answers the script’s call with a redirect. The browser follows it and refuses the answer: Failed to fetch.',
    result: 'failure',
    settings: { without_session: 'redirect' },
    script: [...sessionOver, ...act('photos')],
    goal: {
      description:
        'The browser stops the call on its way to the authorization server, and the page takes it for the network.',
      reached: (trace) => isRedirectBlocked(trace) && shows(trace, 'tab', 'network_error: Failed to fetch'),
    },
    remedy: 'signed-in-again',
    trouble: {
      code: 'blocked by CORS policy (redirected from …)',
      cause:
        'The backend answers a script as it would a page load: by a redirect to another origin. The sign-in page is not for scripts.',
      remedy:
        'Answer calls with 401, and let the page navigate to the sign-in. Do not ask the authorization server to allow the origin.',
    },
  },
  {
    id: 'signed-in-again',
    title: 'Session over: 401, and signed in again',
    summary:
      'The call is answered with 401, so the page knows what is wrong. It leaves for the sign-in, where Ada is still known, and is back at once.',
    result: 'success',
    script: [...sessionOver, ...act('photos'), ...press('start'), ...act('photos')],
    goal: {
      description: 'A 401, no second password, and then the photos.',
      reached: (trace) =>
        answered(trace, 'bff', 401) &&
        countMessages(trace, { direction: 'request', parameters: { username: ADA.username } }) === 1 &&
        shows(trace, 'tab', 'harbour.jpg'),
    },
  },
]
