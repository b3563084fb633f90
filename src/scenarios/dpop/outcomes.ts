/** What a bound token stops, what stops its rightful owner, and what it does not stop: each one reached by doing it. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, failedCheck, passedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

const play: ScriptLine = { type: 'play' }
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const enterPassword: ScriptLine = { type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }
const approve: ScriptLine = { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } }
const signedIn: ScriptLine[] = [play, ...act('sign-in'), enterPassword, play, approve, play]
const load = act('load-photos')
const expire: ScriptLine = { type: 'advance', to: 'access_token' }

/** The script of a theft: the same with bearer tokens and with bound ones. */
const theft: ScriptLine[] = [
  ...signedIn,
  ...load,
  ...act('steal-tokens'),
  ...act('attacker-call'),
  ...act('attacker-refresh'),
  expire,
  ...load,
]
/** The script signs in the page, and the attacker calls at once. */
const signingNow: ScriptLine[] = [...signedIn, ...load, ...act('make-proofs'), ...act('attacker-call')]
/** The same, and the attacker calls again when Ada has long closed the page. */
const signing: ScriptLine[] = [...signingNow, { type: 'advance', seconds: 240 }, ...act('attacker-call')]

const OWN_CALL: MessagePattern = { sender: 'app', host: 'api.example' }
const STOLEN_CALL: MessagePattern = { sender: 'attacker', host: 'api.example' }
const STOLEN_REFRESH: MessagePattern = { sender: 'attacker', parameters: { grant_type: 'refresh_token' } }
const TOKEN_REQUEST: MessagePattern = { sender: 'app', parameters: { grant_type: 'authorization_code' } }

