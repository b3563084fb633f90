/** Where a mail is read, and who opens its link first. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import {
  countAnswers,
  countLifecycle,
  countMessages,
  failedCheck,
  passedCheck,
  shows,
} from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'
import { attackerIsIn, isSignedIn, mailed, open, play, press, read } from './script.ts'
import { waitingOutcomes } from './waiting-outcomes.ts'

const CODE = '017648'

const openHere: ScriptLine[] = [...read('browser'), ...open('mail')]
const typeCode: ScriptLine[] = [...read('phone'), ...press('tab', 'mail-code', { mail_code: CODE })]

const BY_SCANNER: MessagePattern = { sender: 'mail', host: 'auth.example', path: '/email/link' }

const isOver = (trace: Trace, window: string) => shows(trace, window, 'Email link is invalid or has expired')
/** True when the provider’s scanner has got a code, for which the app gives it nothing. */
const scannerGotCode = (trace: Trace) =>
  countAnswers(trace, { sender: 'mail', host: 'app.example', path: '/callback' }, 400) === 1

/** True when the server has given the attacker’s browser a cookie. */
const attackerHasSession = (trace: Trace) =>
  trace.some(
    (event) =>
      event.type === 'held' &&
      event.message.to === 'attacker' &&
      event.message.from === 'auth' &&
      event.message.response?.headers.some(([name]) => name === 'set-cookie') === true,
  )
