/** The ways through: what a hidden frame gets in each browser, and what works in all of them. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, countLifecycle, countMessages, failedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

const play: ScriptLine = { type: 'play' }
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const enterPassword: ScriptLine = { type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }
const approve: ScriptLine = { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } }
const signedIn: ScriptLine[] = [play, ...act('sign-in'), enterPassword, play, approve, play]
const renewed: ScriptLine[] = [...signedIn, { type: 'advance', to: 'access_token' }, ...act('renew')]

const SILENT: MessagePattern = { direction: 'request', parameters: { prompt: 'none' } }
const REFRESH: MessagePattern = { parameters: { grant_type: 'refresh_token' } }

/** Why the browser kept the server’s session cookie out of the frame; `''` when it did not. */
function keptOut(trace: Trace): string {
  const event = trace.findLast((entry) => entry.type === 'refused' && entry.what.includes('authlane-session'))
  return event?.type === 'refused' ? event.reason : ''
}

const tokens = (trace: Trace) => countLifecycle(trace, 'access_token', 'issued')
const isRenewed = (trace: Trace) => tokens(trace) === 2 && shows(trace, 'tab', 'a new access token')
const isAskedAgain = (trace: Trace) =>
  tokens(trace) === 1 && shows(trace, 'tab', 'login_required') && shows(trace, 'tab', 'You have been signed out')

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Renewed in a hidden frame',
    summary:
      'The token has expired. The app opens the server in a frame that nobody sees; the browser sends the session cookie, and a new code comes back.',
    result: 'success',
    script: renewed,
    goal: {
      description: 'A second token, and Ada has seen nothing of it.',
      reached: (trace) => countMessages(trace, SILENT) === 1 && isRenewed(trace),
    },
  },
  {
    id: 'blocked',
    title: 'Third-party cookies are blocked',
    summary:
      'In Safari the server in the frame is a third party and gets no cookie. It knows nobody, may not ask, and says so. Ada is signed out, a few minutes after she signed in.',
    result: 'failure',
    settings: { third_party_cookies: 'block' },
    script: renewed,
    goal: {
      description: 'The browser keeps the session cookie out of the frame, and the answer is login_required.',
      reached: (trace) => isAskedAgain(trace) && keptOut(trace).includes('blocks third-party cookies'),
    },
    remedy: 'by-refresh-token',
    trouble: {
      code: 'login_required in Safari, Brave and private windows',
      cause:
        'The session is there, and its cookie is not sent from a frame of another site. In the window itself it is.',
      remedy: 'Renew with a refresh token that is rotated, or put app and server on one site.',
    },
  },
  {
    id: 'by-refresh-token',
    title: 'Blocked, and renewed with a refresh token',
    summary:
      'The browser blocks as before. A refresh token needs no cookie: the app sends it to the token endpoint itself.',
    result: 'success',
    settings: { third_party_cookies: 'block', renewal: 'refresh_token' },
    script: renewed,
    goal: {
      description: 'A second token by a refresh, and no frame.',
      reached: (trace) =>
        isRenewed(trace) && countAnswers(trace, REFRESH, 200) === 1 && countMessages(trace, SILENT) === 0,
    },
  },
  {
    id: 'in-the-window',
    title: 'Blocked, and renewed in the window itself',
    summary:
      'The browser blocks as before. The same request in the window itself has the cookie: this is how to tell that the session is there.',
    result: 'success',
    settings: { third_party_cookies: 'block', renewal: 'page' },
    script: renewed,
    goal: {
      description: 'A second token by prompt=none without a page; the app was loaded anew for it.',
      reached: (trace) => isRenewed(trace) && countMessages(trace, SILENT) === 1 && keptOut(trace) === '',
    },
  },
  {
    id: 'partitioned',
    title: 'Third-party cookies are kept apart',
    summary:
      'Firefox has a jar of its own for the server in frames of this app, and it is empty. (For a while after a sign-in in the same tab it may make an exception; here it makes none.)',
    result: 'failure',
    settings: { third_party_cookies: 'partition' },
    script: renewed,
    goal: {
      description: 'The session cookie is in another jar, and the answer is login_required.',
      reached: (trace) => isAskedAgain(trace) && keptOut(trace).includes('another jar'),
    },
    remedy: 'same-site',
    trouble: {
      code: 'login_required in Firefox, and no cookie is shown as blocked',
      cause:
        'Cookies are kept apart by the site in the address bar (Total Cookie Protection). The frame’s jar has none, so there is nothing to block. It can work for a while after a sign-in in the same tab, and fail then.',
      remedy: 'Put app and server on one site, or renew with a refresh token.',
    },
  },
  {
    id: 'same-site',
    title: 'Kept apart, and the app is on the server’s site',
    summary:
      'The browser keeps third parties apart as before. The app is at prints.auth.example: the server is no third party, and the cookie is sent.',
    result: 'success',
    settings: { third_party_cookies: 'partition', app_site: 'server' },
    script: renewed,
    goal: {
      description: 'A second token by the hidden frame.',
      reached: (trace) => countMessages(trace, SILENT) === 1 && isRenewed(trace),
    },
  },
  {
    id: 'session-over',
    title: 'The session at the server is over',
    summary: 'The session has ended, and its cookie with it. Nobody is signed in: this is what login_required is for.',
    result: 'failure',
    settings: { session_lifetime: 300 },
    script: renewed,
    goal: {
      description: 'The browser allows the cookie and has none left, and the answer is login_required.',
      reached: (trace) => isAskedAgain(trace) && keptOut(trace).startsWith('It expired at'),
    },
    remedy: 'happy',
    trouble: {
      code: 'login_required in every browser',
      cause: 'Nobody is signed in at the server any more, or never was. With a page it would ask for the password.',
      remedy: 'Take it as “signed out”, and offer a sign-in. Do not try prompt=none again at once.',
    },
  },
  {
    id: 'no-answer',
    title: 'The frame never answers',
    summary:
      'The page that the frame should come back to is not registered. The server shows an error where nobody sees it, and the app waits for ten seconds.',
    result: 'failure',
    settings: { frame_page: 'unregistered' },
    script: [...renewed, { type: 'advance', seconds: 10 }],
    goal: {
      description: 'The server refuses the redirect URI, its page is not shown in a frame, and the app gives up.',
      reached: (trace) => failedCheck(trace, 'redirect_uri') && shows(trace, 'tab', 'Frame window timed out'),
    },
    remedy: 'happy',
    trouble: {
      code: 'Frame window timed out',
      cause:
        'No page in the frame has said anything: the server showed one of its own, which may not even be in a frame.',
      remedy: 'Register the page of the frame. Open the frame’s address in a tab of its own to see what it says.',
    },
  },
  {
    id: 'missing-state',
    title: 'The helper has forgotten the sign-in',
    summary:
      'A helper on another site has signed Ada in and keeps the result. In a frame of the app it has another storage, and finds nothing there.',
    result: 'failure',
    settings: { helper: 'vendor' },
    script: signedIn,
    goal: {
      description: 'The helper has got a token, and in the frame it has none to hand over.',
      reached: (trace) => tokens(trace) === 1 && failedCheck(trace, 'missing_initial_state'),
    },
    remedy: 'own-helper',
    trouble: {
      code: 'missing initial state: storage is partitioned',
      cause:
        'Storage in a frame is kept apart by the site in the address bar, in Chrome as well, whatever is set for cookies.',
      remedy: 'Serve the helper from a host of the app’s own site, or sign in without it.',
    },
  },
  {
    id: 'own-helper',
    title: 'The helper is on the app’s site',
    summary: 'The same helper at helper.app.example. In a frame of the app it has the storage that it wrote to.',
    result: 'success',
    settings: { helper: 'own' },
    script: signedIn,
    goal: {
      description: 'The app gets the token from the frame.',
      reached: (trace) => tokens(trace) === 1 && shows(trace, 'tab', 'The app has an access token.'),
    },
  },
  {
    id: 'not-allowed-yet',
    title: 'The frame asks for more',
    summary:
      'Ada has allowed the app to see photos. The frame asks to change them as well, and nobody can ask her there.',
    result: 'failure',
    settings: { frame_asks: 'scope' },
    script: renewed,
    goal: {
      description: 'The answer is consent_required, and Ada is signed out in the app.',
      reached: (trace) => tokens(trace) === 1 && shows(trace, 'tab', 'consent_required'),
    },
    remedy: 'happy',
    trouble: {
      code: 'consent_required: The person has not allowed',
      cause: 'The person, or an administrator, has not allowed what is asked for, and a frame may show no page.',
      remedy: 'Ask in the whole window, where the page can be shown; in the frame ask for what was allowed.',
    },
  },
  {
    id: 'second-factor-due',
    title: 'The frame asks for a second factor',
    summary: 'The frame asks for a stronger sign-in than Ada’s. That takes a page, and a frame may show none.',
    result: 'failure',
    settings: { frame_asks: 'second_factor' },
    script: renewed,
    goal: {
      description: 'The answer is interaction_required, and Ada is signed out in the app.',
      reached: (trace) => tokens(trace) === 1 && shows(trace, 'tab', 'interaction_required'),
    },
    remedy: 'happy',
    trouble: {
      code: 'interaction_required: a page is needed',
      cause: 'The session is there, and something has to be shown: a second factor, terms, an account to choose.',
      remedy: 'Repeat the request without prompt=none, in the whole window.',
    },
  },
]
