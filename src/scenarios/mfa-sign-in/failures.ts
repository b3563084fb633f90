/** What can go wrong with a second factor: each failure is made to happen, and is a row of the troubleshooting table. */

import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countLifecycle, countMessages, failedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'
import {
  answered,
  askPhone,
  CODE_AHEAD,
  CODE_AT_START,
  code,
  consent,
  password,
  passwordAgain,
  play,
  press,
} from './beats.ts'

/** A failing outcome: the run that ends in the code, and what to tell the person who searches for it. */
const isSignedInByPhone = (trace: Trace) => shows(trace, 'tab', 'pwd swk mfa')

function failure(given: {
  readonly code: string
  /** Where another outcome ends in the same code. */
  readonly id?: string
  readonly title: string
  readonly summary: string
  readonly script: readonly ScriptLine[]
  readonly settings?: Outcome['settings']
  readonly cause: string
  readonly remedy: string
  readonly working?: string
}): Outcome {
  const {
    code,
    id = code.replaceAll('_', '-'),
    title,
    summary,
    script,
    settings,
    cause,
    remedy,
    working = 'totp',
  } = given
  return {
    id,
    title,
    summary,
    result: 'failure',
    ...(settings && { settings }),
    script,
    goal: {
      description: `The server refuses with ${code}.`,
      // What it refuses to an attacker is no failure, nor is a prompt after which another one was approved.
      reached: (trace) =>
        failedCheck(trace, code) && countMessages(trace, { sender: 'attacker' }) === 0 && !isSignedInByPhone(trace),
    },
    remedy: working,
    trouble: { code, cause, remedy },
  }
}

const signedIn = [...password, ...code(CODE_AT_START), ...consent]

/** A prompt that nobody answers, and the page is told that somebody has. */
const lapsed: readonly ScriptLine[] = [...password, ...askPhone, { type: 'advance', seconds: 60 }, ...answered]

