/** The ways through the flow, each one reached by doing it. */
import { header } from '../../http/index.ts'
import { type MessagePattern, matchesMessage, type Outcome } from '../../scenario-kit/contract.ts'
import { answered, countLifecycle, failedCheck, shows } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'
import { approve, enterPassword, play, showPhotos, signedIn, startSignIn } from './script.ts'

const TOKEN_REQUEST: MessagePattern = { direction: 'request', parameters: { grant_type: 'authorization_code' } }

/** What the backend authenticated with: the decoded Basic credentials, or the form of a token request without the header. */
function credentials(trace: Trace): string {
  const event = trace.find((candidate) => candidate.type === 'held' && matchesMessage(TOKEN_REQUEST, candidate.message))
  if (event?.type !== 'held') return ''
  const { request } = event.message
  const [, basic] = (header(request, 'authorization') ?? '').split(' ')
  return basic === undefined ? request.body : atob(basic)
}

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Signed in',
    summary: 'The backend exchanges the code with its secret and keeps the tokens. The browser gets a session cookie.',
    result: 'success',
    script: [...signedIn, ...showPhotos],
    goal: {
      description: 'The API answers the backend, and the browser shows the photos.',
      reached: (trace) => answered(trace, 'api', 200) && shows(trace, 'tab', 'harbour.jpg'),
    },
  },
  {
    id: 'client-secret-post',
    title: 'Secret in the body',
    summary: 'The same with client_secret_post, in the registration and in the app.',
    result: 'success',
    settings: { registered_method: 'client_secret_post', auth_method: 'client_secret_post' },
    script: signedIn,
    goal: {
      description: 'Ada is signed in by a token request with the secret in its body.',
      reached: (trace) =>
        credentials(trace).includes('client_secret=') && countLifecycle(trace, 'app_session', 'issued') === 1,
    },
  },
  {
    id: 'token-expired',
    title: 'Access token expired',
    summary:
      'The API answers 401. The backend sends Ada to sign in again, and because the server still knows her, she sees no page.',
    result: 'success',
    script: [...signedIn, { type: 'advance', to: 'access_token' }, ...showPhotos, ...showPhotos],
    goal: {
      description: 'A 401, a second code without a page, and the photos.',
      reached: (trace) =>
        answered(trace, 'api', 401) &&
        answered(trace, 'api', 200) &&
        countLifecycle(trace, 'authorization_code', 'issued') === 2,
    },
  },
  {
    id: 'wrong-secret',
    title: 'Wrong client secret',
    summary:
      'The secret was truncated while copying. Ada signs in without trouble; only the token request fails: invalid_client.',
    result: 'failure',
    settings: { client_secret: 'print+ing/press:202' },
    script: signedIn,
    goal: {
      description: 'The token endpoint answers invalid_client to correctly encoded credentials.',
      reached: (trace) => credentials(trace).includes(':print%2B') && shows(trace, 'tab', 'invalid_client'),
    },
    remedy: 'happy',
    trouble: {
      code: 'invalid_client',
      cause: 'The secret is not the registered one: rotated, truncated, or from another environment.',
      remedy: 'Compare it with the registration, character by character, and look for spaces and line ends.',
    },
  },
  {
    id: 'secret-not-encoded',
    title: 'Secret not form-encoded',
    summary:
      'The secret is right, but its + went into base64 as it was. The server decodes it to a space: invalid_client.',
    result: 'failure',
    settings: { encodes_credentials: false },
    script: signedIn,
    goal: {
      description: 'The token endpoint answers invalid_client to credentials with a bare +.',
      reached: (trace) => credentials(trace).includes(':print+') && shows(trace, 'tab', 'invalid_client'),
    },
    remedy: 'happy',
    trouble: {
      code: 'invalid_client with the right secret',
      cause:
        'client_secret_basic form-encodes id and secret before base64 (RFC 6749 §2.3.1). Without that, a + or % in them is changed.',
      remedy: 'Encode both parts first, or let a library build the header.',
    },
  },
  {
    id: 'method-mismatch',
    title: 'Registered for the other method',
    summary: 'The registration says client_secret_basic and the app sends the secret in the body: invalid_client.',
    result: 'failure',
    settings: { auth_method: 'client_secret_post' },
    script: signedIn,
    goal: {
      description: 'The server refuses the method.',
      reached: (trace) => failedCheck(trace, 'client_authentication_method') && shows(trace, 'tab', 'invalid_client'),
    },
    remedy: 'client-secret-post',
    trouble: {
      code: 'invalid_client: registered for client_secret_basic',
      cause: 'As a policy the server accepts only the registered token_endpoint_auth_method.',
      remedy: 'Change the app or the registration, so that both say the same.',
    },
  },
  {
    id: 'access-denied',
    title: 'Consent denied',
    summary: 'Ada signs in and then declines what the app asks for: access_denied.',
    result: 'failure',
    script: [...startSignIn, enterPassword, play, { ...approve, fields: { decision: 'deny' } }, play],
    goal: { description: 'The app is told access_denied.', reached: (trace) => shows(trace, 'tab', 'access_denied') },
    remedy: 'happy',
    trouble: {
      code: 'access_denied',
      cause: 'The person declined, or a rule of the server did.',
      remedy: 'Say what the access is for and offer to start again; never start again automatically.',
    },
  },
  {
    id: 'code-expired',
    title: 'Code expired',
    summary: 'The backend’s token request arrives after the code’s lifetime: invalid_grant.',
    result: 'failure',
    script: [
      ...startSignIn,
      enterPassword,
      play,
      approve,
      { type: 'play', until: TOKEN_REQUEST },
      { type: 'advance', to: 'authorization_code' },
      play,
    ],
    goal: {
      description: 'The server refuses the code because of its age.',
      reached: (trace) => failedCheck(trace, 'authorization_code_expiry') && shows(trace, 'tab', 'invalid_grant'),
    },
    remedy: 'happy',
    trouble: {
      code: 'invalid_grant: the code has expired',
      cause: 'The code expired between the redirect and the token request: a slow backend, a queue, a wrong clock.',
      remedy: 'Exchange the code at once, and offer to sign in again.',
    },
  },
  {
    id: 'lost-state',
    title: 'Reload on the callback',
    summary:
      'The callback responds with a page. Ada reloads it: the same code and state arrive again, but the state is used up.',
    result: 'failure',
    settings: { redirects_after_callback: false },
    script: [...signedIn, { type: 'browse', window: 'tab', command: 'reload' }, play],
    goal: {
      description: 'Ada is signed in, and the app refuses a response that nobody is waiting for any more.',
      reached: (trace) => countLifecycle(trace, 'app_session', 'issued') === 1 && failedCheck(trace, 'state'),
    },
    remedy: 'happy',
    trouble: {
      code: 'state_mismatch after a reload',
      cause: 'State and code work once; reloading the callback, or Back, sends them again.',
      remedy:
        'Respond to the callback with a redirect (303). If it is called again and a session exists, show the app.',
    },
  },
  {
    id: 'strict-cookie',
    title: 'SameSite=Strict loses the state',
    summary:
      'The redirect back comes from another site, so the browser does not send a Strict cookie, and the app does not know its own sign-in.',
    result: 'failure',
    settings: { same_site: 'Strict' },
    script: signedIn,
    goal: {
      description: 'The cookie is not sent, and the app finds no sign-in.',
      reached: (trace) =>
        failedCheck(trace, 'state') &&
        trace.some((event) => event.type === 'refused' && event.reason.includes('SameSite=Strict')),
    },
    remedy: 'happy',
    trouble: {
      code: 'state_mismatch at the first try',
      cause: 'The cookie that remembers the sign-in is SameSite=Strict, or belongs to another host, or was blocked.',
      remedy: 'Set it SameSite=Lax, Secure and HttpOnly, on the host of the callback.',
    },
  },
]
