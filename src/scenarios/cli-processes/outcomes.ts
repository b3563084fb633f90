/** What the two processes do at once, and what guards the file: each one reached by delivering in that order. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countLifecycle, countMessages, shows } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'

const REFRESH_REQUEST: MessagePattern = { direction: 'request', parameters: { grant_type: 'refresh_token' } }
const REFRESH_ANSWER: MessagePattern = { direction: 'response', parameters: { grant_type: 'refresh_token' } }

const play: ScriptLine = { type: 'play' }
const expired: ScriptLine = { type: 'advance', to: 'access_token' }
const listIn = (terminal: 1 | 2): ScriptLine => ({ type: 'act', action: `list-terminal-${terminal}` })
/** The access token is over, and both terminals want the photos. */
const bothList: ScriptLine[] = [expired, listIn(1), listIn(2)]
/** The server has rotated, and its answer to Terminal 1 is on the way. */
const untilRotated: ScriptLine[] = [...bothList, { type: 'deliver', message: REFRESH_REQUEST }]
/** The answer takes ten seconds: what has been sent in the first six arrives before it. */
const slowAnswer: ScriptLine[] = [
  ...untilRotated,
  { type: 'delay', message: REFRESH_ANSWER, seconds: 6 },
  { type: 'delay', message: REFRESH_ANSWER, seconds: 4 },
  play,
]
/** The process in Terminal 1 dies before the answer is there; Terminal 2 waits until the lock is old enough. */
const killed: ScriptLine[] = [
  ...untilRotated,
  { type: 'act', action: 'kill-terminal-1' },
  play,
  { type: 'advance', seconds: 20 },
  play,
]

