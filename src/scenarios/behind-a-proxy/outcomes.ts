/** What the proxy says and what the app believes, each one reached by doing it. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countLifecycle, countMessages, failedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

const asked = (redirect_uri: string): MessagePattern => ({
  direction: 'request',
  sender: 'browser',
  parameters: { response_type: 'code', redirect_uri },
})

const play: ScriptLine = { type: 'play' }
const startSignIn: ScriptLine[] = [play, { type: 'submit', window: 'tab', form: 'start', fields: {} }, play]
const signIn: ScriptLine[] = [
  ...startSignIn,
  { type: 'submit', window: 'tab', form: 'sign-in', fields: ADA },
  play,
  { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } },
  play,
]

const isSignedIn = (trace: Trace) =>
  countLifecycle(trace, 'app_session', 'issued') === 1 && shows(trace, 'tab', 'You are signed in')
const isRefusedWith = (trace: Trace, redirect_uri: string) =>
  failedCheck(trace, 'redirect_uri') && countMessages(trace, asked(redirect_uri)) === 1

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'forwarded',
    title: 'The proxy says https, the app believes it',
    summary: 'The connection between proxy and app is plain. The app knows from the proxy how the browser has asked.',
    result: 'success',
    script: signIn,
    goal: { description: 'Ada is signed in.', reached: isSignedIn },
  },
  {
    id: 'not-trusted',
    title: 'The app does not believe the proxy: http',
    summary:
      'The proxy says https, and the app goes by its own connection. It asks for a redirect to http, which is not registered.',
    result: 'failure',
    settings: { trusts_proxy: false },
    script: startSignIn,
    goal: {
      description: 'The authorization server refuses a redirect URI that begins with http.',
      reached: (trace) => isRefusedWith(trace, 'http://app.example/callback'),
    },
    remedy: 'forwarded',
    trouble: {
      code: 'redirect_uri_mismatch (http)',
      cause:
        'TLS ends at the proxy. The framework ignores forwarded headers until it is told whom to believe, and takes its own connection for the browser’s.',
      remedy: 'Tell the framework that it is behind a proxy, and which one; or configure the app’s public address.',
    },
  },
  {
    id: 'scheme-not-sent',
    title: 'The proxy does not say: http',
    summary: 'The app would believe the proxy, which hands on the host and says nothing of the scheme.',
    result: 'failure',
    settings: { proxy_says: 'host' },
    script: startSignIn,
    goal: {
      description: 'The authorization server refuses a redirect URI that begins with http.',
      reached: (trace) => isRefusedWith(trace, 'http://app.example/callback'),
    },
    remedy: 'forwarded',
    trouble: {
      code: 'redirect_uri begins with http:// behind a load balancer',
      cause: 'The proxy sends neither Forwarded nor X-Forwarded-Proto.',
      remedy:
        'Let the outermost proxy write the header over whatever clients send, and those behind it hand it on unchanged.',
    },
  },
  {
    id: 'host-not-sent',
    title: 'The proxy keeps the host to itself',
    summary: 'The scheme is right. The host is the one by which the proxy reaches the app.',
    result: 'failure',
    settings: { proxy_says: 'scheme' },
    script: startSignIn,
    goal: {
      description: 'The authorization server refuses a redirect URI with the name inside.',
      reached: (trace) => isRefusedWith(trace, 'https://app.internal.example/callback'),
    },
    remedy: 'forwarded',
    trouble: {
      code: 'redirect_uri names an internal host',
      cause: 'The proxy replaces Host by the name of the app behind it, as many do unless told otherwise.',
      remedy: 'Let the proxy hand Host on, or configure the app’s public address.',
    },
  },
  {
    id: 'fixed-address',
    title: 'The app is told its address',
    summary: 'The proxy says what it likes and the app believes nothing: its address stands in its configuration.',
    result: 'success',
    settings: { public_url: 'configured', trusts_proxy: false },
    script: signIn,
    goal: { description: 'Ada is signed in.', reached: isSignedIn },
  },
  {
    id: 'cookie-withheld',
    title: 'Right address, no cookie',
    summary:
      'The address is configured, so the sign-in begins. But the session library sees a plain connection and sets no Secure cookie. When Ada is back, nobody knows her.',
    result: 'failure',
    settings: { public_url: 'configured', trusts_proxy: false, withholds_cookies: true },
    script: signIn,
    goal: {
      description: 'The app finds no sign-in that waits for the answer.',
      reached: (trace) => shows(trace, 'tab', 'state_mismatch') && countLifecycle(trace, 'app_session', 'issued') === 0,
    },
    remedy: 'forwarded',
    trouble: {
      code: 'state mismatch behind a proxy',
      cause:
        'The session library does not set a Secure cookie, because to the app the connection is http. The answer comes back without one.',
      remedy: 'Tell the framework about the proxy as well: the address is not all that goes by the connection.',
    },
  },
]
