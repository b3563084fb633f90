/** The ways through: a key that somebody else knows, by two ways into the browser, and what makes it worthless. */
import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'
import { BLOG, LINK } from './attacker.ts'

const play: ScriptLine = { type: 'play' }
const submit = (form: string, fields = {}): ScriptLine[] => [{ type: 'submit', window: 'tab', form, fields }, play]
const signIn = [...submit('start'), ...submit('sign-in', ADA), ...submit('consent', { decision: 'approve' })]
const planted: ScriptLine[] = [
  play,
  { type: 'visit', window: 'tab', url: `${BLOG}/` },
  play,
  ...submit('order'),
  ...signIn,
  { type: 'act', action: 'use-key' },
  play,
]

const linked: ScriptLine[] = [
  play,
  { type: 'visit', window: 'tab', url: LINK },
  play,
  ...signIn,
  { type: 'act', action: 'use-key' },
  play,
]

/** What the app answered to the attacker’s own computer. */
function attackerSees(trace: Trace, text: string): boolean {
  return trace.some(
    (event) =>
      event.type === 'held' &&
      event.message.from === 'app' &&
      event.message.to === 'attacker' &&
      event.message.response?.body.includes(text) === true,
  )
}
const adaSees = (trace: Trace) => shows(trace, 'tab', 'harbour.jpg')
const isRefused = (trace: Trace) =>
  trace.some((event) => event.type === 'refused' && event.what.includes('__Host-session'))

/** Whether the attacker has Ada’s photos. */
const hasPhotos = (trace: Trace) => attackerSees(trace, 'harbour.jpg')
const onlyAdaSees = (trace: Trace) =>
  adaSees(trace) && !hasPhotos(trace) && attackerSees(trace, 'You are not signed in.')

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'A key that is made at the sign-in',
    summary: 'Ada signs in, and only then the app makes a key and gives it to her browser. Nobody else has seen it.',
    result: 'success',
    script: [play, ...signIn],
    goal: { description: 'Ada sees her photos.', reached: adaSees },
  },
  {
    id: 'fixed',
    title: 'The key was there before the sign-in',
    summary:
      'A blog in the app’s domain has been taken over, and puts a session key into Ada’s browser. She signs in; the app goes on with that key. The attacker has a copy.',
    result: 'failure',
    settings: { new_key: false, host_prefix: false },
    script: planted,
    goal: { description: 'The attacker sees Ada’s photos, without a password.', reached: hasPhotos },
    remedy: 'new-key',
    trouble: {
      code: 'The session id is the same before and after the sign-in',
      cause: 'The app signs in whatever key the browser sends, and it does not know who put it there.',
      remedy: 'Make a new key at each sign-in. Name the cookie __Host-…, so that no neighbour can set it.',
    },
  },
  {
    id: 'new-key',
    title: 'A new key at the sign-in',
    summary:
      'The same key is planted. The app makes another one when Ada has signed in; the planted key opens nothing.',
    result: 'success',
    settings: { host_prefix: false },
    script: planted,
    goal: {
      description: 'Ada sees her photos, and the attacker is asked to sign in.',
      reached: onlyAdaSees,
    },
  },
  {
    id: 'host-prefix',
    title: 'A cookie that only the app can set',
    summary:
      'The app keeps keys as before. Its cookie is called __Host-session, and the browser takes none from the blog.',
    result: 'success',
    settings: { new_key: false },
    script: planted,
    goal: {
      description: 'The browser refuses the planted cookie, and the attacker is asked to sign in.',
      reached: (trace) => isRefused(trace) && onlyAdaSees(trace),
    },
  },
  {
    id: 'fixed-by-link',
    title: 'The key came in a link',
    summary:
      'Ada follows a link to the app with a session key in it. The app signs her in under that key, and puts it into its own cookie, __Host- and all.',
    result: 'failure',
    settings: { new_key: false, key_from_address: true },
    script: linked,
    goal: { description: 'The attacker sees Ada’s photos, without a password.', reached: hasPhotos },
    remedy: 'link-new-key',
    trouble: {
      code: 'A session id in the URL is accepted (jsessionid, PHPSESSID, sid)',
      cause: 'The app goes on with the key in the address, for browsers without cookies. Anybody can write a link.',
      remedy: 'Make a new key at each sign-in, and take keys from cookies alone.',
    },
  },
  {
    id: 'link-new-key',
    title: 'A link, and a new key at the sign-in',
    summary: 'The same link. When Ada has signed in the app makes another key; the one in the link opens nothing.',
    result: 'success',
    settings: { key_from_address: true },
    script: linked,
    goal: { description: 'Ada sees her photos, and the attacker is asked to sign in.', reached: onlyAdaSees },
  },
  {
    id: 'link-ignored',
    title: 'No key from an address',
    summary: 'The same link, and an app that keeps keys. It takes them from cookies alone, and there is none.',
    result: 'success',
    settings: { new_key: false },
    script: linked,
    goal: { description: 'Ada sees her photos, and the attacker is asked to sign in.', reached: onlyAdaSees },
  },
]