const forward: ScriptLine[] = [{ type: 'act', action: 'forwarded' }, play]

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'same-browser',
    title: 'The link, opened where the sign-in began',
    summary:
      'Ada reads her mail in the same browser. The code comes back to the app that keeps the verifier for this very browser.',
    result: 'success',
    script: [...mailed, ...openHere],
    goal: {
      description: 'The link is used once, and Ada is signed in.',
      reached: (trace) => countLifecycle(trace, 'email_link', 'used') === 1 && isSignedIn(trace, 'mail'),
    },
  },
  {
    id: 'other-device',
    title: 'Opened on the phone: no verifier',
    summary:
      'Ada began on the computer and opens the link on her phone. The server sends a code there, and the app has nothing to redeem it with.',
    result: 'failure',
    script: [...mailed, ...read('phone'), ...open('phone')],
    goal: {
      description: 'The link is used up, and nobody is signed in.',
      reached: (trace) =>
        countLifecycle(trace, 'email_link', 'used') === 1 &&
        failedCheck(trace, 'code_verifier_missing') &&
        shows(trace, 'phone', 'code verifier not found') &&
        countLifecycle(trace, 'app_session', 'issued') === 0,
    },
    remedy: 'typed-code',
    trouble: {
      code: 'PKCE code verifier not found in storage (or: both auth code and code verifier should be non-empty)',
      cause:
        'The link was opened in another browser than the one that began: on a phone, in a mail app’s own browser, in a private window.',
      remedy:
        'Mail a code that is typed where the sign-in began; or have the server refuse the link elsewhere without using it up.',
    },
  },
  {
    id: 'typed-code',
    title: 'A code, read on the phone and typed at the computer',
    summary:
      'The mail brings six digits. Ada may read them wherever she likes; she types them where the sign-in began.',
    result: 'success',
    settings: { mail: 'code' },
    script: [...mailed, ...typeCode],
    goal: {
      description: 'The computer’s browser is signed in.',
      reached: (trace) => passedCheck(trace, 'email_link') && isSignedIn(trace, 'tab'),
    },
  },
  {
    id: 'scanner-first',
    title: 'A mail scanner was faster',
    summary:
      'The mail provider opens the link to look for malware, and that uses it up. The scanner has a code that nobody redeems; Ada’s click is the second.',
    result: 'failure',
    settings: { scanner: 'opens' },
    script: [...mailed, ...openHere],
    goal: {
      description: 'The scanner has used the link, and Ada’s click is refused.',
      reached: (trace) =>
        scannerGotCode(trace) && countLifecycle(trace, 'email_link', 'replayed') === 1 && isOver(trace, 'mail'),
    },
    remedy: 'button',
    trouble: {
      code: 'otp_expired: Email link is invalid or has expired, at the first click',
      cause:
        'A scanner of the mail provider has opened the link before the person did, and a GET was enough to use it up.',
      remedy: 'Let the link show a page with a button, and use it up by that POST alone; or mail a code.',
    },
  },
  {
    id: 'button',
    title: 'A button: to open the link uses nothing up',
    summary:
      'The scanner opens the link and sees a page. Only the button’s POST signs in, and Ada is the one who presses it.',
    result: 'success',
    settings: { scanner: 'opens', mail: 'button' },
    script: [...mailed, ...openHere, ...press('mail', 'press')],
    goal: {
      description: 'The scanner was there, and Ada is signed in.',
      reached: (trace) => countMessages(trace, BY_SCANNER) > 0 && isSignedIn(trace, 'mail'),
    },
  },
  {
    id: 'bound-to-browser',
    title: 'The link works in one browser only',
    summary:
      'The server takes the link in the browser that asked for the mail. The scanner is refused, and a refusal uses nothing up.',
    result: 'success',
    settings: { scanner: 'opens', opens_in: 'asking' },
    script: [...mailed, ...openHere],
    goal: {
      description: 'The scanner is refused, and Ada is signed in.',
      reached: (trace) => failedCheck(trace, 'another_browser') && isSignedIn(trace, 'mail'),
    },
  },
  {
    id: 'scanner-presses',
    title: 'A scanner that presses buttons',
    summary: 'The page has a button, and the scanner presses what it finds. The link is used up as before.',
    result: 'failure',
    settings: { scanner: 'presses', mail: 'button' },
    script: [...mailed, ...openHere, ...press('mail', 'press')],
    goal: {
      description: 'The scanner has pressed, and Ada’s press is refused.',
      reached: (trace) => scannerGotCode(trace) && isOver(trace, 'mail'),
    },
    remedy: 'nothing-to-press',
    trouble: {
      code: 'Email link is invalid or has expired, although its page has a button',
      cause: 'Some scanners run pages and press buttons. A POST is no proof that a person was there.',
      remedy: 'Mail a code to be typed, or take the link in the browser alone that asked for it.',
    },
  },
  {
    id: 'nothing-to-press',
    title: 'A scanner, and nothing to press',
    summary: 'The mail brings a code and no link. The scanner has nothing to open, whatever it would do there.',
    result: 'success',
    settings: { scanner: 'presses', mail: 'code' },
    script: [...mailed, ...typeCode],
    goal: {
      description: 'The scanner was nowhere, and Ada is signed in.',
      reached: (trace) => countMessages(trace, BY_SCANNER) === 0 && isSignedIn(trace, 'tab'),
    },
  },
  {
    id: 'forwarded',
    title: 'A forwarded mail signs somebody else in',
    summary:
      'So that the link works on every device, the app takes an answer in any browser. “Support” tells Ada to forward it, she does, and that is enough.',
    result: 'failure',
    settings: { redeems_in: 'any' },
    script: [...mailed, ...forward],
    goal: { description: 'The app shows the attacker Ada’s orders.', reached: attackerIsIn },
    remedy: 'forwarded-in-vain',
    trouble: {
      code: 'Somebody to whom the mail was forwarded is signed in',
      cause:
        'PKCE was switched off and state is not checked, because the link failed on other devices. Now the mail alone is the key.',
      remedy:
        'Bind the answer to the browser that began. For other devices mail a code, and say in the mail not to pass it on.',
    },
  },
  {
    id: 'forwarded-in-vain',
    title: 'The same mail, without the verifier',
    summary:
      'The attacker opens the link and gets a code. The app keeps the verifier for Ada’s browser and gives nothing for it. Ada has to ask for another mail.',
    result: 'success',
    script: [...mailed, ...forward],
    goal: {
      description: 'The app refuses the code, and the attacker has neither its page nor a session at the server.',
      reached: (trace) =>
        failedCheck(trace, 'code_verifier_missing') && !attackerIsIn(trace) && !attackerHasSession(trace),
    },
  },
  {
    id: 'expired',
    title: 'A mail from yesterday',
    summary:
      'Ada opens the link when its hour is over. The error is the one of a used link; the server’s log knows which it was.',
    result: 'failure',
    script: [...mailed, { type: 'advance', to: 'email_link' }, ...openHere],
    goal: {
      description: 'The link was never used, and is refused.',
      reached: (trace) => countLifecycle(trace, 'email_link', 'used') === 0 && isOver(trace, 'mail'),
    },
    remedy: 'same-browser',
    trouble: {
      code: 'Email link is invalid or has expired, hours later',
      cause: 'The mail was slow, or was read late.',
      remedy: 'Offer to send another one on the page that says so.',
    },
  },
  ...waitingOutcomes,
]
