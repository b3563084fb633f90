/** The ways through the flow: who is at the address that the browser comes back to. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import {
  countAnswers,
  countLifecycle,
  countMessages,
  failedCheck,
  passedCheck,
  shows,
} from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

const play: ScriptLine = { type: 'play' }
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const signIn: ScriptLine[] = [{ type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }, play]
function decide(decision: 'approve' | 'deny'): ScriptLine[] {
  return [{ type: 'submit', window: 'tab', form: 'consent', fields: { decision } }, play]
}
const login: ScriptLine[] = [play, ...act('login'), ...signIn, ...decide('approve')]
const intercepted: ScriptLine[] = [play, ...act('intercept'), ...act('login'), ...signIn, ...decide('approve')]
const lured: ScriptLine[] = [play, ...act('lure'), ...act('lure_sign_in')]

const PHOTOS_TO_ATTACKER: MessagePattern = { sender: 'attacker', host: 'api.example' }
const REDEEMED_BY_ATTACKER: MessagePattern = { sender: 'attacker', parameters: { grant_type: 'authorization_code' } }
const CALLBACK_ANSWERED: MessagePattern = { sender: 'browser', path: '/callback', direction: 'response' }

const isRobbed = (trace: Trace) => countAnswers(trace, PHOTOS_TO_ATTACKER, 200) === 1
const isUseless = (trace: Trace) =>
  countAnswers(trace, REDEEMED_BY_ATTACKER, 400) === 1 &&
  failedCheck(trace, 'pkce') &&
  countLifecycle(trace, 'access_token', 'issued') === 0
const isNotEvenRedeemed = (trace: Trace) =>
  countMessages(trace, REDEEMED_BY_ATTACKER) === 0 && countLifecycle(trace, 'authorization_code', 'issued') === 0

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Signed in through the browser',
    summary:
      'The app listens at a free port, and the browser comes back to it. The server knows the address without a port and takes any.',
    result: 'success',
    script: login,
    goal: {
      description: 'The redirect URI passes with a port that was never registered, and the terminal shows the photos.',
      reached: (trace) => passedCheck(trace, 'redirect_uri') && shows(trace, 'terminal', 'harbour.jpg'),
    },
  },
  {
    id: 'other-path',
    title: 'Another path',
    summary:
      'The port may be any. The path may not: the server refuses, and the app waits for an answer that never comes.',
    result: 'failure',
    settings: { path_sent: '/oauth/callback' },
    script: [play, ...act('login')],
    goal: {
      description: 'The server refuses the redirect URI on a page of its own, and the terminal still waits.',
      reached: (trace) => failedCheck(trace, 'redirect_uri') && shows(trace, 'terminal', 'Waiting'),
    },
    remedy: 'happy',
    trouble: {
      code: 'redirect_uri mismatch with 127.0.0.1',
      cause:
        'Of a loopback address only the port is free. Scheme, host and path are compared exactly, and localhost is another host.',
      remedy:
        'Send host and path exactly as registered. Register 127.0.0.1 or [::1], not localhost (RFC 8252 §8.3, §8.4).',
    },
  },
  {
    id: 'web-view-refused',
    title: 'Sign-in page in a web view',
    summary:
      'The app shows the sign-in in a view of its own, where it could read the password. The server refuses before there is a page to type into.',
    result: 'failure',
    settings: { opens: 'web_view' },
    script: [play, ...act('login')],
    goal: {
      description: 'The server refuses the view on a page of its own, and the terminal still waits.',
      reached: (trace) =>
        failedCheck(trace, 'embedded_user_agent') &&
        shows(trace, 'view', 'disallowed_useragent') &&
        shows(trace, 'terminal', 'Waiting'),
    },
    remedy: 'happy',
    trouble: {
      code: 'disallowed_useragent',
      cause:
        'The sign-in was opened in a view inside of an app. Also a link that is opened in the app of a social network.',
      remedy:
        'Open the person’s browser, or a tab of it (Custom Tabs, ASWebAuthenticationSession). Another User-Agent only hides the view.',
    },
  },
  {
    id: 'remote-shell',
    title: 'The app runs on another computer',
    summary:
      'Ada has typed the command in a remote shell, and opens the address in the browser at her desk. It comes back to 127.0.0.1: her own computer, where nobody listens.',
    result: 'failure',
    settings: { runs_on: 'elsewhere' },
    script: login,
    goal: {
      description: 'The server has issued a code, the browser reaches nobody with it, and the terminal still waits.',
      reached: (trace) =>
        countLifecycle(trace, 'authorization_code', 'issued') === 1 &&
        countAnswers(trace, CALLBACK_ANSWERED, 200) === 0 &&
        shows(trace, 'terminal', 'Waiting'),
    },
    remedy: 'port-forwarded',
    trouble: {
      code: 'localhost refused to connect, after signing in for a remote shell',
      cause:
        'A loopback address leads to the computer that the browser is on. The app listens on another one: a server, a container, a virtual machine.',
      remedy:
        'Forward the port (ssh -L) before signing in, or have the app show a code for the device flow (RFC 8628).',
    },
  },
  {
    id: 'port-forwarded',
    title: 'Another computer, and the port is forwarded',
    summary:
      'The same, and what the browser sends to that port of Ada’s computer goes through the remote shell to the app.',
    result: 'success',
    settings: { runs_on: 'forwarded' },
    script: login,
    goal: {
      description: 'The terminal shows the photos.',
      reached: (trace) => shows(trace, 'terminal', 'harbour.jpg'),
    },
  },
  {
    id: 'port-taken',
    title: 'A fixed port is taken',
    summary:
      'Another program waits at the port that the app always uses, and gets the code. Without the verifier it can do nothing with it, and neither can Ada.',
    result: 'failure',
    settings: { redirect: 'fixed_port' },
    script: intercepted,
    goal: {
      description:
        'The program gets the code, the server refuses it for want of the verifier, and the terminal still waits.',
      reached: (trace) =>
        countAnswers(trace, CALLBACK_ANSWERED, 200) === 1 && isUseless(trace) && shows(trace, 'terminal', 'Waiting'),
    },
    remedy: 'happy',
    trouble: {
      code: 'The command line waits for ever at 127.0.0.1',
      cause: 'Everybody knows a port that is always the same. Another program can be there first.',
      remedy: 'Let the system choose a free port: the server has to take any (RFC 8252 §7.3). Keep PKCE for the rest.',
    },
  },
  {
    id: 'scheme-intercepted',
    title: 'Another app has the scheme, without PKCE',
    summary:
      'Any app can register any scheme. The system starts the wrong one, which redeems the code and reads Ada’s photos.',
    result: 'failure',
    settings: { redirect: 'private_scheme', uses_pkce: false },
    script: intercepted,
    goal: {
      description: 'The wrong app gets code, token and photos.',
      reached: (trace) => countAnswers(trace, CALLBACK_ANSWERED, 200) === 1 && isRobbed(trace),
    },
    remedy: 'scheme-pkce',
    trouble: {
      code: 'Authorization code interception by another app',
      cause: 'Which app gets a scheme that several have registered is not determined, and the code alone is enough.',
      remedy: 'Use PKCE, and have the server demand it of native apps (RFC 8252 §6, §8.1).',
    },
  },
  {
    id: 'scheme-pkce',
    title: 'Another app has the scheme, with PKCE',
    summary: 'The wrong app gets the code once more. It has no verifier that fits, and the code is worth nothing.',
    result: 'success',
    settings: { redirect: 'private_scheme' },
    script: intercepted,
    goal: {
      description: 'The wrong app gets the code, and the server refuses it.',
      reached: (trace) => countAnswers(trace, CALLBACK_ANSWERED, 200) === 1 && isUseless(trace),
    },
  },
  {
    id: 'consent-fix',
    title: 'The address is pasted',
    summary:
      'The attacker begins a sign-in in the app’s name. Ada signs in at the real server, and pastes the address that could not be opened. PKCE passes: it is the attacker’s own.',
    result: 'failure',
    settings: { consent: 'preapproved' },
    script: [...lured, ...signIn, ...act('paste')],
    goal: {
      description: 'PKCE finds nothing wrong, and the API gives the attacker Ada’s photos.',
      reached: (trace) => passedCheck(trace, 'pkce') && isRobbed(trace),
    },
    remedy: 'consent-fix-refused',
    trouble: {
      code: 'ConsentFix: a localhost address is pasted into a page',
      cause:
        'An app with a loopback address can be impersonated from anywhere: its identifier is public, and the code stands in the address bar.',
      remedy:
        'Allow no loopback address where an app can do without, ask for consent each time, and paste no such address anywhere.',
    },
  },
  {
    id: 'consent-fix-short-code',
    title: 'Pasted, with a code for five seconds',
    summary: 'The code is good for five seconds, and Ada is quick. The page redeems it the moment that it has it.',
    result: 'failure',
    settings: { consent: 'preapproved', code_lifetime: 5 },
    script: [...lured, ...signIn, { type: 'advance', seconds: 4 }, ...act('paste')],
    goal: {
      description: 'The code is four seconds old, and the API gives the attacker Ada’s photos.',
      reached: (trace) => countLifecycle(trace, 'authorization_code', 'used') === 1 && isRobbed(trace),
    },
    remedy: 'consent-fix-denied',
    trouble: {
      code: 'ConsentFix in spite of a short code lifetime',
      cause: 'A short life helps against codes that are found later. Here somebody waits for this one.',
      remedy: 'Have the person asked before a code is issued, and refuse the loopback address where that is possible.',
    },
  },
  {
    id: 'consent-fix-denied',
    title: 'Asked first, and denied',
    summary:
      'The server asks before it issues a code: which app, and what for. Ada wanted to see an album and connects no app.',
    result: 'success',
    settings: { code_lifetime: 5 },
    script: [...lured, ...signIn, ...decide('deny')],
    goal: {
      description: 'No code is issued, so that there is none to paste.',
      reached: (trace) => countMessages(trace, { parameters: { decision: 'deny' } }) > 0 && isNotEvenRedeemed(trace),
    },
  },
  {
    id: 'consent-fix-refused',
    title: 'No loopback address',
    summary:
      'The app has a claimed https address instead. The server refuses the attacker’s request before anybody signs in.',
    result: 'success',
    settings: { redirect: 'claimed_https', consent: 'preapproved' },
    script: [...lured],
    goal: {
      description: 'The redirect URI is refused, and no code is issued.',
      reached: (trace) => failedCheck(trace, 'redirect_uri') && isNotEvenRedeemed(trace),
    },
  },
]
