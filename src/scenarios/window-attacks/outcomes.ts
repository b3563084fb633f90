/** The ways through: a popup that tells its page, two messages between windows, and a press that should not have counted. */
import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, countLifecycle, countMessages, failedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'
import { VOUCHERS } from './attacker.ts'

const play: ScriptLine = { type: 'play' }
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const signedIn: ScriptLine[] = [
  play,
  ...act('sign-in'),
  { type: 'submit', window: 'popup', form: 'sign-in', fields: ADA },
  play,
  { type: 'submit', window: 'popup', form: 'consent', fields: { decision: 'approve' } },
  play,
]
const toVouchers: ScriptLine[] = [{ type: 'visit', window: 'tab', url: `${VOUCHERS}/` }, play]
/** Ada is signed in at the server, and has allowed the app before: the popup asks nothing. */
const claimed: ScriptLine[] = [...signedIn, ...toVouchers, ...act('claim')]
const spent: ScriptLine[] = [
  play,
  ...act('own-sign-in'),
  ...toVouchers,
  ...act('spend'),
  { type: 'advance', seconds: 2 },
  play,
]

/** Ada is signed in at the server, and presses a button under which there is another one. */
const pressed: ScriptLine[] = [
  ...signedIn,
  { type: 'visit', window: 'tab', url: `${VOUCHERS}/prize` },
  play,
  ...act('open-prize'),
]

/** What the attacker was shown by the API. */
function attackerSees(trace: Trace, photo: string): boolean {
  return trace.some(
    (event) =>
      event.type === 'held' &&
      event.message.to === 'attacker' &&
      event.message.from === 'api' &&
      event.message.response?.body.includes(photo) === true,
  )
}
const isOwn = (trace: Trace) =>
  shows(trace, 'tab', 'Your photo was uploaded.') && shows(trace, 'popup', 'This window was closed.')

/** The script of the attack with a stolen token. */
const stealing: readonly ScriptLine[] = [...claimed, ...act('read-photos')]
/** The script of the attack with a planted one. */
const planting: readonly ScriptLine[] = [...spent, ...act('upload-in-popup'), ...act('read-photos')]
/** The script of the attack with a press. */
const clickjacking: readonly ScriptLine[] = [...pressed, ...act('read-photos')]
/** What the browser refused, for a reason with this word. Ada has allowed her own app and no other. */
const isStopped = (trace: Trace, word: string) =>
  trace.some((event) => event.type === 'refused' && `${event.what}: ${event.reason}`.includes(word)) &&
  countLifecycle(trace, 'consent', 'issued') === 1

