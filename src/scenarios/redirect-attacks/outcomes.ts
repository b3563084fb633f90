/** The ways through the flow: codes and a password that get to somebody else, and what keeps them. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, failedCheck, passedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Settings, Trace } from '../../simulation/index.ts'
import { FRAMES } from './pages.ts'

const play: ScriptLine = { type: 'play' }
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const press = (form: string): ScriptLine[] => [{ type: 'submit', window: 'tab', form, fields: {} }, play]
const password: ScriptLine[] = [{ type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }, play]
const allow: ScriptLine[] = [{ type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } }, play]
const open: ScriptLine[] = [play]
const toSignIn: ScriptLine[] = [...open, ...press('start')]
const toFrames: ScriptLine[] = [{ type: 'visit', window: 'tab', url: `${FRAMES}/` }, play]

const signedIn: ScriptLine[] = [...toSignIn, ...password, ...allow]
const leaked: ScriptLine[] = [...signedIn, { type: 'follow', window: 'tab', href: `${FRAMES}/` }, play]

/** What somebody does who only wants to see their photos. */
export function honestUse({ redeems }: Settings): ScriptLine[] {
  return [...signedIn, ...(redeems === 'later' ? press('continue') : []), ...press('photos')]
}

/** Ada has gone away from a page with an unused code; whether there is one depends on the app. */
export function copied({ redeems }: Settings): ScriptLine[] {
  return redeems === 'later' ? [...signedIn, ...act('copy-code'), ...act('inject')] : signedIn
}

/** Ada follows a link; what it tells the attacker depends on the app. */
export function injected({ redeems, referrer_policy }: Settings): ScriptLine[] {
  return redeems === 'later' && referrer_policy === 'unsafe-url' ? [...leaked, ...act('inject')] : leaked
}

/** Ada has begun to sign in when she opens the attacker’s link. */
export function planted({ redeems }: Settings): ScriptLine[] {
  const claimed = [...toSignIn, ...act('plant'), ...toFrames, ...press('claim')]
  return redeems === 'later' ? [...claimed, ...press('continue')] : claimed
}

const AT_ONCE = { redeems: 'at_once' }
const LATER = { redeems: 'later', referrer_policy: 'unsafe-url' }

const refused: ScriptLine[] = [...open, ...act('divert'), ...toFrames, ...press('claim')]
const diverted: ScriptLine[] = [...refused, ...password, ...allow, ...act('inject')]
/** Ada signs in to the attacker’s shop. The second time no page comes after the password, and that is the one that counts. */
export function posted({ redirect_status }: Settings): ScriptLine[] {
  const signIn = [...press('frames-sign-in'), ...password]
  const twice = [...open, ...toFrames, ...signIn, ...allow, ...signIn]
  return redirect_status === '307' ? [...twice, ...act('use-password')] : twice
}

const PHOTOS_FOR_ATTACKER: MessagePattern = { sender: 'attacker', host: 'app.example', path: '/photos' }

/** True when the app has shown the attacker Ada’s photos. */
export function hasPhotos(trace: Trace): boolean {
  return trace.some(
    (event) =>
      event.type === 'held' &&
      event.message.to === 'attacker' &&
      event.message.from === 'app' &&
      event.message.response?.body.includes('harbour.jpg') === true,
  )
}

/** True when Ada’s browser is signed in to the attacker’s account. */
export function isPlanted(trace: Trace): boolean {
  return shows(trace, 'tab', 'Signed in as <strong>mallory</strong>')
}

