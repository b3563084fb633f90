/** The ways to sign out, and what is left each time. */

import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countLifecycle, countMessages, failedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

const play: ScriptLine = { type: 'play' }
const press = (form: string): ScriptLine => ({ type: 'submit', window: 'tab', form, fields: {} })
const startSignIn: ScriptLine[] = [press('start'), play]
const enterPassword: ScriptLine = { type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }
const approve: ScriptLine = { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } }
const signedIn: ScriptLine[] = [play, ...startSignIn, enterPassword, play, approve, play]
const signOut: ScriptLine[] = [press('sign-out'), play]
/** Ada goes on working: the next page that she opens is the app’s start page again. */
const goOn: ScriptLine[] = [{ type: 'browse', window: 'tab', command: 'reload' }, play]
const answer = (decision: string): ScriptLine => ({
  type: 'submit',
  window: 'tab',
  form: 'end-session',
  fields: { decision },
})

/** How often the server has ended its own session. */
const providerLogouts = (trace: Trace) => countLifecycle(trace, 'session', 'ended')
/** True when the server asked whether to sign out. */
const wasAsked = (trace: Trace) =>
  trace.some((event) => event.type === 'window' && event.view.html.includes('id="end-session"'))
const appSessions = (trace: Trace) => countLifecycle(trace, 'app_session', 'issued')

