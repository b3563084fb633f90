/** The ways through the flow: with either server, and what becomes of a code that goes to the wrong one. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, countMessages, failedCheck, passedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

const play: ScriptLine = { type: 'play' }
const press = (form: string): ScriptLine[] => [{ type: 'submit', window: 'tab', form, fields: {} }, play]
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const signIn: ScriptLine[] = [
  { type: 'submit', window: 'tab', form: 'sign-in', fields: ADA },
  play,
  { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } },
  play,
]
/** Ada chooses the attacker’s server, finds herself at the one that she knows, and signs in. */
const mixUp: ScriptLine[] = [play, ...press('at-cheap-cloud.example'), ...signIn]

const TO_ATTACKER: MessagePattern = { direction: 'request', sender: 'app', host: 'cheap-cloud.example', path: '/token' }
const REDEEMED_BY_ATTACKER: MessagePattern = {
  sender: 'attacker',
  parameters: { grant_type: 'authorization_code' },
}
const PHOTOS_FOR_ATTACKER: MessagePattern = { sender: 'attacker', host: 'api.example' }
const PHOTOS_IN_APP: MessagePattern = { sender: 'attacker', host: 'app.example', path: '/photos' }

/** True when the code, or anything else, was sent to the attacker’s token endpoint. */
const isMixedUp = (trace: Trace) => countMessages(trace, TO_ATTACKER) > 0
const isStopped = (trace: Trace) => !isMixedUp(trace) && countAnswers(trace, PHOTOS_FOR_ATTACKER, 200) === 0
const isRefusedWithoutSecret = (trace: Trace) => countAnswers(trace, REDEEMED_BY_ATTACKER, 401) === 1
const isInjected = (trace: Trace) => countAnswers(trace, PHOTOS_IN_APP, 200) === 1

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'With the server that Ada knows',
    summary:
      'The app remembers which server it asks. The response names the same one, so the code goes there, and the photos come.',
    result: 'success',
    script: [play, ...press('at-auth.example'), ...signIn, ...press('photos')],
    goal: {
      description: 'The response comes from the server that was asked, and the browser shows the photos.',
      reached: (trace) => passedCheck(trace, 'issuer') && shows(trace, 'tab', 'harbour.jpg'),
    },
  },
  {
    id: 'mixed-up',
    title: 'Mixed up: PKCE does not help',
    summary:
      'Ada chooses the attacker’s server, which sends her on to the honest one. The app takes the code for the attacker’s and sends it there, with the verifier.',
    result: 'failure',
    settings: { compares_issuer: false },
    script: [...mixUp, ...act('redeem')],
    goal: {
      description: 'The attacker redeems code and verifier at the honest server and reads Ada’s photos.',
      reached: (trace) => isMixedUp(trace) && countAnswers(trace, PHOTOS_FOR_ATTACKER, 200) === 1,
    },
    remedy: 'iss-compared',
    trouble: {
      code: 'A code is redeemed by a stranger (mix-up)',
      cause:
        'The app works with several servers, one of them hostile, and does not check which of them a response comes from.',
      remedy: 'Compare iss in the response with the issuer that was asked, before anything is sent (RFC 9207 §2.4).',
    },
  },
  {
    id: 'iss-compared',
    title: 'Mixed up: stopped by iss',
    summary:
      'The same attack. The response says that the honest server made it, the app had asked the other one, and the code goes nowhere.',
    result: 'success',
    script: mixUp,
    goal: {
      description: 'The app refuses the response, and the attacker gets nothing.',
      reached: (trace) => failedCheck(trace, 'issuer') && isStopped(trace),
    },
  },
  {
    id: 'distinct-redirect-uris',
    title: 'Mixed up: stopped by redirect URIs',
    summary:
      'Each server has a redirect URI of its own. The response comes to that of the honest server while the other one was asked.',
    result: 'success',
    settings: { compares_issuer: false, redirect_uris: 'per_issuer' },
    script: mixUp,
    goal: {
      description: 'The app refuses the response, and the attacker gets nothing.',
      reached: (trace) => failedCheck(trace, 'callback') && isStopped(trace),
    },
  },
  {
    id: 'own-client',
    title: 'Redirect URIs, got round',
    summary:
      'The attacker registers a client at the honest server with the redirect URI that the app has for the attacker’s. Now the response comes to the right place.',
    result: 'failure',
    settings: { compares_issuer: false, redirect_uris: 'per_issuer', attack: 'own_client' },
    script: [...mixUp, ...act('redeem')],
    goal: {
      description: 'No check fails, and the attacker reads Ada’s photos.',
      reached: (trace) => !failedCheck(trace, 'callback') && countAnswers(trace, PHOTOS_FOR_ATTACKER, 200) === 1,
    },
    remedy: 'iss-compared',
    trouble: {
      code: 'Mix-up in spite of redirect URIs of their own',
      cause: 'Whoever may register at the honest server can register a redirect URI of somebody else’s app.',
      remedy: 'Compare iss. RFC 9700 §4.4.2.2 wants redirect URIs used for this only where there is no other way.',
    },
  },
  {
    id: 'secret-and-pkce',
    title: 'With a secret and PKCE',
    summary:
      'The attacker has the code and its verifier but no secret. In a sign-in of the attacker’s own, the app sends another verifier, and the server refuses.',
    result: 'success',
    settings: { compares_issuer: false, client_type: 'confidential' },
    script: [...mixUp, ...act('redeem'), ...act('inject')],
    goal: {
      description: 'The code is refused twice: without the secret, and with another verifier.',
      reached: (trace) => isMixedUp(trace) && isRefusedWithoutSecret(trace) && failedCheck(trace, 'pkce'),
    },
  },
  {
    id: 'injected',
    title: 'With a secret, without PKCE',
    summary:
      'The attacker brings the code into a sign-in of the attacker’s own. The app redeems it with its secret, and the attacker’s session shows Ada’s photos.',
    result: 'failure',
    settings: { compares_issuer: false, client_type: 'confidential', uses_pkce: false },
    script: [...mixUp, ...act('redeem'), ...act('inject')],
    goal: {
      description: 'The app shows the attacker Ada’s photos.',
      reached: (trace) => isRefusedWithoutSecret(trace) && isInjected(trace),
    },
    remedy: 'secret-and-pkce',
    trouble: {
      code: 'A stranger’s session has somebody else’s data (code injection)',
      cause: 'Nothing binds a code to the sign-in in which it was asked for: the secret is the same in all of them.',
      remedy: 'Use PKCE, for confidential clients too (RFC 9700 §2.1.1, §4.5.3.1).',
    },
  },
  {
    id: 'chosen-challenge',
    title: 'With a secret and PKCE, got round',
    summary:
      'While Ada’s browser waits, the attacker begins a sign-in and puts its challenge into her request. Her code then fits the attacker’s verifier, which only the app has.',
    result: 'failure',
    settings: { compares_issuer: false, client_type: 'confidential' },
    script: [
      play,
      { type: 'submit', window: 'tab', form: 'at-cheap-cloud.example', fields: {} },
      { type: 'play', until: { direction: 'request', sender: 'browser', host: 'cheap-cloud.example' } },
      { type: 'act', action: 'begin' },
      { type: 'deliver', message: { direction: 'request', sender: 'attacker' } },
      { type: 'deliver', message: { direction: 'response', sender: 'attacker' } },
      play,
      ...signIn,
      ...act('inject'),
    ],
    goal: {
      description: 'PKCE finds nothing wrong, and the app shows the attacker Ada’s photos.',
      reached: (trace) => passedCheck(trace, 'pkce') && isInjected(trace),
    },
    remedy: 'iss-compared',
    trouble: {
      code: 'Code injection in spite of PKCE',
      cause: 'Whoever can change the authorization request can put a challenge of their own into it (RFC 9700 §4.5.4).',
      remedy: 'Keep codes from going astray: compare iss. PKCE is no defence against mix-up.',
    },
  },
  {
    id: 'iss-missing',
    title: 'The server does not send iss',
    summary:
      'The app insists on iss, and this server is from before RFC 9207. Ada signs in without trouble, and the app refuses the response.',
    result: 'failure',
    settings: { sends_issuer: false },
    script: [play, ...press('at-auth.example'), ...signIn],
    goal: {
      description: 'The app refuses a response that does not say where it comes from.',
      reached: (trace) => failedCheck(trace, 'issuer') && shows(trace, 'tab', 'issuer_mismatch'),
    },
    remedy: 'happy',
    trouble: {
      code: 'issuer_mismatch: no iss in the response',
      cause:
        'The server does not send it (authorization_response_iss_parameter_supported is not in its metadata), or something on the way took it out.',
      remedy:
        'Have it send iss. Until then give each server a redirect URI of its own, demand iss only where the metadata promise it, and refuse a wrong one wherever it turns up.',
    },
  },
]