const gotNothing = (trace: Trace) => countAnswers(trace, PHOTOS_FOR_ATTACKER, 200) === 0

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Everything in its place',
    summary: 'The code comes back to the browser that asked for it, is redeemed at once, and stands in no address.',
    result: 'success',
    script: honestUse(AT_ONCE),
    goal: {
      description: 'State and ID token are right, and Ada sees her photos.',
      reached: (trace) =>
        passedCheck(trace, 'state') && passedCheck(trace, 'id_token') && shows(trace, 'tab', 'harbour.jpg'),
    },
  },
  {
    id: 'history',
    title: 'A code in the history',
    summary:
      'The app shows a page before it redeems the code, and Ada goes away. Somebody at the same computer finds the code and brings it to the app.',
    result: 'failure',
    settings: { redeems: 'later', uses_pkce: false, uses_nonce: false },
    script: copied(LATER),
    goal: { description: 'The app shows the attacker Ada’s photos.', reached: hasPhotos },
    remedy: 'happy',
    trouble: {
      code: 'An unused code in the browser history',
      cause: 'The callback is a page, so its address is kept, and the code in it can still be used.',
      remedy: 'Redeem the code at once and answer the callback with a redirect. Use PKCE (RFC 9700 §4.3.1).',
    },
  },
  {
    id: 'injected',
    title: 'Leaked by the Referer, and injected',
    summary:
      'The page with the code in its address links to the attacker’s site, and its policy tells that site all of it. The attacker’s session gets Ada’s photos.',
    result: 'failure',
    settings: { redeems: 'later', referrer_policy: 'unsafe-url', uses_pkce: false, uses_nonce: false },
    script: injected(LATER),
    goal: { description: 'The app shows the attacker Ada’s photos.', reached: hasPhotos },
    remedy: 'bound-code',
    trouble: {
      code: 'A code in the Referer of another site',
      cause: 'The page after the sign-in has the code in its address, and links or pictures of other sites on it.',
      remedy:
        'Redeem the code at once, send Referrer-Policy: no-referrer, and use PKCE, so that a stolen code is worth nothing.',
    },
  },
  {
    id: 'bound-code',
    title: 'Leaked, and worth nothing',
    summary:
      'The same leak. The app sends the verifier of the attacker’s sign-in, the code belongs to Ada’s, and the server refuses.',
    result: 'success',
    settings: { redeems: 'later', referrer_policy: 'unsafe-url' },
    script: injected(LATER),
    goal: {
      description: 'The code is refused, and the attacker sees nothing.',
      reached: (trace) => failedCheck(trace, 'pkce') && gotNothing(trace),
    },
  },
  {
    id: 'login-csrf',
    title: 'Signed in to somebody else’s account',
    summary:
      'Ada has begun to sign in and opens a link that ends at the app’s callback, with the attacker’s code. What she orders now is in the attacker’s account.',
    result: 'failure',
    settings: { checks_state: false, uses_pkce: false, uses_nonce: false },
    script: planted(AT_ONCE),
    goal: { description: 'Ada’s browser is signed in to the attacker’s account.', reached: isPlanted },
    remedy: 'csrf-refused',
    trouble: {
      code: 'Signed in as somebody else (login CSRF)',
      cause: 'The callback takes any code that a browser brings, whoever asked for it.',
      remedy:
        'Compare the state with the one that this browser’s session remembers, or a nonce in the same way. PKCE does as well, if the server is known to support it (RFC 9700 §4.7.1).',
    },
  },
  {
    id: 'csrf-refused',
    title: 'The state does not fit',
    summary: 'The same link. Its state is that of the attacker’s sign-in, and this browser began another one.',
    result: 'success',
    script: planted(AT_ONCE),
    goal: {
      description: 'The app refuses the answer, and nobody is signed in.',
      reached: (trace) => failedCheck(trace, 'state') && !isPlanted(trace),
    },
  },
  {
    id: 'downgraded',
    title: 'PKCE, taken out on the way',
    summary:
      'The app relies on PKCE alone. The attacker takes the challenge out of their own request, and the server does not mind a verifier for such a code.',
    result: 'failure',
    settings: { checks_state: false, uses_nonce: false, refuses_downgrade: false, strips_challenge: true },
    script: planted(AT_ONCE),
    goal: {
      description: 'The app sends a verifier, and Ada’s browser is signed in to the attacker’s account.',
      reached: isPlanted,
    },
    remedy: 'downgrade-refused',
    trouble: {
      code: 'Login CSRF in spite of PKCE (downgrade)',
      cause: 'The server enforces PKCE only where a request has a challenge, and ignores a verifier where it had none.',
      remedy: 'Have the server refuse a verifier for a code without a challenge (RFC 9700 §4.8.2), or require PKCE.',
    },
  },
  {
    id: 'downgrade-refused',
    title: 'The downgrade is noticed',
    summary: 'The same link. The server sees a verifier where there was no challenge, and refuses the code.',
    result: 'success',
    settings: { checks_state: false, uses_nonce: false, strips_challenge: true },
    script: planted(AT_ONCE),
    goal: {
      description: 'The server refuses the code, and nobody is signed in.',
      reached: (trace) => failedCheck(trace, 'pkce') && !isPlanted(trace),
    },
  },
  {
    id: 'diverted',
    title: 'Sent back to the wrong place',
    summary:
      'The server compares only how a redirect URI begins, and the app has a page that leads anywhere. PKCE and nonce are the attacker’s own.',
    result: 'failure',
    settings: { redirect_uri_matching: 'prefix', redirector: 'anywhere' },
    script: diverted,
    goal: { description: 'The app shows the attacker Ada’s photos.', reached: hasPhotos },
    remedy: 'diversion-refused',
    trouble: {
      code: 'A code at a stranger’s site (loose redirect_uri, open redirector)',
      cause: 'Part of the redirect URI is free, and some page of the app leads on to where its address says.',
      remedy: 'Compare redirect URIs as whole strings (RFC 9700 §4.1.3), and let no page redirect to unknown targets.',
    },
  },
  {
    id: 'diversion-refused',
    title: 'Compared as a whole',
    summary:
      'The same link. The redirect URI is not the registered one, so the server shows a page and goes no further.',
    result: 'success',
    script: refused,
    goal: {
      description: 'The server refuses the request before anybody signs in.',
      reached: (trace) => failedCheck(trace, 'redirect_uri') && gotNothing(trace),
    },
  },
  {
    id: 'password-posted',
    title: 'The password, posted on',
    summary:
      'Ada signs in to the attacker’s shop at the server that she knows. It sends her back with 307, and her browser sends the form once more, to the shop.',
    result: 'failure',
    settings: { redirect_status: '307' },
    script: posted({ redirect_status: '307' }),
    goal: { description: 'The attacker signs in with Ada’s password and sees her photos.', reached: hasPhotos },
    remedy: 'happy',
    trouble: {
      code: 'An app gets the password (307)',
      cause: 'The server answers the sign-in form with 307, and a browser repeats the POST at the new address.',
      remedy: 'Answer forms with 303 (RFC 9700 §4.12). Frameworks have a helper whose default is another status.',
    },
  },
]
