/** Why an app does not know its own sign-in when the browser is back: the cookie of a POST, and more than one instance. */
import type { Outcome } from '../../scenario-kit/contract.ts'
import { answered, countLifecycle, countMessages, failedCheck, shows } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'
import { showPhotos, signedIn, signedInByPost } from './script.ts'

const SECOND = 'app-2.internal.example'
const POSTED = { direction: 'request', method: 'POST', path: '/callback' } as const

/** More than Chromium’s two minutes. */
const LONG_SECONDS = 180

const isSignedIn = (trace: Trace) =>
  countLifecycle(trace, 'app_session', 'issued') === 1 && shows(trace, 'tab', 'Signed in as')
const isUnknown = (trace: Trace) => failedCheck(trace, 'state') && shows(trace, 'tab', 'state_mismatch')
const keptBack = (trace: Trace, reason: string) =>
  trace.some((event) => event.type === 'refused' && event.reason.includes(reason))

/** The outcomes. */
export const callbackOutcomes: readonly Outcome[] = [
  {
    id: 'form-post-lax',
    title: 'Answer by POST, Lax cookie',
    summary:
      'The answer comes in a form that the server’s page posts. With a POST from another site the browser sends no Lax cookie, and the app does not know its own sign-in. “Sign in” leads back to “You are not signed in”, for everybody.',
    result: 'failure',
    settings: { response_mode: 'form_post' },
    script: signedInByPost(0),
    goal: {
      description: 'The Lax cookie stays in the browser, and the app finds no sign-in.',
      reached: (trace) => isUnknown(trace) && keptBack(trace, 'is SameSite=Lax'),
    },
    remedy: 'form-post',
    trouble: {
      code: 'state_mismatch with response_mode=form_post',
      cause:
        'The cookie that remembers the sign-in is SameSite=Lax, and the answer is a POST from another site. Apple answers like this whenever it is asked for the name or the email address.',
      remedy: 'Give that one cookie SameSite=None and Secure, or have the answer in the query.',
    },
  },
  {
    id: 'form-post',
    title: 'Answer by POST, cookie with SameSite=None',
    summary:
      'The cookie of the sign-in goes with the POST, however long Ada takes. The session’s own cookie stays Lax.',
    result: 'success',
    settings: { response_mode: 'form_post', sign_in_cookie: 'None' },
    script: signedInByPost(LONG_SECONDS),
    goal: {
      description: 'Ada is signed in by an answer that was posted three minutes later.',
      reached: (trace) => isSignedIn(trace) && countMessages(trace, POSTED) === 1,
    },
  },
  {
    id: 'form-post-slow',
    title: 'Answer by POST, after three minutes',
    summary:
      'The cookie names no SameSite. Chromium sends it with a POST for two minutes, and Ada looks for her phone. It works for the developer and fails for whoever takes longer.',
    result: 'failure',
    settings: { response_mode: 'form_post', sign_in_cookie: 'unset' },
    script: signedInByPost(LONG_SECONDS),
    goal: {
      description: 'The cookie is too old for the browser’s exception, and the app finds no sign-in.',
      reached: (trace) => isUnknown(trace) && keptBack(trace, 'for 120 seconds, and it is older'),
    },
    remedy: 'form-post',
    trouble: {
      code: 'Missing state cookie, now and then: only when signing in takes long',
      cause:
        'A cookie without SameSite counts as Lax in Chromium, with an exception of two minutes for POSTs. A second factor takes longer.',
      remedy: 'Say SameSite=None and Secure, for that one cookie. Do not rely on the exception.',
    },
  },
  {
    id: 'form-post-quick',
    title: 'Answer by POST, within two minutes',
    summary: 'The same cookie without SameSite, and Ada is quick. This is how it looks on the developer’s machine.',
    result: 'success',
    settings: { response_mode: 'form_post', sign_in_cookie: 'unset' },
    script: signedInByPost(0),
    goal: {
      description: 'Ada is signed in by an answer that was posted at once.',
      reached: (trace) => isSignedIn(trace) && countMessages(trace, POSTED) === 1,
    },
  },
  {
    id: 'other-instance',
    title: 'The answer reaches the other instance',
    summary:
      'A load balancer hands requests to two instances in turn, and each remembers its own sign-ins. The one that gets the answer has never heard of it. Ada tries again, and may be lucky.',
    result: 'failure',
    settings: { instances: 'two' },
    script: signedIn,
    goal: {
      description: 'The second instance has begun the sign-in, and the first one finds none.',
      reached: (trace) =>
        isUnknown(trace) && answered(trace, 'app', 400) && countLifecycle(trace, 'pending_sign_in', 'issued') === 1,
    },
    remedy: 'shared-store',
    trouble: {
      code: 'authorization_request_not_found with more than one instance',
      cause: 'The sign-in is kept in the memory of one process, and the answer went to another one.',
      remedy: 'Keep sign-ins and sessions in a store that all instances share, or in an encrypted cookie.',
    },
  },
  {
    id: 'shared-store',
    title: 'Two instances, one store',
    summary: 'The instances take turns as before. Whichever gets the answer finds the sign-in, and later the session.',
    result: 'success',
    settings: { instances: 'two', session_store: 'shared' },
    script: [...signedIn, ...showPhotos],
    goal: {
      description: 'Both instances have answered, and the browser shows the photos.',
      reached: (trace) =>
        answered(trace, 'app', 200) && answered(trace, 'app2', 200) && shows(trace, 'tab', 'harbour.jpg'),
    },
  },
  {
    id: 'sticky',
    title: 'Two instances, sticky',
    summary:
      'Each instance remembers its own, and the load balancer sends a browser to the one that answered it first. Whoever is on it when it is restarted is signed out.',
    result: 'success',
    settings: { instances: 'two', balancing: 'sticky' },
    script: [...signedIn, ...showPhotos],
    goal: {
      description: 'The second instance was never asked, and the browser shows the photos.',
      reached: (trace) => countMessages(trace, { host: SECOND }) === 0 && shows(trace, 'tab', 'harbour.jpg'),
    },
  },
]
