/** The app’s server signs in whoever brings a token: whose it is, and who brings it (RFC 9700 §4.6). */
import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, failedCheck } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'
import { WALLPAPERS } from './attacker.ts'
import { approve, enterPassword, play, signedIn } from './beats.ts'

/** Ada signs in to the attacker’s app; the attacker puts the token of that into a sign-in of their own. */
const injected: ScriptLine[] = [
  play,
  { type: 'visit', window: 'tab', url: `${WALLPAPERS}/` },
  play,
  enterPassword,
  play,
  approve,
  play,
  { type: 'act', action: 'own-sign-in' },
  play,
  { type: 'act', action: 'inject' },
  play,
]

/** Ada has signed in to the app itself, and that token gets lost. */
const injectedStolen: ScriptLine[] = [
  ...signedIn,
  ...['read-address', 'own-sign-in', 'inject-stolen'].flatMap((action): ScriptLine[] => [
    { type: 'act', action },
    play,
  ]),
]

/** What the app’s server has answered the attacker. */
const attackerIs = (trace: Trace, name: string) =>
  trace.some(
    ({ type, ...event }) =>
      type === 'held' &&
      'message' in event &&
      event.message.to === 'attacker' &&
      event.message.response?.body.includes(name),
  )
const attackerIsAda = (trace: Trace) => attackerIs(trace, 'Ada Lovelace')
const isRefused = (trace: Trace, rule: string) =>
  failedCheck(trace, rule) && countAnswers(trace, { sender: 'attacker', host: 'app.example' }, 401) === 1

/** A token put into a sign-in, and what the server can do about it. */
export const sessionOutcomes: readonly Outcome[] = [
  {
    id: 'injected',
    title: 'Somebody else’s token, put in',
    summary:
      'Ada signs in to a wallpaper app, which gets an access token for little. Its owner begins a sign-in at the print shop and puts Ada’s token into the response. The shop’s server asks whose it is, and lets them in as Ada.',
    result: 'failure',
    settings: { sessions: 'any_token' },
    script: injected,
    goal: { description: 'The app’s server greets the attacker as Ada, and shows her order.', reached: attackerIsAda },
    remedy: 'code-flow',
    trouble: {
      code: 'A sign-in by an access token that was issued to another app',
      cause: 'userinfo says whose a token is, whichever app it was issued to. It does not say who brings it.',
      remedy:
        'Use the code flow with PKCE, and let the server that decides redeem the code. With tokens from an address, let it verify an ID token with nonce and at_hash.',
    },
  },
  {
    id: 'code-flow',
    title: 'A code, and nobody looks at the token',
    summary:
      'The app asks for a code with PKCE, and its server redeems it. The same token is put in beside the attacker’s own code. The server takes no token from outside, so the attacker is signed in as themselves.',
    result: 'success',
    settings: { sessions: 'code' },
    script: injected,
    goal: {
      description: 'The server redeems the attacker’s own code, and Ada’s token is not looked at.',
      reached: (trace) =>
        countAnswers(trace, { sender: 'app', parameters: { grant_type: 'authorization_code' } }, 200) === 1 &&
        attackerIs(trace, 'Mallory') &&
        !attackerIsAda(trace),
    },
  },
  {
    id: 'at-hash',
    title: 'An ID token that must fit',
    summary:
      'The same token is put in. The server wants an ID token for this app and this browser, which the attacker has: their own. Its at_hash is that of another access token.',
    result: 'success',
    settings: { sessions: 'id_token' },
    script: injected,
    goal: {
      description: 'The server refuses the pair of tokens.',
      reached: (trace) => isRefused(trace, 'at_hash') && !attackerIsAda(trace),
    },
  },
  {
    id: 'token-client',
    title: 'Asked to whom it was issued',
    summary:
      'The same token is put in. Before it asks whose the token is, the server asks by introspection to whom it was issued: to the wallpaper app.',
    result: 'success',
    settings: { sessions: 'own_token' },
    script: injected,
    goal: {
      description: 'The server refuses the token of another app.',
      reached: (trace) => isRefused(trace, 'token_client') && !attackerIsAda(trace),
    },
  },
  {
    id: 'injected-stolen',
    title: 'The app’s own token, stolen and put in',
    summary:
      'Ada’s token of the print shop itself gets lost, by an extension that reads addresses. The attacker puts it into a sign-in of their own. It was issued to the right app, so the server lets them in as Ada.',
    result: 'failure',
    settings: { sessions: 'own_token' },
    script: injectedStolen,
    goal: { description: 'The app’s server greets the attacker as Ada, and shows her order.', reached: attackerIsAda },
    remedy: 'stolen-at-hash',
  },
  {
    id: 'stolen-at-hash',
    title: 'Stolen, and of another sign-in',
    summary:
      'The same token of the right app. The ID token beside it is the attacker’s, and its at_hash is that of another access token.',
    result: 'success',
    settings: { sessions: 'id_token' },
    script: injectedStolen,
    goal: {
      description: 'The server refuses the pair of tokens.',
      reached: (trace) => isRefused(trace, 'at_hash') && !attackerIsAda(trace),
    },
  },
]