const showsPhotos = (trace: Trace) => shows(trace, 'tab', 'harbour.jpg')

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Signed in, with tokens bound to a key',
    summary:
      'The page makes a key that no script can export, and signs a proof for each request. The tokens are good only with that.',
    result: 'success',
    script: [...signedIn, ...load],
    goal: {
      description: 'The API answers a call whose proof is signed with the key of the token.',
      reached: (trace) => showsPhotos(trace) && passedCheck(trace, 'dpop_binding'),
    },
  },
  {
    id: 'stolen-bearer',
    title: 'Bearer tokens: whoever has them reads the photos',
    summary:
      'A script in the page sends the tokens away. From another computer the attacker reads the photos and renews the tokens; Ada is signed out when the app refreshes.',
    result: 'failure',
    settings: { proofs: 'none' },
    script: theft,
    goal: {
      description: 'The attacker gets the photos and new tokens.',
      reached: (trace) => countAnswers(trace, STOLEN_CALL, 200) === 1 && countAnswers(trace, STOLEN_REFRESH, 200) === 1,
    },
    remedy: 'stolen-bound',
    trouble: {
      code: 'Photos read from an unknown computer',
      cause: 'A bearer token is good for whoever sends it, from anywhere, until it expires (RFC 6750 §1.2).',
      remedy: 'Bind tokens to a key of the client: DPoP (RFC 9449), or mutual TLS for servers (RFC 8705).',
    },
  },
  {
    id: 'stolen-bound',
    title: 'Bound tokens: the same theft gets nothing',
    summary:
      'The same script sends the same tokens away, but not the key. The API refuses a proof of another key, and so does the authorization server. Ada goes on.',
    result: 'success',
    script: theft,
    goal: {
      description: 'The attacker gets neither photos nor tokens; the app refreshes and gets both.',
      reached: (trace) =>
        failedCheck(trace, 'dpop_binding') &&
        failedCheck(trace, 'refresh_token_binding') &&
        countAnswers(trace, STOLEN_CALL, 200) === 0 &&
        countAnswers(trace, STOLEN_REFRESH, 200) === 0 &&
        countAnswers(trace, OWN_CALL, 200) === 2,
    },
  },
  {
    id: 'clock-off',
    title: 'The device’s clock is off: every proof is refused',
    summary:
      'The clock of Ada’s device is ten minutes slow. A proof says when it was made, and the server takes it for an old one.',
    result: 'failure',
    settings: { clock_offset: -600 },
    script: signedIn,
    goal: {
      description: 'The token request is refused with invalid_dpop_proof, for the time in the proof.',
      reached: (trace) => failedCheck(trace, 'dpop_iat') && shows(trace, 'tab', 'invalid_dpop_proof'),
    },
    remedy: 'clock-nonce',
    trouble: {
      code: 'invalid_dpop_proof: the proof is too old',
      cause: 'The iat of the proof comes from the clock of the device, and that is off by more than the server allows.',
      remedy:
        'Let the servers hand out nonces (RFC 9449 §8, §9) and go by them instead of the iat (RFC 9449 §11.1): then the clock of the device does not matter.',
    },
  },
  {
    id: 'clock-nonce',
    title: 'The same clock, and a nonce from the server',
    summary:
      'Each server refuses the first proof with use_dpop_nonce and hands out a nonce. The app signs again with it, and nobody asks the device for the time.',
    result: 'success',
    settings: { clock_offset: -600, nonces: true },
    script: [...signedIn, ...load],
    goal: {
      description: 'Each server asks for its nonce once, and then accepts the proof.',
      reached: (trace) =>
        countAnswers(trace, TOKEN_REQUEST, 400) === 1 && countAnswers(trace, OWN_CALL, 401) === 1 && showsPhotos(trace),
    },
  },
  {
    id: 'kept-proof',
    title: 'A proof is sent a second time',
    summary:
      'The app keeps its proof and sends it again with the second call. Somebody who has recorded the request would do the same, so the API refuses it.',
    result: 'failure',
    settings: { proofs: 'kept' },
    script: [...signedIn, ...load, ...load],
    goal: {
      description: 'The first call is answered; the second is refused because its jti was used.',
      reached: (trace) => failedCheck(trace, 'dpop_jti') && countAnswers(trace, OWN_CALL, 200) === 1,
    },
    remedy: 'happy',
    trouble: {
      code: 'invalid_dpop_proof: the jti was used before',
      cause: 'The client keeps proofs, or a library below it repeats a request with the same headers.',
      remedy: 'Make a new proof, with a new jti, for each request and for each retry.',
    },
  },
  {
    id: 'another-method',
    title: 'A proof for another request',
    summary:
      'The app takes the proof of its token request for a credential and sends it to the API as well. It was made for a POST to another server.',
    result: 'failure',
    settings: { proofs: 'for_all' },
    script: [...signedIn, ...load],
    goal: {
      description: 'The API refuses the proof because its htm is that of another request.',
      reached: (trace) => failedCheck(trace, 'dpop_htm') && shows(trace, 'tab', 'invalid_dpop_proof'),
    },
    remedy: 'happy',
    trouble: {
      code: 'invalid_dpop_proof: the htm does not match',
      cause: 'One proof is used for several requests; it names the method and the address of one.',
      remedy: 'Make a new proof for each request, with its method in htm and its address in htu.',
    },
  },
  {
    id: 'another-address',
    title: 'A proof for another address',
    summary:
      'The htu of the proof is the server’s origin and not the address of the token endpoint, so the proof is for nothing that exists.',
    result: 'failure',
    settings: { proofs: 'origin' },
    script: signedIn,
    goal: {
      description: 'The token request is refused because the htu is another address.',
      reached: (trace) => failedCheck(trace, 'dpop_htu') && shows(trace, 'tab', 'invalid_dpop_proof'),
    },
    remedy: 'happy',
    trouble: {
      code: 'invalid_dpop_proof: the htu does not match',
      cause:
        'The htu lacks the path, or client and server know the address by different names: a proxy in between changes host or scheme.',
      remedy:
        'Put the address that the client calls into htu, without query and fragment; tell the server its public address.',
    },
  },
  {
    id: 'script-signs',
    title: 'A script that signs ahead: used when the page is closed',
    summary:
      'A script in the page cannot export the key, but it can sign with it: a proof for now, and one that is dated ahead. With that the attacker reads the photos when the page is long closed.',
    result: 'failure',
    script: signing,
    goal: {
      description: 'The attacker gets the photos at once, and four minutes later.',
      reached: (trace) => countAnswers(trace, STOLEN_CALL, 200) === 2,
    },
    remedy: 'script-nonce',
    trouble: {
      code: 'Bound token used from an unknown computer',
      cause:
        'An injected script used the key in the page. The time in a proof is whatever its maker says (RFC 9449 §11.2).',
      remedy:
        'Hand out nonces, so that no proof outlives its nonce; keep access tokens short, and other people’s scripts out of the page.',
    },
  },
  {
    id: 'script-nonce',
    title: 'With nonces hardly longer than the page is open',
    summary:
      'A nonce cannot be known in advance, so the proof for later is refused. The one for now works as before: no key in a page stops a script of that page.',
    result: 'success',
    settings: { nonces: true },
    script: signing,
    goal: {
      description: 'The attacker gets the photos once; four minutes later the API asks for a nonce of that moment.',
      reached: (trace) =>
        countAnswers(trace, STOLEN_CALL, 200) === 1 &&
        countAnswers(trace, STOLEN_CALL, 401) === 1 &&
        failedCheck(trace, 'dpop_nonce'),
    },
  },
  {
    id: 'script-signs-now',
    title: 'What DPoP does not stop: a script that signs in the page',
    summary:
      'While the page is open the script signs what the attacker needs, with the nonce of the moment. The API answers the attacker’s own computer.',
    result: 'failure',
    settings: { nonces: true },
    script: signingNow,
    goal: {
      description: 'The attacker gets the photos, in spite of keys and nonces, and is refused nothing.',
      reached: (trace) => countAnswers(trace, STOLEN_CALL, 200) === 1 && countAnswers(trace, STOLEN_CALL, 401) === 0,
    },
    remedy: 'happy',
  },
]
