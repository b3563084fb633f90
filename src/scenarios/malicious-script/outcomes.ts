/** What a script in the page gets, and what keeps it from that: each one reached by doing it (RFC 10017 §5.1). */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, countLifecycle, countMessages, failedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

const play: ScriptLine = { type: 'play' }
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const enterPassword: ScriptLine = { type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }
const approve = { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } } as const
const signedIn: ScriptLine[] = [play, ...act('sign-in'), enterPassword, play, approve, play]
const load = act('load-photos')
const expire: ScriptLine = { type: 'advance', to: 'access_token' }

const copied: ScriptLine[] = [...signedIn, ...load, ...act('copy-tokens')]
/** The attacker uses the access token at once. */
const copiedAndCalled = [...copied, ...act('attacker-call')]
/** The attacker waits until the access token is over and Ada has gone on. */
const waited: ScriptLine[] = [...copied, expire, ...load]
/** Where a backend keeps the refresh token, none was copied, and nothing is left to use. */
export const copiedAndRefreshed = (hasRefreshToken: boolean): ScriptLine[] =>
  hasRefreshToken ? [...waited, ...act('attacker-tokens'), ...act('attacker-call')] : waited
/** Ada goes on, and then no more; the attacker has what came last. */
const followed = [
  ...signedIn,
  ...act('follow-tokens'),
  ...load,
  expire,
  ...load,
  ...act('attacker-call'),
  ...act('attacker-tokens'),
  ...act('attacker-call'),
]
/** What Ada does when nobody interferes. */
export const used: readonly ScriptLine[] = [...signedIn, ...load, expire, ...load]
/** The same script whatever stops it: a person who is asked says yes. */
export const newTokensFromPopup = (isAsked: boolean): ScriptLine[] => [
  ...signedIn,
  ...act('new-tokens-popup'),
  ...(isAsked ? [{ ...approve, window: 'popup' }, play] : []),
  ...act('attacker-tokens'),
  ...act('attacker-call'),
]
const newTokensFromFrame: ScriptLine[] = [
  ...signedIn,
  ...act('new-tokens-frame'),
  ...act('attacker-tokens'),
  ...act('attacker-call'),
]

const STOLEN_CALL: MessagePattern = { sender: 'attacker', host: 'api.example' }
const STOLEN_REFRESH: MessagePattern = { sender: 'attacker', parameters: { grant_type: 'refresh_token' } }
const STOLEN_CODE: MessagePattern = { sender: 'attacker', parameters: { grant_type: 'authorization_code' } }

export const showsPhotos = (trace: Trace) => shows(trace, 'tab', 'harbour.jpg')
/** How often the API gave the attacker's own computer the photos. */
const callsServed = (trace: Trace) => countAnswers(trace, STOLEN_CALL, 200)

/** What the attacker holds at the end, as text. */
function lootIn(trace: Trace): string {
  const last = trace.findLast((event) => event.type === 'state' && event.actor === 'attacker')
  return last?.type === 'state' ? JSON.stringify(last.state) : ''
}

