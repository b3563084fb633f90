/** The ways through: a clock that is behind or ahead, at the one who signs or at the one who checks. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, countMessages, failedCheck, passedCheck } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'

const play: ScriptLine = { type: 'play' }
const runJob: ScriptLine[] = [play, { type: 'act', action: 'run-job' }, play]
const callAfterExpiry: ScriptLine[] = [
  ...runJob,
  { type: 'advance', to: 'access_token' },
  { type: 'act', action: 'call-again' },
  play,
]

const CALL: MessagePattern = { host: 'service-b.example' }
const TOKEN: MessagePattern = { parameters: { grant_type: 'client_credentials' } }

const isRead = (trace: Trace) => countAnswers(trace, CALL, 200) === 1
/** The assertion was refused, for a reason that names this claim. */
function isAssertionRefused(trace: Trace, claim: string): boolean {
  return (
    countMessages(trace, CALL) === 0 &&
    trace.some(
      (event) =>
        event.type === 'note' &&
        event.note.type === 'check' &&
        event.note.rule === 'client_assertion' &&
        event.note.message.includes(`"${claim}" claim timestamp check failed`),
    )
  )
}

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'All clocks agree',
    summary: 'Service A signs an assertion, gets a token for it, and reads the invoices of Service B.',
    result: 'success',
    script: runJob,
    goal: {
      description: 'The assertion passes, and Service B answers.',
      reached: (trace) => passedCheck(trace, 'client_assertion') && isRead(trace),
    },
  },
  {
    id: 'assertion-expired',
    title: 'The signer’s clock is behind',
    summary:
      'Service A is 90 seconds behind. Its assertion is good for a minute, and by the server’s clock that minute is over before it arrives.',
    result: 'failure',
    settings: { a_clock: -90 },
    script: runJob,
    goal: {
      description: 'The server refuses the assertion by its exp, and Service B is never called.',
      reached: (trace) => isAssertionRefused(trace, 'exp'),
    },
    remedy: 'longer-assertion',
    trouble: {
      code: 'invalid_client: "exp" claim timestamp check failed',
      cause: 'An assertion that was just signed has expired already: the machine that signs is behind.',
      remedy: 'Set its clock (NTP). Until then sign for some minutes: a jti keeps an assertion from being used twice.',
    },
  },
  {
    id: 'longer-assertion',
    title: 'Behind, and signed for five minutes',
    summary: 'The clock is as wrong as before. Five minutes leave room for it.',
    result: 'success',
    settings: { a_clock: -90, assertion_lifetime: 300 },
    script: runJob,
    goal: {
      description: 'The assertion passes, and Service B answers.',
      reached: (trace) => passedCheck(trace, 'client_assertion') && isRead(trace),
    },
  },
  {
    id: 'assertion-too-early',
    title: 'The signer’s clock is ahead',
    summary:
      'Service A is 90 seconds ahead and says from when its assertion is good. By the server’s clock that is still to come.',
    result: 'failure',
    settings: { a_clock: 90, says_not_before: true },
    script: runJob,
    goal: {
      description: 'The server refuses the assertion by its nbf, and Service B is never called.',
      reached: (trace) => isAssertionRefused(trace, 'nbf'),
    },
    remedy: 'without-nbf',
    trouble: {
      code: 'invalid_client: "nbf" claim timestamp check failed',
      cause:
        'The machine that signs is ahead of the one that checks. A minute and a half later the same assertion would pass.',
      remedy:
        'Set its clock (NTP). Until then leave nbf out, which is optional, or set it back by more than the clock is ahead.',
    },
  },
  {
    id: 'without-nbf',
    title: 'Ahead, and no “not before”',
    summary: 'The clock is as wrong as before. Without nbf nobody looks at when the assertion was made.',
    result: 'success',
    settings: { a_clock: 90 },
    script: runJob,
    goal: {
      description: 'The assertion passes, and Service B answers.',
      reached: (trace) => passedCheck(trace, 'client_assertion') && isRead(trace),
    },
  },
  {
    id: 'expired-at-once',
    title: 'The checker’s clock is ahead',
    summary:
      'Service B is five and a half minutes ahead. A token is good for five minutes, so each new one has expired when it gets there.',
    result: 'failure',
    settings: { b_clock: 330 },
    script: [...runJob, ...runJob],
    goal: {
      description: 'Two new tokens, and Service B says of both that they have expired.',
      reached: (trace) =>
        countAnswers(trace, TOKEN, 200) === 2 && countAnswers(trace, CALL, 401) === 2 && failedCheck(trace, 'expiry'),
    },
    remedy: 'with-leeway',
    trouble: {
      code: 'A fresh token has expired: 401 invalid_token on one machine',
      cause:
        'The service that checks is ahead by more than the token lives. A new token, which is what a 401 asks for, does not help.',
      remedy: 'Set its clock (NTP), and allow a leeway of a minute. Longer tokens hide it.',
    },
  },
  {
    id: 'with-leeway',
    title: 'Ahead, and a minute is allowed',
    summary: 'The clock is as wrong as before. Service B allows for a minute, and half of one is needed.',
    result: 'success',
    settings: { b_clock: 330, leeway: 60 },
    script: runJob,
    goal: { description: 'Service B answers.', reached: isRead },
  },
  {
    id: 'accepted-too-long',
    title: 'The checker’s clock is behind',
    summary:
      'Service B is two minutes behind. A token that has expired is good there for two minutes more, and nobody notices.',
    result: 'failure',
    settings: { b_clock: -120 },
    script: callAfterExpiry,
    goal: {
      description: 'The token has expired, and Service B answers as before.',
      reached: (trace) => countAnswers(trace, CALL, 200) === 2,
    },
    remedy: 'refused-in-time',
    trouble: {
      code: 'Expired tokens are accepted for some minutes',
      cause:
        'These tokens have no nbf, so no error says so: it is found by whoever compares logs, or by a thief. A leeway that is too long does the same.',
      remedy: 'Watch how far each machine’s clock is off, and keep the leeway to what is needed.',
    },
  },
  {
    id: 'refused-in-time',
    title: 'Refused when it is over',
    summary: 'With the right clock Service B refuses the same token from the second on in which it expires.',
    result: 'success',
    script: callAfterExpiry,
    goal: {
      description: 'One answer, and one refusal for a token that has expired.',
      reached: (trace) => isRead(trace) && failedCheck(trace, 'expiry'),
    },
  },
]