/** The failures, from the first factor to the session, and beside one of them what comes next. */
export const failures: readonly Outcome[] = [
  failure({
    code: 'invalid_credentials',
    title: 'Wrong password',
    summary: 'The first factor fails, so nobody is asked for a second one.',
    script: [
      ...password.slice(0, 3),
      { type: 'submit', window: 'tab', form: 'sign-in', fields: { ...ADA, password: 'wrong horse' } },
      play,
    ],
    cause: 'Username and password do not match.',
    remedy: 'Type them again, or reset the password.',
  }),
  failure({
    code: 'otp_invalid',
    title: 'Wrong code',
    summary: 'The digits belong to another account, or were mistyped.',
    script: [...password, ...code('000000')],
    cause: 'The code does not belong to this account at any time near now.',
    remedy: 'Look for the right account in the authenticator and type what it shows now.',
  }),
  failure({
    code: 'otp_expired',
    title: 'Code too old',
    summary: 'Ada reads the code, is called away, and types it two minutes later.',
    script: [...password, { type: 'advance', seconds: 120 }, ...code(CODE_AT_START)],
    cause: 'The code was right, but its 30 seconds and the leeway have passed.',
    remedy: 'Type the code that the authenticator shows now.',
  }),
  failure({
    code: 'otp_reused',
    title: 'Code used twice',
    summary: 'Ada signs in again within the same 30 seconds and types the same code.',
    script: [...signedIn, ...passwordAgain, ...code(CODE_AT_START)],
    cause: 'A code works once; otherwise somebody looking over a shoulder could use it too (RFC 6238 §5.2).',
    remedy: 'Wait for the next code; it comes within 30 seconds.',
  }),
  failure({
    code: 'otp_clock_skew',
    title: 'Authenticator’s clock is wrong',
    summary: 'The device’s clock is five minutes ahead, so each code comes from the future.',
    settings: { authenticator_skew: 300 },
    script: [...password, ...code('242335')],
    cause: 'One-time codes are computed from the time, and the device’s time differs by more than the leeway.',
    remedy: 'Set the time of the device to automatic. A larger leeway would make guessing easier.',
  }),
  failure({
    code: 'otp_clock_skew',
    id: 'otp-no-window',
    title: 'Half a minute ahead, and no window',
    summary: 'The phone’s clock is half a minute ahead, and the server takes nothing but the code of this very step.',
    settings: { authenticator_skew: 30, leeway_steps: 0 },
    script: [...password, ...code(CODE_AHEAD)],
    cause: 'The server allows no drift. Clocks of phones are off by some seconds, and typing takes some more.',
    remedy:
      'Accept the step before and after as well (RFC 6238 §5.2), at the enrolment too. More than that helps guessing.',
    working: 'totp-within-window',
  }),
  failure({
    code: 'too_many_attempts',
    title: 'Too many attempts',
    summary: 'After three wrong codes even the right one is refused, for five minutes.',
    settings: { max_attempts: 3 },
    script: [...password, ...code('000000'), ...code('111111'), ...code('222222'), ...code(CODE_AT_START)],
    cause: 'That many wrong codes in a row look like guessing (RFC 4226 §7.3).',
    remedy: 'Wait five minutes. If you did not type them, change the password: somebody knows it.',
  }),
  failure({
    code: 'push_denied',
    title: 'Push denied',
    summary: 'The phone asks, and Ada says that it is not her.',
    script: [...password, ...askPhone, ...press('deny-push'), ...answered],
    cause: 'The person pressed “it is not me”.',
    remedy: 'If that was a mistake, ask again. Otherwise somebody else knows the password: change it.',
    working: 'push',
  }),
  failure({
    code: 'push_timeout',
    title: 'Push not answered in time',
    summary: 'The phone is in another room, and the prompt expires after a minute.',
    script: lapsed,
    cause: 'Nobody answered the prompt, or the notification never reached the phone.',
    remedy: 'Have the phone at hand and online, then ask again, or use a one-time code.',
    working: 'push-again',
  }),
  {
    id: 'push-again',
    title: 'Not answered in time, and sent again',
    summary: 'The same prompt expires. The page offers to ask again, and by then Ada has her phone at hand.',
    result: 'success',
    script: [...lapsed, ...askPhone, ...press('choose-1'), ...answered, ...consent],
    goal: {
      description: 'The second prompt is approved, and Ada is signed in.',
      reached: (trace) =>
        failedCheck(trace, 'push_timeout') &&
        countLifecycle(trace, 'push_prompt', 'issued') === 2 &&
        isSignedInByPhone(trace),
    },
  },
  failure({
    code: 'push_number_mismatch',
    title: 'Wrong number picked',
    summary: 'Ada picks a number that is not on her page, as happens with a prompt that somebody else caused.',
    script: [...password, ...askPhone, ...press('choose-2'), ...answered],
    cause: 'The number picked on the phone is not the one on the sign-in page.',
    remedy: 'Ask again and compare. If you have no page open, deny the prompt and change the password.',
    working: 'push',
  }),
  failure({
    code: 'factor_not_enrolled',
    title: 'No second factor enrolled',
    summary: 'The policy asks for a second factor, and Ada has none.',
    settings: { enrolled: 'none', required: 'always' },
    script: password,
    cause: 'The account has no authenticator, phone or recovery codes.',
    remedy: 'Enrol one in the security settings, where signing in still works, or through the help desk.',
  }),
  failure({
    code: 'device_not_trusted',
    title: 'Trust in the device has expired',
    summary: 'Ada trusted this browser for an hour; after that she is asked for the second factor again.',
    settings: { device_trust_lifetime: 3600 },
    script: [
      ...password,
      ...code(CODE_AT_START, 'yes'),
      ...consent,
      { type: 'advance', seconds: 3600 },
      ...passwordAgain,
    ],
    cause: 'The trust in the device has expired, or its cookie belongs to another account.',
    remedy: 'Pass the second factor, and trust the browser again.',
    working: 'trusted-device',
  }),
  failure({
    code: 'session_expired',
    title: 'Session expired',
    summary: 'Fifteen minutes after the second factor the session expires, and Ada signs in again.',
    script: [...signedIn, { type: 'advance', seconds: 900 }, { type: 'act', action: 'sign-in' }, play],
    cause: 'A session with a second factor is kept short.',
    remedy: 'Sign in again. An app that needs longer uses refresh tokens.',
    working: 'short-session',
  }),
  failure({
    code: 'session_revoked',
    title: 'Session revoked',
    summary: 'The operator ends Ada’s sessions. Her browser still has the cookie, but it opens nothing.',
    script: [...signedIn, ...press('revoke-sessions'), { type: 'act', action: 'sign-in' }, play],
    cause: 'Somebody with the right to do so ended the session: the operator, or Ada from another device.',
    remedy: 'Sign in again. If nobody should have ended it, ask the operator why.',
    working: 'short-session',
  }),
]
