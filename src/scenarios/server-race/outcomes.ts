/** What the database is asked, and what happens in between: each outcome reached by doing it. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { senderOf } from '../../scenario-kit/contract.ts'
import { answered, countLifecycle, countMessages, failedCheck, shows } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'

const REFRESH: MessagePattern = { parameters: { grant_type: 'refresh_token' } }
const REFRESH_REQUEST: MessagePattern = { ...REFRESH, direction: 'request' }
const REFRESH_ANSWER: MessagePattern = { ...REFRESH, direction: 'response' }
const DATABASE_MESSAGE: MessagePattern = { host: 'database.example' }
const DATABASE_ANSWER: MessagePattern = { ...DATABASE_MESSAGE, direction: 'response' }
const PHOTOS: MessagePattern = { path: '/photos' }
const ALBUMS: MessagePattern = { path: '/albums' }
/** The write that makes the second refresh token of the family the current one. */
const STORE: MessagePattern = { ...DATABASE_MESSAGE, direction: 'request', parameters: { current: 'refresh-2' } }

const play: ScriptLine = { type: 'play' }
const deliver = (message: MessagePattern): ScriptLine => ({ type: 'deliver', message })
const expired: ScriptLine = { type: 'advance', to: 'access_token' }
const load: ScriptLine = { type: 'act', action: 'load' }

/** Two refreshes with one token; the answer to the first comes after the answer to the second. Later the app refreshes again. */
const together: ScriptLine[] = [
  expired,
  load,
  { type: 'play', until: REFRESH_ANSWER },
  deliver(DATABASE_ANSWER),
  { type: 'delay', message: REFRESH_ANSWER, seconds: 1 },
  play,
  expired,
  { type: 'act', action: 'load-photos' },
  play,
]

/** The connection to the database breaks as the successor is about to be stored. Ada tries again. */
const broken: ScriptLine[] = [
  expired,
  { type: 'act', action: 'load-photos' },
  { type: 'play', until: STORE },
  { type: 'drop', message: STORE },
  play,
  { type: 'act', action: 'load-photos' },
  play,
]

/** Two refreshes in one second, one after the other; in between the attacker copies the token that the second one uses up. */
const copied: ScriptLine[] = [
  expired,
  load,
  deliver(PHOTOS),
  deliver(ALBUMS),
  deliver(PHOTOS),
  deliver(REFRESH_REQUEST),
  deliver(DATABASE_MESSAGE),
  deliver(DATABASE_ANSWER),
  deliver(REFRESH_ANSWER),
  { type: 'act', action: 'copy' },
  play,
  { type: 'advance', seconds: 120 },
  { type: 'act', action: 'replay' },
  play,
]

const refreshes = (trace: Trace) => countMessages(trace, REFRESH_REQUEST)
const rotations = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'rotated')
const isReplayed = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'replayed') > 0
const isSignedOut = (trace: Trace) => shows(trace, 'tab', 'signed out')
const hasCome = (trace: Trace) => shows(trace, 'tab', 'has come')
/** Whether the API has given the attacker anything. */
const isRobbed = (trace: Trace) =>
  trace.some(
    (event) =>
      event.type === 'held' &&
      event.message.from === 'api' &&
      senderOf(event.message) === 'attacker' &&
      event.message.response?.status === 200,
  )

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'one-statement',
    title: 'Two refreshes, one statement each: one of them rotates',
    summary:
      'Two calls refresh with one token. Each write says which token must be the current one, so the database lets the first through; the second gets the live token, within the reuse window.',
    result: 'success',
    script: together,
    goal: {
      description: 'Three refreshes, two rotations, no replay, and the photos have come.',
      reached: (trace) => refreshes(trace) === 3 && rotations(trace) === 2 && !isReplayed(trace) && hasCome(trace),
    },
  },
  {
    id: 'read-then-write',
    title: 'Read first, then write: signed out a token lifetime later',
    summary:
      'The server reads the row, finds the token current, and writes. Both refreshes read before either writes, so both rotate. The app keeps one new token, the database the other; the next refresh looks like theft.',
    result: 'failure',
    settings: { write_condition: 'none' },
    script: together,
    goal: {
      description: 'Both refreshes rotate the same token; the next one is taken for a replay, and Ada is signed out.',
      reached: (trace) => rotations(trace) === 2 && isReplayed(trace) && isSignedOut(trace),
    },
    remedy: 'one-statement',
    trouble: {
      code: 'Token reuse detected, and nobody has stolen anything',
      cause:
        'The server checks the refresh token with a read and rotates it with a write of its own. Two refreshes at once pass the check, and one of the two new tokens is overwritten. You are signed out at the next refresh.',
      remedy:
        'Put the condition into the write (UPDATE … WHERE the token is still the current one), and issue tokens only when a row has changed.',
    },
  },
  {
    id: 'lost-write',
    title: 'Retired, and the successor never stored: signed out',
    summary:
      'One write retires the old token, a second one stores the new one. The connection breaks in between. The app does right and tries again, with the only token it has; that one is spent.',
    result: 'failure',
    settings: { writes: 'two' },
    script: broken,
    goal: {
      description: 'The server answers 500, the retry is taken for a replay, and Ada is signed out.',
      reached: (trace) =>
        answered(trace, 'auth', 500) && rotations(trace) === 0 && isReplayed(trace) && isSignedOut(trace),
    },
    remedy: 'one-transaction',
    trouble: {
      code: 'invalid_grant after a server_error',
      cause:
        'The old refresh token was retired before its successor was stored, and the process or its connection died in between. No token of the family works any more: you are signed out.',
      remedy: 'Retire and store in one statement or one transaction: either both happen, or the old token stays good.',
    },
  },
  {
    id: 'one-transaction',
    title: 'The write is lost as a whole: the retry works',
    summary:
      'The same connection breaks at the same moment. As there is only one write, nothing has changed: the old token is still the current one, and the retry rotates it.',
    result: 'success',
    script: broken,
    goal: {
      description: 'The server answers 500, and the retry brings the photos.',
      reached: (trace) =>
        answered(trace, 'auth', 500) && rotations(trace) === 1 && !isReplayed(trace) && hasCome(trace),
    },
  },
  {
    id: 'same-second',
    title: 'Compared by the second: a used token works again',
    summary:
      'The database compares when the token was issued with the last refresh, in whole seconds. Two refreshes fell into one second, so the token between them does not look older. Two minutes later an attacker uses a copy of it.',
    result: 'failure',
    settings: { refresh_policy: 'strict', write_condition: 'issue_time' },
    script: copied,
    goal: {
      description: 'No replay is seen, and the API answers the attacker.',
      reached: (trace) => !isReplayed(trace) && isRobbed(trace),
    },
    remedy: 'token-compared',
    trouble: {
      code: 'A used refresh token is accepted again',
      cause:
        'The server takes a token for used when it is older than the last refresh. Its times are in whole seconds, and tokens of one second are all the same age.',
      remedy: 'Compare the token itself, or a counter that grows with each rotation. Never a time.',
    },
  },
  {
    id: 'token-compared',
    title: 'Compared by the token: the copy ends the session',
    summary:
      'The same copy, the same second. The database compares the token that was sent with the current one, so the replay is seen. The attacker gets nothing, and the family ends.',
    result: 'success',
    settings: { refresh_policy: 'strict' },
    script: copied,
    goal: {
      description: 'The replay is seen, and the API answers the attacker nothing.',
      reached: (trace) => isReplayed(trace) && failedCheck(trace, 'refresh_token_replay') && !isRobbed(trace),
    },
  },
]
