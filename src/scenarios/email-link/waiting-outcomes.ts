/** The sign-in goes on in the browser that waits: good for the phone, and for whoever began it. */
import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countLifecycle, failedCheck, shows } from '../../scenario-kit/goals.ts'
import { attackerIsIn, isSignedIn, mailed, open, play, press, read } from './script.ts'

const begun: readonly ScriptLine[] = [play, { type: 'act', action: 'attacker-begins' }, play, ...read('browser')]
const looked: readonly ScriptLine[] = [{ type: 'act', action: 'attacker-looks' }, play]

/** An attack that is none of Ada’s doing, and what stands against it. */
export const waitingOutcomes: readonly Outcome[] = [
  {
    id: 'goes-on-here',
    title: 'Opened on the phone, and it goes on at the computer',
    summary: 'The page at the computer waits until the link was opened, wherever that is, and then goes on.',
    result: 'success',
    settings: { goes_on_in: 'waiting' },
    script: [...mailed, ...read('phone'), ...open('phone'), ...press('tab', 'go-on')],
    goal: {
      description: 'The computer’s browser is signed in, and the phone is not.',
      reached: (trace) => isSignedIn(trace, 'tab') && shows(trace, 'phone', 'Go on where you began'),
    },
  },
  {
    id: 'attacker-began',
    title: 'Ada opens a link that an attacker has asked for',
    summary:
      'An attacker begins to sign in with Ada’s address. The mail is a real one, and she opens its link. The sign-in goes on where it began, at the attacker’s. State, nonce and PKCE all fit: the attacker made them.',
    result: 'failure',
    settings: { goes_on_in: 'waiting' },
    script: [...begun, ...open('mail'), ...looked],
    goal: { description: 'The app shows the attacker Ada’s orders.', reached: attackerIsIn },
    remedy: 'one-browser',
    trouble: {
      code: 'Signed in from elsewhere after opening a sign-in mail that nobody asked for',
      cause:
        'The browser that waits goes on when somebody opens the link, and nothing says who began. A mail scanner that opens links is enough.',
      remedy:
        'Take the link in the browser alone that asked for the mail. Where it has to work on other devices, say on the page who asked, and let people say no.',
    },
  },
  {
    id: 'one-browser',
    title: 'The same mail, and one browser alone',
    summary:
      'The server takes the link only in the browser that asked for the mail. Ada’s is another one, so it refuses, and the attacker’s page waits on.',
    result: 'success',
    settings: { goes_on_in: 'waiting', opens_in: 'asking' },
    script: [...begun, ...open('mail'), ...looked],
    goal: {
      description: 'Ada’s browser is refused, and the attacker gets nothing.',
      reached: (trace) => failedCheck(trace, 'another_browser') && !attackerIsIn(trace),
    },
  },
  {
    id: 'says-who-asked',
    title: 'The page says who asked, and Ada says no',
    summary:
      'The link leads to a page: in another browser than this one somebody has begun to sign in. Ada has not, and says so. It rests on her reading it.',
    result: 'success',
    settings: { goes_on_in: 'waiting', mail: 'question' },
    script: [...begun, ...open('mail'), ...press('mail', 'question', { decision: 'deny' }), ...looked],
    goal: {
      description: 'The mail is void, and the attacker gets nothing.',
      reached: (trace) => countLifecycle(trace, 'email_link', 'revoked') === 1 && !attackerIsIn(trace),
    },
  },
]
