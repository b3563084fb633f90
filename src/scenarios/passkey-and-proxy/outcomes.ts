/** The same proxy before different doors: what it gets through, and what it does not. */
import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { answered, countLifecycle, countMessages, failedCheck, passedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

/** What Ada’s authenticator shows at the start of a run: the code of 12:00:00 to 12:00:29. */
const CODE_AT_START = '618892'

const play: ScriptLine = { type: 'play' }
const follow = (action: string): ScriptLine[] => [play, { type: 'act', action }, play]
const atTheProxy = follow('open-link')
const atTheSubdomain = follow('open-subdomain')
const password: ScriptLine[] = [{ type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }, play]
const code: ScriptLine[] = [{ type: 'submit', window: 'tab', form: 'code', fields: { otp: CODE_AT_START } }, play]
const passkey: ScriptLine[] = [{ type: 'act', action: 'passkey' }, play]
const openAccount: ScriptLine[] = [{ type: 'act', action: 'open-account' }, play]

const sessions = (trace: Trace) => countLifecycle(trace, 'app_session', 'issued')
/** True when the attacker’s own call was answered with Ada’s account. */
const isTakenOver = (trace: Trace) =>
  trace.some(
    (event) =>
      event.type === 'held' &&
      event.message.to === 'proxy' &&
      event.message.exchange.startsWith('proxy/account') &&
      event.message.response?.body.includes('Signed in as ada') === true,
  )
/** True when the passkey was asked to sign and its answer reached the app. */
const answers = (trace: Trace) =>
  countMessages(trace, { method: 'POST', host: 'app.example', path: '/passkey', direction: 'request' })

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'passkey',
    title: 'Signed in with a passkey',
    summary:
      'At the app’s own address the passkey signs a fresh challenge, and the app checks every part of the answer.',
    result: 'success',
    script: [play, ...passkey],
    goal: {
      description: 'The answer was verified, and Ada is signed in.',
      reached: (trace) =>
        passedCheck(trace, 'rp_id') &&
        passedCheck(trace, 'passkey_origin') &&
        passedCheck(trace, 'passkey_signature') &&
        shows(trace, 'tab', 'Signed in as ada'),
    },
  },
  {
    id: 'code-relayed',
    title: 'The proxy relays password and code',
    summary:
      'Ada follows a link to a site that looks like the app. What she types there goes to the app at once, and the proxy keeps the session.',
    result: 'failure',
    settings: { methods: 'password' },
    script: [...atTheProxy, ...password, ...code, ...openAccount],
    goal: {
      description: 'Ada sees her account, and so does the attacker.',
      reached: (trace) => isTakenOver(trace) && shows(trace, 'tab', 'Signed in as ada'),
    },
    remedy: 'passkey-refuses',
    trouble: {
      code: 'Account taken over despite a one-time code',
      cause: 'A password and a code can be handed on. Neither knows on which page it was typed.',
      remedy: 'Sign in with a passkey: the browser ties it to the address of the page.',
    },
  },
  {
    id: 'passkey-refuses',
    title: 'The browser refuses the wrong site',
    summary:
      'The same link, but Ada uses her passkey. The page asks for the app’s passkey from another domain, and the browser says no.',
    result: 'success',
    script: [...atTheProxy, ...passkey],
    goal: {
      description: 'The passkey has signed nothing, and nobody has a session.',
      reached: (trace) =>
        failedCheck(trace, 'rp_id') &&
        answers(trace) === 0 &&
        sessions(trace) === 0 &&
        shows(trace, 'tab', 'SecurityError'),
    },
  },
  {
    id: 'domain-rewritten',
    title: 'There is no passkey for the proxy',
    summary:
      'The proxy puts its own domain into the request. The browser is content with that, but there is no passkey for that domain.',
    result: 'success',
    settings: { proxy: 'rewrites' },
    script: [...atTheProxy, ...passkey],
    goal: {
      description: 'The browser lets the page ask, and the authenticator finds nothing to sign with.',
      reached: (trace) =>
        passedCheck(trace, 'rp_id') &&
        failedCheck(trace, 'passkey_scope') &&
        answers(trace) === 0 &&
        shows(trace, 'tab', 'NotAllowedError'),
    },
  },
  {
    id: 'fallback',
    title: 'The way around the passkey',
    summary:
      'Ada has a passkey, but the app takes a password too. The proxy says that passkeys do not work at the moment, and gets both.',
    result: 'failure',
    settings: { proxy: 'downgrades' },
    script: [...atTheProxy, ...password, ...code, ...openAccount],
    goal: {
      description: 'The passkey was never asked, and the attacker has the account.',
      reached: (trace) => isTakenOver(trace) && answers(trace) === 0 && !failedCheck(trace, 'rp_id'),
    },
    remedy: 'passkey-only',
    trouble: {
      code: 'Phished in spite of a passkey',
      cause: 'The account can still be opened with password and code, and the attacker chooses the way in.',
      remedy: 'Take the passkey alone; recover lost ones by a way that is as hard to phish.',
    },
  },
  {
    id: 'passkey-only',
    title: 'No other way in',
    summary:
      'The same proxy, the same page, and Ada types her password. The app does not take it: the account has a passkey, and nothing else.',
    result: 'success',
    settings: { proxy: 'downgrades', methods: 'passkey' },
    script: [...atTheProxy, ...password],
    goal: {
      description: 'The password is refused, and nobody has a session.',
      reached: (trace) => failedCheck(trace, 'passkey_only') && sessions(trace) === 0 && answered(trace, 'app', 403),
    },
  },
  {
    id: 'subdomain',
    title: 'A subdomain is not the app',
    summary:
      'The proxy runs on a forgotten subdomain. There the browser lets the passkey sign, and the app does not look at the origin in the answer.',
    result: 'failure',
    settings: { checks_origin: false },
    script: [...atTheSubdomain, ...passkey, ...openAccount],
    goal: {
      description: 'The passkey was used on the attacker’s page, and the attacker has the account.',
      reached: (trace) => passedCheck(trace, 'passkey_signature') && isTakenOver(trace),
    },
    remedy: 'origin-refused',
    trouble: {
      code: 'A passkey was used on another page',
      cause: 'The domain of a passkey holds for all its subdomains. The app does not compare the origin.',
      remedy: 'Accept only the origins of your own sign-in pages (WebAuthn Level 3 §7.2), and give up old subdomains.',
    },
  },
  {
    id: 'origin-refused',
    title: 'The app looks at the origin',
    summary:
      'The same subdomain. The browser has written into the signed answer which page it was, and the app refuses it.',
    result: 'success',
    script: [...atTheSubdomain, ...passkey],
    goal: {
      description: 'The passkey has signed, and the app says no.',
      reached: (trace) =>
        passedCheck(trace, 'rp_id') &&
        failedCheck(trace, 'passkey_origin') &&
        answers(trace) === 1 &&
        sessions(trace) === 0,
    },
  },
  {
    id: 'answer-replayed',
    title: 'An answer works once',
    summary: 'The answer of the passkey is sent a second time. Its challenge is used up, so the copy is worth nothing.',
    result: 'success',
    script: [
      play,
      { type: 'act', action: 'passkey' },
      { type: 'play', until: { method: 'POST', path: '/passkey' } },
      { type: 'duplicate', message: { method: 'POST', path: '/passkey' } },
      play,
    ],
    goal: {
      description: 'Two answers, one session.',
      reached: (trace) =>
        answers(trace) === 2 &&
        sessions(trace) === 1 &&
        answered(trace, 'app', 403) &&
        shows(trace, 'tab', 'Signed in as ada'),
    },
  },
]
