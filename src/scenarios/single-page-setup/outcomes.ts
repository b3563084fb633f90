/** One thing set wrong at a time, and what the browser, the app and the server make of it. */
import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { answered, countLifecycle, failedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Settings, Trace } from '../../simulation/index.ts'

const play: ScriptLine = { type: 'play' }
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const enterPassword: ScriptLine = { type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }
const approve: ScriptLine = { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } }
const answers: ScriptLine[] = [enterPassword, play, approve, play]
const signedIn: ScriptLine[] = [play, ...act('sign-in'), ...answers]
const wentBack: ScriptLine[] = [
  play,
  ...act('sign-in'),
  { type: 'browse', window: 'tab', command: 'back' },
  play,
  ...act('sign-in'),
]

const isSignedIn = (trace: Trace) => shows(trace, 'tab', 'The app has a token')
const codes = (trace: Trace) => countLifecycle(trace, 'authorization_code', 'issued')

/** A sign-in in which the server has done its part and the app does not get on. */
function failing(
  { id, rule, alert }: { id: string; rule: string; alert: string },
  { title, summary, settings }: { title: string; summary: string; settings: Settings },
  trouble: Outcome['trouble'] & {},
): Outcome {
  return {
    id,
    title,
    summary,
    result: 'failure',
    settings,
    script: signedIn,
    goal: {
      description: `The server has issued a code, and the page says “${alert}”.`,
      reached: (trace) =>
        codes(trace) === 1 && failedCheck(trace, rule) && shows(trace, 'tab', alert) && !isSignedIn(trace),
    },
    remedy: 'happy',
    trouble,
  }
}

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Everything as it is registered',
    summary: 'The app is opened at the host that it is registered with, reads the answer, and gets its token.',
    result: 'success',
    script: [...signedIn, ...act('call-api')],
    goal: { description: 'The API answers with Ada’s photos.', reached: (trace) => answered(trace, 'api', 200) },
  },
  failing(
    { id: 'other-host', rule: 'state', alert: 'state_mismatch' },
    {
      title: 'Opened at another host',
      summary: 'Ada opens the app at www. It remembers its state there, and comes back to a host without www.',
      settings: { opened_at: 'www' },
    },
    {
      code: 'No matching state at the first try, at www.',
      cause: 'Storage belongs to one origin. The sign-in began at one, and its answer came to another.',
      remedy: 'Redirect to the one host before a sign-in begins.',
    },
  ),
  failing(
    { id: 'answer-in-fragment', rule: 'state', alert: 'state_mismatch' },
    {
      title: 'The answer is in the fragment',
      summary: 'The app asks for the answer in the fragment and looks for it in the query. There is nothing there.',
      settings: { response_mode: 'fragment' },
    },
    {
      code: 'state missing from the response: it is behind the #',
      cause: 'response_mode and what the callback reads are not the same.',
      remedy: 'Leave response_mode out, or read the fragment.',
    },
  ),
  failing(
    { id: 'router-first', rule: 'state', alert: 'state_mismatch' },
    {
      title: 'The router was faster',
      summary:
        'The browser comes back with code and state. The router starts first, and writes the address without them.',
      settings: { router: 'first' },
    },
    {
      code: 'The answer was removed from the address',
      cause: 'Code and state were in the address, as the network panel shows, and are gone when the app looks.',
      remedy: 'Read the answer before the router starts, or come back to a page without one.',
    },
  ),
  failing(
    { id: 'registered-as-web', rule: 'client_authentication_method', alert: 'invalid_client' },
    {
      title: 'Registered as a web app',
      summary: 'The redirect URI is right and stands in the registration of a web app, which has to send a secret.',
      settings: { client_type: 'web' },
    },
    {
      code: 'invalid_client, from a page that has no secret',
      cause: 'The client is registered as one that can keep a secret. A page cannot, and sends none.',
      remedy: 'Register it as a single-page app (a public client), and use PKCE. Never put the secret into the page.',
    },
  ),
  failing(
    { id: 'origin-missing', rule: 'cors', alert: 'network_error' },
    {
      title: 'The web origin is another one',
      summary: 'The server answers with a token, and the browser keeps the answer from the script: CORS.',
      settings: { web_origin: 'www' },
    },
    {
      code: 'blocked by CORS policy, at the token endpoint',
      cause: 'The server lets only scripts of registered origins read its answers, and this one is not registered.',
      remedy: 'Register the app’s origin: scheme, host and port, without a path.',
    },
  ),
  {
    id: 'mark-left',
    title: 'Back, and once more',
    summary:
      'Ada goes back from the sign-in page and presses “Sign in” again. By the library’s mark, she still is at it.',
    result: 'failure',
    settings: { mark: 'kept' },
    script: wentBack,
    goal: {
      description: 'The app starts no second sign-in.',
      reached: (trace) =>
        failedCheck(trace, 'interaction_in_progress') && shows(trace, 'tab', 'Interaction is currently in progress'),
    },
    remedy: 'mark-cleared',
    trouble: {
      code: 'interaction_in_progress: Interaction is currently in progress',
      cause: 'The first sign-in was left without an answer, or was not awaited. Its mark is in the storage of the tab.',
      remedy:
        'Let the library look at each page load whether an answer came, and wait for that before anything starts.',
    },
  },
  {
    id: 'mark-cleared',
    title: 'Back, and the mark is cleared',
    summary: 'The same, and the app clears the mark when it loads without an answer. The second sign-in begins.',
    result: 'success',
    settings: { mark: 'cleared' },
    script: [...wentBack, ...answers],
    goal: { description: 'Ada is signed in.', reached: isSignedIn },
  },
]
