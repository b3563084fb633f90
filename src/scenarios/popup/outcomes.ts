/** The ways through: a popup that tells its page, one that cannot, one that never comes, and what works whatever the headers say. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countLifecycle, countMessages, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

const CODE_EXCHANGE: MessagePattern = { direction: 'request', parameters: { grant_type: 'authorization_code' } }

const AUTHORIZATION: MessagePattern = {
  direction: 'request',
  host: 'auth.example',
  parameters: { response_type: 'code' },
}

const play: ScriptLine = { type: 'play' }
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const wait = (seconds: number): ScriptLine => ({ type: 'advance', seconds })
const start: ScriptLine[] = [play, ...act('sign-in')]
const signInAt = (window: string): ScriptLine[] => [
  { type: 'submit', window, form: 'sign-in', fields: ADA },
  play,
  { type: 'submit', window, form: 'consent', fields: { decision: 'approve' } },
  play,
]
/** Ada takes a few seconds, as everybody does. */
const inPopup: ScriptLine[] = [...start, wait(2), ...signInAt('popup')]

const isSignedIn = (trace: Trace) =>
  countMessages(trace, CODE_EXCHANGE) === 1 && shows(trace, 'tab', 'The app has an access token.')
const isRefused = (trace: Trace, what: string) => trace.some((event) => event.type === 'refused' && event.what === what)
const isCut = (trace: Trace) => isRefused(trace, 'A popup was cut off from the page that opened it')
/** Ada has signed in, and nobody came for the code. */
const isStranded = (trace: Trace) =>
  countLifecycle(trace, 'authorization_code', 'issued') === 1 &&
  countMessages(trace, CODE_EXCHANGE) === 0 &&
  shows(trace, 'popup', 'No window.opener')