/** True when the attacker has the photos, whoever fetched them. */
export function attackerHasPhotos(trace: Trace): boolean {
  return callsServed(trace) > 0 || lootIn(trace).includes('harbour.jpg')
}

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Signed in, and nobody else in the page',
    summary: 'The page signs Ada in, keeps the tokens in sessionStorage, and loads her photos.',
    result: 'success',
    script: [...signedIn, ...load],
    goal: { description: 'Ada sees her photos.', reached: showsPhotos },
  },
  {
    id: 'token-copied',
    title: 'The access token is copied, and used elsewhere',
    summary: 'A script reads sessionStorage and sends it away. From another computer the attacker reads the photos.',
    result: 'failure',
    script: copiedAndCalled,
    goal: { description: 'The API answers the attacker’s own computer.', reached: (trace) => callsServed(trace) === 1 },
    remedy: 'token-bound',
    trouble: {
      code: 'Access token used from another computer',
      cause: 'Every script of the page can read what the page keeps, and a bearer token is good for whoever sends it.',
      remedy: 'Keep tokens at a backend (BFF), or bind them to a key of the browser (DPoP, RFC 10017 §6.3.4.2.2).',
    },
  },
  {
    id: 'token-bound',
    title: 'Tokens bound to a key: the copy is worth nothing',
    summary:
      'The script sends the same tokens away, but not the key, which no script can export. The API refuses them.',
    result: 'success',
    settings: { dpop: true },
    script: copiedAndCalled,
    goal: {
      description: 'The attacker has the token, and the API refuses it.',
      reached: (trace) => failedCheck(trace, 'dpop_binding') && callsServed(trace) === 0,
    },
  },
  {
    id: 'refresh-token-copied',
    title: 'The refresh token is copied, and used for hours',
    summary:
      'The access token is long over. The attacker gets new ones with the refresh token, beside Ada, and nobody notices.',
    result: 'failure',
    settings: { rotation: false },
    script: copiedAndRefreshed(true),
    goal: {
      description: 'The attacker gets new tokens and the photos, after Ada’s app has refreshed.',
      reached: (trace) => countAnswers(trace, STOLEN_REFRESH, 200) === 1 && callsServed(trace) === 1,
    },
    remedy: 'rotation-notices',
    trouble: {
      code: 'Stolen refresh token of a single-page app',
      cause: 'A public client has no secret, and its refresh token is neither rotated nor bound to a key.',
      remedy: 'Rotate it or bind it (RFC 10017 §6.3.2.3 demands one of the two); better, leave it to a backend.',
    },
  },
  {
    id: 'rotation-notices',
    title: 'With rotation the second use gives the theft away',
    summary:
      'Ada’s app has used the token in the meantime. The attacker’s copy is a replay: it is refused, and Ada’s tokens are revoked too.',
    result: 'success',
    script: copiedAndRefreshed(true),
    goal: {
      description: 'The attacker’s refresh is a replay and gets nothing.',
      reached: (trace) =>
        countLifecycle(trace, 'refresh_token', 'replayed') === 1 && countAnswers(trace, STOLEN_REFRESH, 200) === 0,
    },
  },
  {
    id: 'tokens-followed',
    title: 'Every new token is copied, for as long as the script is there',
    summary:
      'The tokens are in memory, so the script listens at fetch and sends each new one away. When Ada has left, the attacker uses the last: no second use, no alarm.',
    result: 'failure',
    settings: { tokens: 'memory' },
    script: followed,
    goal: {
      description: 'The attacker calls and refreshes with the latest tokens, and no replay is seen.',
      reached: (trace) =>
        callsServed(trace) === 2 &&
        countAnswers(trace, STOLEN_REFRESH, 200) === 1 &&
        countLifecycle(trace, 'refresh_token', 'replayed') === 0,
    },
    remedy: 'worker-keeps',
    trouble: {
      code: 'Rotated refresh tokens are stolen all the same',
      cause:
        'The script always has the latest token. Rotation shows a theft only when the app uses the same one again.',
      remedy: 'Keep tokens where no script of the page handles them: a BFF, or a worker that makes the calls itself.',
    },
  },
  {
    id: 'worker-keeps',
    title: 'A worker makes the calls: no token passes through the page',
    summary: 'The same script listens in vain. The page asks the worker for photos, and gets photos.',
    result: 'success',
    settings: { tokens: 'worker' },
    script: followed,
    goal: {
      description: 'Ada sees her photos, also when her token has expired, and the attacker has no token to use.',
      reached: (trace) =>
        showsPhotos(trace) &&
        countLifecycle(trace, 'refresh_token', 'rotated') === 1 &&
        countMessages(trace, { sender: 'attacker' }) === 0 &&
        !lootIn(trace).includes('_token"'),
    },
  },
  {
    id: 'new-tokens',
    title: 'New tokens from a hidden frame',
    summary:
      'Worker and DPoP do not help: the script does not touch Ada’s tokens. It signs in again in a hidden frame, for Ada, and the attacker binds the new tokens to a key of their own.',
    result: 'failure',
    settings: { tokens: 'worker', dpop: true },
    script: newTokensFromFrame,
    goal: {
      description: 'The attacker trades the code, and the API answers their own computer.',
      reached: (trace) => countAnswers(trace, STOLEN_CODE, 200) === 1 && callsServed(trace) === 1,
    },
    remedy: 'code-useless',
    trouble: {
      code: 'Tokens that the app never asked for',
      cause: 'A page without a secret is known by its address alone, and a script in the page has that address too.',
      remedy: 'Let a backend be the client: without its secret the code is worth nothing (RFC 10017 §6.1.4.2).',
    },
  },
  {
    id: 'code-useless',
    title: 'With a backend the code is worth nothing',
    summary: 'The script gets its code in the hidden frame. To trade it takes the secret of the backend.',
    result: 'success',
    settings: { tokens: 'bff' },
    script: newTokensFromFrame,
    goal: {
      description: 'The attacker has a code, and the authorization server refuses to trade it.',
      reached: (trace) => countAnswers(trace, STOLEN_CODE, 401) === 1 && callsServed(trace) === 0,
    },
  },
  {
    id: 'new-tokens-popup',
    title: 'New tokens from a popup',
    summary:
      'The server’s cookie stays out of frames, so the script opens a window. The server asks for consent each time, and Ada presses Allow, as each time.',
    result: 'failure',
    settings: { silent_frames: false, consent_each_time: true },
    script: newTokensFromPopup(true),
    goal: {
      description: 'The attacker trades the code, and the API answers their own computer.',
      reached: (trace) => countAnswers(trace, STOLEN_CODE, 200) === 1 && callsServed(trace) === 1,
    },
    remedy: 'popup-useless',
  },
  {
    id: 'popup-useless',
    title: 'A backend that gives tokens to the page: the code is worth nothing either',
    summary:
      'A token-mediating backend is the client and has the secret. An access token can still be copied from the page, but no new ones can be had.',
    result: 'success',
    settings: { tokens: 'mediator', silent_frames: false },
    script: newTokensFromPopup(false),
    goal: {
      description: 'The attacker has a code, and the authorization server refuses to trade it.',
      reached: (trace) => countAnswers(trace, STOLEN_CODE, 401) === 1 && callsServed(trace) === 0,
    },
  },
  {
    id: 'through-browser',
    title: 'Calls through Ada’s browser',
    summary:
      'The script gets no token, but it can call the API as Ada while the page is open. Its calls look like the app’s own.',
    result: 'failure',
    settings: { tokens: 'bff' },
    script: [...signedIn, ...act('call-as-app')],
    goal: {
      description: 'The attacker has the photos, and never called the API.',
      reached: (trace) => attackerHasPhotos(trace) && callsServed(trace) === 0,
    },
    remedy: 'happy',
    trouble: {
      code: 'Requests that the person did not make, from their own browser',
      cause: 'A script in the page is, to every server, the page itself.',
      remedy:
        'Keep other people’s scripts out: content security policy, few dependencies, escaping. Nothing else prevents it; a backend can watch for unusual calls and limit them.',
    },
  },
]