/** Whether the attacker has seen a photo of Ada’s, whichever. */
export const hasPhoto = (trace: Trace) => attackerSees(trace, 'harbour.jpg') || attackerSees(trace, 'passport.jpg')

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'The popup tells its own page',
    summary:
      'Ada signs in in a small window. It redeems the code, hands the token to the page that opened it, and closes.',
    result: 'success',
    script: [...signedIn, ...act('upload')],
    goal: { description: 'Ada’s photo is uploaded, and the popup is closed.', reached: isOwn },
  },
  {
    id: 'leaked',
    title: 'The popup tells whoever opened it',
    summary:
      'A foreign page opens the app’s sign-in. The server knows Ada and asks nothing; state and PKCE are all right; and then the popup posts the token to *, that is, to the foreign page.',
    result: 'failure',
    settings: { target: 'any' },
    script: stealing,
    goal: {
      description: 'The attacker sees Ada’s photos on a computer of their own.',
      reached: (trace) => attackerSees(trace, 'harbour.jpg'),
    },
    remedy: 'exact-target',
    trouble: {
      code: 'postMessage(token, "*") in the callback of a sign-in popup',
      cause: 'Any page can open the popup, and with * the browser delivers the message to it, whoever it is.',
      remedy:
        'Name the origin that may read it: location.origin, where the page is of the same app (RFC 9700 §4.17.2).',
    },
  },
  {
    id: 'exact-target',
    title: 'A message for one’s own origin',
    summary:
      'The same foreign page opens the same popup. The message is meant for a page of the app, and the browser does not deliver it to another one.',
    result: 'success',
    script: claimed,
    goal: {
      description: 'The app got a token for Ada in the popup, and the foreign page has heard nothing.',
      reached: (trace) =>
        countLifecycle(trace, 'access_token', 'issued') === 2 &&
        trace.some(
          ({ type, ...event }) => type === 'refused' && 'what' in event && event.what === 'A message was not delivered',
        ) &&
        countMessages(trace, { host: 'vouchers.example', path: '/collect' }) === 0,
    },
  },
  {
    id: 'planted',
    title: 'A token that somebody else has sent',
    summary:
      'A foreign page opens the app and posts it a token: the attacker’s own. The app does not look who has sent it. Ada uploads her passport, into an account that is not hers.',
    result: 'failure',
    settings: { checks_sender: false },
    script: planting,
    goal: {
      description: 'The attacker finds Ada’s photo in their own account.',
      reached: (trace) => attackerSees(trace, 'passport.jpg'),
    },
    remedy: 'sender-compared',
    trouble: {
      code: 'A message listener that does not compare event.origin',
      cause:
        'A page that has hold of a window can post to it. State and PKCE belong to the sign-in, and here there was none.',
      remedy: 'Compare event.origin with the one origin that may send it, as a whole, and drop everything else.',
    },
  },
  {
    id: 'sender-compared',
    title: 'The sender is compared',
    summary: 'The browser says who has sent the message, the app looks, and goes on as if nothing had been said.',
    result: 'success',
    script: spent,
    goal: {
      description: 'The message came and was refused: the app has no token, and offers to sign in.',
      reached: (trace) =>
        failedCheck(trace, 'message_sender') &&
        shows(trace, 'popup', 'Sign in there first.') &&
        countAnswers(trace, { host: 'vouchers.example', path: '/own-token' }, 200) === 1,
    },
  },
  {
    id: 'clickjacked',
    title: 'The press went to another page',
    summary:
      'Ada presses a button on a foreign page. Over it lies the server’s consent page, which nobody can see, and it is “Allow” that she has pressed.',
    result: 'failure',
    settings: { frame_ancestors: false, x_frame_options: false, server_cookies: 'None' },
    script: clickjacking,
    goal: {
      description: 'The attacker’s app has Ada’s permission, and the attacker sees her photos.',
      reached: (trace) => countLifecycle(trace, 'consent', 'issued') === 2 && attackerSees(trace, 'harbour.jpg'),
    },
    remedy: 'frame-ancestors',
    trouble: {
      code: 'The consent page can be framed (clickjacking)',
      cause:
        'The page says nothing about frames, so any site may show it in one, unseen and where somebody will press.',
      remedy:
        'Send frame-ancestors with every page of the server, and X-Frame-Options for old browsers (RFC 9700 §4.16).',
    },
  },
  {
    id: 'frame-ancestors',
    title: 'frame-ancestors: in no frame',
    summary:
      'The same frame, the same press. The page comes with frame-ancestors, and the browser does not show it: nothing is there to be pressed.',
    result: 'success',
    settings: { x_frame_options: false, server_cookies: 'None' },
    script: pressed,
    goal: {
      description: 'The browser has refused to frame the page, and Ada has allowed nothing.',
      reached: (trace) => isStopped(trace, 'frame-ancestors'),
    },
  },
  {
    id: 'x-frame-options',
    title: 'X-Frame-Options, the older header',
    summary: 'The same with the older header alone. Every browser of today knows it as well.',
    result: 'success',
    settings: { frame_ancestors: false, server_cookies: 'None' },
    script: pressed,
    goal: {
      description: 'The browser has refused to display the page, and Ada has allowed nothing.',
      reached: (trace) => isStopped(trace, 'X-Frame-Options'),
    },
  },
  {
    id: 'lax-cookies',
    title: 'Nobody is signed in in the frame',
    summary:
      'No header forbids the frame. But the server’s cookies are Lax, and stay out of it: it asks for a password, and there is nothing to allow.',
    result: 'success',
    settings: { frame_ancestors: false, x_frame_options: false },
    script: pressed,
    goal: {
      description: 'The session was not sent into the frame, and Ada has allowed nothing.',
      reached: (trace) => isStopped(trace, 'session” was not sent'),
    },
  },
]
