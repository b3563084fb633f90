/** An app on a phone and its extension: when the app is suspended, and what keeps the two apart. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countLifecycle, countMessages, shows } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'

const REFRESH: MessagePattern = { parameters: { grant_type: 'refresh_token' } }
const REFRESH_REQUEST: MessagePattern = { ...REFRESH, direction: 'request' }
const REFRESH_ANSWER: MessagePattern = { ...REFRESH, direction: 'response' }

const play: ScriptLine = { type: 'play' }
const expired: ScriptLine = { type: 'advance', to: 'access_token' }
const act = (action: 'load-photos' | 'home' | 'open' | 'notify'): ScriptLine => ({ type: 'act', action })

/** The server has rotated, its answer is on the way, and the person leaves the app. Then a notification comes. */
const leftAfterRotation: ScriptLine[] = [
  expired,
  act('load-photos'),
  { type: 'play', until: REFRESH_ANSWER },
  act('home'),
  act('notify'),
]
/** The person leaves the app before its request is out. Then a notification comes, and the extension is through with its work. */
const leftBeforeRequest: ScriptLine[] = [
  expired,
  act('load-photos'),
  act('home'),
  act('notify'),
  { type: 'delay', message: REFRESH_REQUEST, seconds: 24 },
  ...Array.from({ length: 4 }, (): ScriptLine => ({ type: 'deliver', message: { sender: 'extension' } })),
]
/** The app is idle in the background when a notification comes; it is opened afterwards. */
const idleMeanwhile: ScriptLine[] = [act('home'), expired, act('notify'), play, act('open'), act('load-photos'), play]

const refreshes = (trace: Trace) => countMessages(trace, REFRESH_REQUEST)
const rotations = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'rotated')
const isReplayed = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'replayed') > 0
const isSignedOut = (trace: Trace, program: 'app' | 'extension') => shows(trace, program, 'signed out')
const hasPicture = (trace: Trace) => shows(trace, 'extension', 'harbour.jpg')
const isOneRefreshForBoth = (trace: Trace) =>
  refreshes(trace) === 1 && shows(trace, 'app', 'have come') && hasPicture(trace)

/** The outcomes on a phone. */
export const phoneOutcomes: readonly Outcome[] = [
  {
    id: 'suspended',
    title: 'Suspended in mid-refresh: the extension replays',
    summary:
      'The server rotates, and the phone suspends the app before it reads the answer. Its extension finds the used token in the store and sends it, so the server revokes the family. The app, too, is signed out when it refreshes next.',
    result: 'failure',
    settings: { device: 'phone' },
    script: [...leftAfterRotation, play, act('open'), play],
    goal: {
      description: 'The extension’s refresh is taken for a replay, and it is signed out.',
      reached: (trace) => rotations(trace) === 1 && isReplayed(trace) && isSignedOut(trace, 'extension'),
    },
    remedy: 'lock-kept',
    trouble: {
      code: 'Signed out after a notification, when the app had just been left',
      cause:
        'The app was suspended after the server had rotated. Its extension, a process of its own, sent the token that was still in the shared store.',
      remedy:
        'Let one of the two refresh at a time, by a lock that the app keeps while it is suspended. An extension that does not get it in time shows less, and sends nothing.',
    },
  },
  {
    id: 'lock-kept',
    title: 'The lock is kept while the app sleeps',
    summary:
      'The suspended app still has the lock. The extension waits ten seconds and shows the notification without its picture. The app is opened, reads the answer, and both go on.',
    result: 'success',
    settings: { device: 'phone', lock: 'kept' },
    script: [...leftAfterRotation, play, { type: 'advance', seconds: 10 }, act('open'), play, act('notify'), play],
    goal: { description: 'One refresh, and photos in the app and in the notification.', reached: isOneRefreshForBoth },
  },
  {
    id: 'lease-over',
    title: 'The lease ends while the app sleeps',
    summary:
      'A suspended app renews nothing. The extension takes its lock over, refreshes, and spends the token. When the app is opened, its own request goes out with the same token.',
    result: 'failure',
    settings: { device: 'phone', lock: 'lease' },
    script: [...leftBeforeRequest, act('open'), play],
    goal: {
      description: 'The lock is taken over, the app’s refresh is a replay, and the app is signed out.',
      reached: (trace) => refreshes(trace) === 2 && isReplayed(trace) && hasPicture(trace) && isSignedOut(trace, 'app'),
    },
    remedy: 'lock-kept',
    trouble: {
      code: 'Hard logout when the app is opened, although refreshes are locked',
      cause:
        'The lock had a lease, which ended while the app was suspended. Its extension took it over and rotated; the app woke up, and went on with the old token.',
      remedy:
        'A lease cannot tell a sleeping process from a dead one. Keep the lock, limit the waiting for it, and ask the system for time to finish a refresh.',
    },
  },
  {
    id: 'ended',
    title: 'Ended for a lock of the system',
    summary:
      'The app is suspended with a file locked, so iOS ends it. Nobody reads the answer to its refresh, the lock is free, and the extension sends the used token. That is a vendor’s policy.',
    result: 'failure',
    settings: { device: 'phone', lock: 'kept', system_lock: true },
    script: [...leftAfterRotation, play, act('open')],
    goal: {
      description: 'The answer reaches nobody, the token is replayed, and the app is signed out.',
      reached: (trace) =>
        trace.some(({ type }) => type === 'discarded') && isReplayed(trace) && isSignedOut(trace, 'app'),
    },
    remedy: 'time-to-finish',
    trouble: {
      code: '0xdead10cc in the crash log, and the person is signed out',
      cause:
        'iOS ends an app that is suspended while it has a lock of the system: flock, or a transaction of SQLite. The new tokens were on their way.',
      remedy:
        'Ask for time before the refresh begins (beginBackgroundTask), so that it is through and the lock is free when the app is suspended.',
    },
  },
  {
    id: 'time-to-finish',
    title: 'The app asks for time to finish',
    summary:
      'The app has told the phone that it is at work, so it is suspended only when the new tokens are stored. The extension waits for the lock that long, and has nothing to refresh.',
    result: 'success',
    settings: { device: 'phone', lock: 'kept', system_lock: true, background_time: true },
    script: [...leftAfterRotation, play, act('open')],
    goal: { description: 'One refresh, and photos in the app and in the notification.', reached: isOneRefreshForBoth },
  },
  {
    id: 'from-memory',
    title: 'The app wakes up with old tokens in memory',
    summary:
      'The extension refreshes while the app sleeps, and stores the new tokens. The app is opened and refreshes with those in its memory: a used token.',
    result: 'failure',
    settings: { device: 'phone', reads_store: false },
    script: idleMeanwhile,
    goal: {
      description: 'The app’s refresh is taken for a replay, and the app is signed out.',
      reached: (trace) => refreshes(trace) === 2 && isReplayed(trace) && hasPicture(trace) && isSignedOut(trace, 'app'),
    },
    remedy: 'from-store',
    trouble: {
      code: 'Signed out whenever an extension or a widget has run',
      cause: 'The app had read the shared tokens when it started, and refreshed with those after another process had.',
      remedy: 'Read the store before every refresh, under the lock. Tokens that are good need no refresh.',
    },
  },
  {
    id: 'from-store',
    title: 'The app reads the store before it refreshes',
    summary:
      'The extension refreshes while the app sleeps. The app is opened, looks into the store before it refreshes, and finds that there is nothing to refresh.',
    result: 'success',
    settings: { device: 'phone' },
    script: idleMeanwhile,
    goal: { description: 'One refresh, and photos in the app and in the notification.', reached: isOneRefreshForBoth },
  },
]