/** How often “Sign out” was fetched before anybody pressed it. */
const prefetches = (trace: Trace) =>
  countMessages(trace, { direction: 'request', purpose: 'fetch', host: 'app.example', path: '/logout' })

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'both-sessions',
    title: 'Signed out of both',
    summary:
      'The app ends its session and sends Ada to the server, which ends its own. The next sign-in asks for the password.',
    result: 'success',
    script: [...signedIn, ...signOut, ...startSignIn],
    goal: {
      description: 'Both sessions have ended, and the sign-in page asks again.',
      reached: (trace) => providerLogouts(trace) === 1 && shows(trace, 'tab', 'name="password"'),
    },
  },
  {
    id: 'straight-back-in',
    title: 'Logged out and straight back in',
    summary:
      'Only the app’s cookie is gone. One click on “Sign in”, and the server, which still knows Ada, lets her in without a question.',
    result: 'failure',
    settings: { ends: 'app' },
    script: [...signedIn, ...signOut, ...startSignIn],
    goal: {
      description: 'Ada is signed in again and has typed no password.',
      reached: (trace) => appSessions(trace) === 2 && providerLogouts(trace) === 0 && shows(trace, 'tab', 'Signed in'),
    },
    remedy: 'both-sessions',
    trouble: {
      code: 'Logged out and straight back in',
      cause: 'There are two sessions, and only the app’s was ended. The server’s cookie signs in again.',
      remedy: 'Send the browser to the end_session_endpoint, or send prompt=login where that is not wanted.',
    },
  },
  {
    id: 'prompt-login',
    title: 'Asked again by prompt=login',
    summary: 'The server’s session stays, for other apps. This app asks for the password at each sign-in.',
    result: 'success',
    settings: { ends: 'app', asks_again: true },
    script: [...signedIn, ...signOut, ...startSignIn],
    goal: {
      description: 'The server’s session lives on, and its sign-in page still asks.',
      reached: (trace) =>
        countLifecycle(trace, 'app_session', 'ended') === 1 &&
        providerLogouts(trace) === 0 &&
        shows(trace, 'tab', 'name="password"'),
    },
  },
  {
    id: 'expired-hint',
    title: 'The hint has expired',
    summary:
      'The ID token of the sign-in expired long ago. As a hint it is still accepted: it names who is signing out.',
    result: 'success',
    script: [...signedIn, { type: 'advance', seconds: 600 }, ...signOut],
    goal: {
      description: 'The server signs out without a question.',
      reached: (trace) =>
        !wasAsked(trace) &&
        trace.some((event) => event.type === 'clock') &&
        providerLogouts(trace) === 1 &&
        shows(trace, 'tab', 'You have signed out'),
    },
  },
  {
    id: 'no-hint',
    title: 'Without a hint the server asks',
    summary:
      'Any site could send the browser to the logout. Without the ID token the server asks Ada, and she says yes.',
    result: 'success',
    settings: { sends_hint: false },
    script: [...signedIn, ...signOut, answer('approve'), play],
    goal: {
      description: 'After the question both sessions have ended.',
      reached: (trace) => wasAsked(trace) && providerLogouts(trace) === 1 && shows(trace, 'tab', 'You have signed out'),
    },
  },
  {
    id: 'stays-signed-in',
    title: 'Asked, and stayed',
    summary: 'Ada presses “Stay signed in”. The app’s session has ended and the server’s has not: the app cannot know.',
    result: 'failure',
    settings: { sends_hint: false },
    script: [...signedIn, ...signOut, answer('deny'), play],
    goal: {
      description: 'The server’s session lives on.',
      reached: (trace) => providerLogouts(trace) === 0 && shows(trace, 'tab', 'still signed in'),
    },
    remedy: 'both-sessions',
  },
  {
    id: 'unregistered-uri',
    title: 'Nobody is sent to an unregistered address',
    summary: 'The address to return to has one slash too many. The server signs out and shows a page of its own.',
    result: 'failure',
    settings: { post_logout_redirect_uri: 'https://app.example/logged-out/' },
    script: [...signedIn, ...signOut],
    goal: {
      description: 'Signed out, and no redirect.',
      reached: (trace) => providerLogouts(trace) === 1 && failedCheck(trace, 'post_logout_redirect_uri'),
    },
    remedy: 'both-sessions',
    trouble: {
      code: 'The logout ends on the provider’s page',
      cause: 'The post_logout_redirect_uri is not registered, or neither id_token_hint nor client_id says whose it is.',
      remedy: 'Register the address exactly as it is sent.',
    },
  },
  {
    id: 'prefetched',
    title: 'Signed out by a link that nobody pressed',
    summary:
      '“Sign out” is a link, and the framework fetches links ahead. That GET ends the app’s session, and Ada’s next page says that she is not signed in.',
    result: 'failure',
    settings: { signs_out_by: 'link' },
    script: [...signedIn, ...goOn],
    goal: {
      description: 'The app’s session has ended, and Ada has pressed nothing.',
      reached: (trace) =>
        prefetches(trace) === 1 &&
        countLifecycle(trace, 'app_session', 'ended') === 1 &&
        !trace.some((event) => event.type === 'choice' && event.choice.type === 'follow') &&
        shows(trace, 'tab', 'You are not signed in here'),
    },
    remedy: 'button-not-prefetched',
    trouble: {
      code: 'Signed out without a click, as soon as the page shows the “Sign out” link',
      cause:
        'The logout is a GET, and something makes that GET before the click: a framework’s prefetch, a browser’s, a link checker.',
      remedy:
        'Sign out by POST. Where it has to stay a link, mark it as not to be prefetched, and answer prefetches without effect.',
    },
  },
  {
    id: 'button-not-prefetched',
    title: 'A button is not fetched ahead',
    summary: 'The same page with a form. Nothing is sent until Ada presses it, however often she comes by.',
    result: 'success',
    script: [...signedIn, ...goOn, ...signOut],
    goal: {
      description: 'Nothing was fetched ahead, and the press signs out.',
      reached: (trace) =>
        prefetches(trace) === 0 && providerLogouts(trace) === 1 && shows(trace, 'tab', 'You have signed out'),
    },
  },
  {
    id: 'prefetch-without-effect',
    title: 'The prefetch does nothing',
    summary:
      'The link is still fetched ahead. The app sees Sec-Purpose: prefetch and answers with nothing, so the click signs out, and only the click.',
    result: 'success',
    settings: { signs_out_by: 'link', spares_prefetches: true },
    script: [...signedIn, ...goOn, { type: 'follow', window: 'tab', href: '/logout' }, play],
    goal: {
      description: 'Fetched ahead on each page, and ended once, by the click.',
      reached: (trace) =>
        prefetches(trace) === 2 &&
        countLifecycle(trace, 'app_session', 'ended') === 1 &&
        shows(trace, 'tab', 'You have signed out'),
    },
  },
]