/** True when the page has ever said this. */
const wasShown = (trace: Trace, text: string) =>
  trace.some((event) => event.type === 'window' && event.view.id === 'tab' && event.view.html.includes(text))

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Signed in by a popup',
    summary:
      'Ada presses the button and signs in in a small window. It tells the page where it has come to, and closes.',
    result: 'success',
    script: inPopup,
    goal: {
      description: 'The page has a token, was never left, and the popup is closed.',
      reached: (trace) => isSignedIn(trace) && shows(trace, 'popup', 'This window was closed.'),
    },
  },
  {
    id: 'server-cuts',
    title: 'The server’s page cuts the popup off',
    summary:
      'The server sends Cross-Origin-Opener-Policy: same-origin. For the page the popup is closed at once, and it says so, while Ada sees the sign-in page and types. Afterwards the popup finds nobody to tell.',
    result: 'failure',
    settings: { server_policy: 'same-origin' },
    script: inPopup,
    goal: {
      description: 'The page calls the popup closed before Ada has typed anything, and her code is never redeemed.',
      reached: (trace) => isCut(trace) && isStranded(trace) && shows(trace, 'tab', 'Popup closed by user'),
    },
    remedy: 'channel',
    trouble: {
      code: 'Popup closed by user, although nobody has closed it',
      cause:
        'A page in the popup has a Cross-Origin-Opener-Policy of its own. The browser cuts the two windows apart, and popup.closed is true from then on.',
      remedy:
        'Have the callback page tell it by a BroadcastChannel and do not look at popup.closed; sign in by a redirect; or have the server leave the header out.',
    },
  },
  {
    id: 'waits-for-ever',
    title: 'Cut off, and the page waits for ever',
    summary:
      'The same header, and a page that does not look whether the popup is there. Ada signs in, the popup says that nobody waits, and the page goes on waiting.',
    result: 'failure',
    settings: { server_policy: 'same-origin', handover: 'opener' },
    script: [...inPopup, wait(600)],
    goal: {
      description: 'Ten minutes later the page still waits for a popup that cannot reach it.',
      reached: (trace) => isCut(trace) && isStranded(trace) && shows(trace, 'tab', 'Please go on in the other window'),
    },
    remedy: 'redirect',
    trouble: {
      code: 'The popup shows the app, or “No window.opener”, and the page hangs',
      cause: 'The popup was cut off from the page that opened it, so window.opener is null on the callback page.',
      remedy: 'Sign in by a redirect, or hand the answer over by a BroadcastChannel.',
    },
  },
  {
    id: 'channel',
    title: 'Cut off, and told by a channel',
    summary:
      'The same header. The callback page speaks to all pages of its origin, and the page that waits is one of them.',
    result: 'success',
    settings: { server_policy: 'same-origin', handover: 'channel' },
    script: inPopup,
    goal: {
      description: 'The two windows are cut apart, and the page has a token.',
      reached: (trace) => isCut(trace) && isSignedIn(trace),
    },
  },
  {
    id: 'redirect',
    title: 'The same header, and a redirect',
    summary: 'Without a popup there is nothing to cut. The page is left and loaded anew.',
    result: 'success',
    settings: { server_policy: 'same-origin', handover: 'redirect' },
    script: [...start, wait(2), ...signInAt('tab')],
    goal: {
      description: 'The page has a token, and no window was opened.',
      reached: (trace) => isSignedIn(trace) && !isCut(trace),
    },
  },
  {
    id: 'app-cuts',
    title: 'The app’s own page cuts the popup off',
    summary:
      'The app was isolated, for something else that it needs. A page that is same-origin shares windows with its own origin alone, and the server is another one.',
    result: 'failure',
    settings: { app_policy: 'same-origin' },
    script: inPopup,
    goal: {
      description: 'The page calls the popup closed, and Ada’s code is never redeemed.',
      reached: (trace) => isCut(trace) && isStranded(trace) && shows(trace, 'tab', 'Popup closed by user'),
    },
    remedy: 'allow-popups',
    trouble: {
      code: 'Popup sign-in fails since Cross-Origin-Opener-Policy: same-origin was added',
      cause: 'The app’s own header cuts off every popup that shows another origin.',
      remedy: 'same-origin-allow-popups on the page that opens it, or a redirect where the page has to be isolated.',
    },
  },
  {
    id: 'allow-popups',
    title: 'The app allows popups',
    summary:
      'With same-origin-allow-popups the page keeps the windows that it opens itself, if they show pages without the header. The callback page has none.',
    result: 'success',
    settings: { app_policy: 'same-origin-allow-popups' },
    script: inPopup,
    goal: {
      description: 'The page has a token, and nothing was cut.',
      reached: (trace) => isSignedIn(trace) && !isCut(trace),
    },
  },
  {
    id: 'callback-cuts',
    title: 'Cut off on the way back',
    summary:
      'The header is set for all pages of the app. In the popup the callback page comes after the server’s, which has none, and is cut off by its own header: Ada has nearly made it.',
    result: 'failure',
    settings: { app_policy: 'same-origin-allow-popups', callback_policy: true },
    script: [...inPopup, wait(1)],
    goal: {
      description: 'The callback page has no opener, and the page calls the popup closed.',
      reached: (trace) => isCut(trace) && isStranded(trace) && shows(trace, 'tab', 'Popup closed by user'),
    },
    remedy: 'allow-popups',
    trouble: {
      code: 'window.opener is null on the callback page, with same-origin-allow-popups',
      cause:
        'The exception is for a page that opens a popup. A page in the popup that has the header itself is cut off.',
      remedy: 'Leave the header out on the callback page.',
    },
  },
  {
    id: 'blocked',
    title: 'The popup is blocked',
    summary:
      'The app opens it by itself when the page loads. Nobody has pressed anything, so the browser opens nothing. Ada sees an error, or a small icon in the address bar.',
    result: 'failure',
    settings: { opens: 'load' },
    script: [play],
    goal: {
      description: 'The browser opens no window, and nothing was sent to the server.',
      reached: (trace) =>
        isRefused(trace, 'A popup was blocked') &&
        shows(trace, 'tab', 'popup_blocked') &&
        countMessages(trace, { host: 'auth.example' }) === 0,
    },
    remedy: 'happy',
    trouble: {
      code: 'popup_blocked: window.open returns null',
      cause: 'The popup was opened without a click, or so long after one that it no longer counts.',
      remedy: 'Open it in the click itself, before anything is awaited that takes long; or sign in by a redirect.',
    },
  },
  {
    id: 'closed',
    title: 'Ada closes the popup',
    summary:
      'She has changed her mind. The page looks twice a second whether the popup is there, and offers a new sign-in.',
    result: 'failure',
    script: [...start, ...act('close-popup'), wait(1)],
    goal: {
      description: 'The page says so within a second, and nobody was cut off.',
      reached: (trace) => shows(trace, 'tab', 'Popup closed by user') && !isCut(trace),
    },
    remedy: 'happy',
    trouble: {
      code: 'popup_closed, user_cancelled',
      cause: 'The person has closed the window. There is no answer, and there will be none.',
      remedy: 'Take it as a no: offer to start again, and do not open another one.',
    },
  },
  {
    id: 'closed-unseen',
    title: 'Ada closes the popup, and the page does not see it',
    summary:
      'With a channel the page cannot tell a closed popup from one that is cut off, so it does not look. It waits until its time is up, and the button is gone for a minute.',
    result: 'failure',
    settings: { handover: 'channel' },
    script: [...start, ...act('close-popup'), wait(60)],
    goal: {
      description: 'Nothing happens for a minute, then the page gives up.',
      reached: (trace) => shows(trace, 'tab', 'timed_out') && !isCut(trace),
    },
    remedy: 'cancelled',
    trouble: {
      code: 'timed_out a minute after the popup was closed',
      cause:
        'By a channel nobody hears that a window was closed, and popup.closed cannot be trusted where headers may cut.',
      remedy:
        'Offer “Cancel” beside the waiting, as in the run beside this one. Where no page has the header, looking at popup.closed says it within a second.',
    },
  },
  {
    id: 'cancelled',
    title: 'Ada closes the popup, cancels, and starts again',
    summary:
      'The page cannot see that the popup was closed, as before. Beside the waiting it has a button “Cancel”: she presses it, and the next popup signs her in.',
    result: 'success',
    settings: { handover: 'channel', offers_cancel: true },
    script: [
      ...start,
      ...act('close-popup'),
      wait(2),
      ...act('cancel'),
      ...act('sign-in'),
      wait(2),
      ...signInAt('popup'),
    ],
    goal: {
      description: 'Seconds later the page has a token, from the second popup.',
      reached: (trace) =>
        isSignedIn(trace) && countMessages(trace, AUTHORIZATION) === 2 && !wasShown(trace, 'timed_out'),
    },
  },
]