const refreshes = (trace: Trace) => countMessages(trace, REFRESH_REQUEST)
const rotations = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'rotated')
const isReplayed = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'replayed') > 0
const hasPhotos = (trace: Trace, terminal: 1 | 2) => shows(trace, `terminal-${terminal}`, 'harbour.jpg')
const needsLogin = (trace: Trace, terminal: 1 | 2) => shows(trace, `terminal-${terminal}`, 'Log in again')
const isOneRefreshForBoth = (trace: Trace) => refreshes(trace) === 1 && hasPhotos(trace, 1) && hasPhotos(trace, 2)
const isSpentTwice = (trace: Trace) =>
  refreshes(trace) === 2 && rotations(trace) === 1 && isReplayed(trace) && needsLogin(trace, 2)

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'one-after-the-other',
    title: 'One process refreshes in peace',
    summary: 'Terminal 1 refreshes and writes the file. Terminal 2 comes later, and finds fresh tokens.',
    result: 'success',
    script: [expired, listIn(1), play, listIn(2), play],
    goal: { description: 'One refresh, and photos in both terminals.', reached: isOneRefreshForBoth },
  },
  {
    id: 'together',
    title: 'Both refresh at once: log in again',
    summary:
      'Two processes read the file, and both send its refresh token. The second use looks like theft: the server ends the family, and what Terminal 1 has just been given with it.',
    result: 'failure',
    script: [...bothList, play],
    goal: { description: 'The refresh token is replayed, and Terminal 2 wants a new login.', reached: isSpentTwice },
    remedy: 'locked',
    trouble: {
      code: 'Your refresh token was already used. Log in again.',
      cause:
        'Two processes of one tool read the same file and spent the same rotating refresh token. You must log in again, and every other terminal soon after.',
      remedy:
        'Let one process at a time refresh: lock a file of the same scope as the tokens, and read the tokens again once the lock is there.',
    },
  },
  {
    id: 'winner-too',
    title: 'The process that won must log in, too',
    summary:
      'Terminal 1 was first, got new tokens, and worked on. They were revoked a moment later, which it hears when it refreshes next. So it is a new login in every terminal.',
    result: 'failure',
    script: [...bothList, play, expired, listIn(1), play],
    goal: {
      description: 'After a replay the new refresh token is refused as well, and both terminals want a new login.',
      reached: (trace) => rotations(trace) === 1 && isReplayed(trace) && needsLogin(trace, 1) && needsLogin(trace, 2),
    },
    remedy: 'locked',
    trouble: {
      code: 'Logged out in one terminal, and minutes later in all the others',
      cause: 'A replay revokes the family. Whoever has an access token works on until it expires.',
      remedy: 'Look for two refreshes with one token before that, in the server’s log, and lock the refresh.',
    },
  },
  {
    id: 'locked',
    title: 'Locked: one refreshes, the other reads again',
    summary:
      'The lock file lets one process in. When Terminal 2 gets it, it reads the file again, finds fresh tokens, and has nothing to refresh.',
    result: 'success',
    settings: { locks: 'refresh' },
    script: [...bothList, play],
    goal: { description: 'One refresh, and photos in both terminals.', reached: isOneRefreshForBoth },
  },
  {
    id: 'read-before',
    title: 'Locked, but not read again',
    summary:
      'Terminal 2 waits in line, and then sends the refresh token that it had read before. The lock made a queue, and no more.',
    result: 'failure',
    settings: { locks: 'refresh', reads_again: false },
    script: [...bothList, play],
    goal: {
      description: 'The token from memory is a used one, and Terminal 2 wants a new login.',
      reached: isSpentTwice,
    },
    remedy: 'locked',
    trouble: {
      code: 'invalid_grant, although refreshes are locked',
      cause:
        'A process that had to wait for the lock refreshed with the tokens in its memory, not with those in the file.',
      remedy: 'First take the lock, then read the file, then see whether there is anything left to refresh.',
    },
  },
  {
    id: 'write-locked',
    title: 'Only the writing is locked',
    summary:
      'No process writes while another one does, so the file is never torn. But both have asked the server by then, with one token.',
    result: 'failure',
    settings: { locks: 'writing' },
    script: [...bothList, play],
    goal: { description: 'Both ask with one token, and Terminal 2 wants a new login.', reached: isSpentTwice },
    remedy: 'locked',
    trouble: {
      code: 'invalid_grant, although the file is written under a lock',
      cause: 'The lock, or a compare-and-swap, guards the file. What has to be spent only once is the token.',
      remedy: 'Hold the lock from reading the file until the new tokens are written, the request included.',
    },
  },
  {
    id: 'two-locks',
    title: 'A lock for each terminal',
    summary:
      'The tokens are one for the person. The lock file is in a directory of settings, and each terminal has its own. Both get their lock at once.',
    result: 'failure',
    settings: { locks: 'refresh', lock_at: 'settings' },
    script: [...bothList, play],
    goal: { description: 'Both hold a lock, and Terminal 2 wants a new login.', reached: isSpentTwice },
    remedy: 'locked',
    trouble: {
      code: 'Refresh token reuse, from tools that lock',
      cause: 'The lock is narrower than the tokens: one for each directory of settings, container or program.',
      remedy: 'Put the lock where the tokens are, under a name that follows from them alone.',
    },
  },
  {
    id: 'lease-short',
    title: 'The lease ends before the refresh does',
    summary:
      'The answer takes ten seconds, the lease five. Terminal 2 takes the lock for a dead process’s. It reads the file again, where the new tokens are not yet, and sends the used one.',
    result: 'failure',
    settings: { locks: 'refresh', lease: 5, renews_lease: false },
    script: slowAnswer,
    goal: { description: 'The lock is taken over, and Terminal 2 wants a new login.', reached: isSpentTwice },
    remedy: 'lease-renewed',
    trouble: {
      code: 'Logged out on slow networks, although refreshes are locked',
      cause: 'The lease of the lock was shorter than a slow refresh, so a second process took it from a living one.',
      remedy:
        'Renew the lease while the refresh runs, or use a lock of the system (flock, opened close-on-exec), which is released when its process ends. Who was suspended looks whether the lock is still its own before it goes on.',
    },
  },
  {
    id: 'lease-renewed',
    title: 'The lease is renewed while the refresh runs',
    summary:
      'Terminal 1 writes a new time into the lock file every half lease. Terminal 2 sees that it lives, and waits.',
    result: 'success',
    settings: { locks: 'refresh', lease: 5 },
    script: slowAnswer,
    goal: { description: 'One refresh, and photos in both terminals.', reached: isOneRefreshForBoth },
  },
  {
    id: 'killed',
    title: 'Killed before the answer arrived',
    summary:
      'The server has rotated, and the process dies while the answer is on its way. After the lease Terminal 2 takes the lock, and the file has the used token.',
    result: 'failure',
    settings: { locks: 'refresh' },
    script: killed,
    goal: {
      description: 'The answer reaches nobody, and Terminal 2 wants a new login.',
      reached: (trace) => trace.some(({ type }) => type === 'discarded') && isSpentTwice(trace),
    },
    remedy: 'killed-in-window',
    trouble: {
      code: 'Logged out after the tool was killed',
      cause:
        'A time limit, a supervisor or kill -9 ended a process after the server had rotated, before the answer was in the file.',
      remedy:
        'Let a refresh finish before you end the process. Ask the operator for a reuse window that is longer than your lease.',
    },
  },
  {
    id: 'killed-in-window',
    title: 'Killed, within a reuse window',
    summary:
      'The server forgives a second use for 30 seconds. The lease is 20, so Terminal 2 comes in time, and gets the live token. That is a vendor’s policy.',
    result: 'success',
    settings: { locks: 'refresh', refresh_policy: 'reuse_window' },
    script: killed,
    goal: {
      description: 'Two refreshes, one rotation, and photos in Terminal 2.',
      reached: (trace) => refreshes(trace) === 2 && rotations(trace) === 1 && hasPhotos(trace, 2),
    },
  },
]
