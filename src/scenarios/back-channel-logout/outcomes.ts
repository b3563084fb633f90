/** One sign-out for two apps: how it arrives, how it does not, and who else can send one. */
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

const TOKEN: MessagePattern = { method: 'POST', host: 'albums.example', path: '/backchannel-logout' }

const play: ScriptLine = { type: 'play' }
const press = (form: string): ScriptLine => ({ type: 'submit', window: 'tab', form, fields: {} })
const goTo = (href: string): ScriptLine[] => [{ type: 'follow', window: 'tab', href }, play]
const toAlbums = goTo('https://albums.example/')
const toPrints = goTo('https://app.example/')
const reload: ScriptLine[] = [{ type: 'browse', window: 'tab', command: 'reload' }, play]
const signIn: ScriptLine[] = [press('start'), play]
const enterPassword: ScriptLine[] = [{ type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }, play]
const approve: ScriptLine[] = [
  { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } },
  play,
]
const attack = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const signedInToBoth: ScriptLine[] = [play, ...signIn, ...enterPassword, ...approve, ...toAlbums, ...signIn, ...approve]
const signOutOfPrints: ScriptLine[] = [...toPrints, press('sign-out'), play]
/** Signed out everywhere, and in again at the second app. */
const backAtAlbums: ScriptLine[] = [...signedInToBoth, ...signOutOfPrints, ...toAlbums, ...signIn, ...enterPassword]

const ended = (trace: Trace) => countLifecycle(trace, 'app_session', 'ended')
const isSignedIn = (trace: Trace) => shows(trace, 'tab', 'Signed in – Photo Albums')
const isSignedOut = (trace: Trace) =>
  shows(trace, 'tab', 'not signed in here') && shows(trace, 'tab', 'Photo Albums</p>')
/** True when Photo Albums showed its page to Ada after the server had failed to tell it. */
const wasLetInAfterwards = (trace: Trace) =>
  trace
    .slice(trace.findIndex((event) => failedCheck([event], 'backchannel_logout')))
    .some((event) => event.type === 'window' && event.view.html.includes('Signed in – Photo Albums')) &&
  failedCheck(trace, 'backchannel_logout')
const sent = (trace: Trace) => countMessages(trace, { ...TOKEN, direction: 'request', sender: 'auth' })

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'both-apps',
    title: 'One sign-out for both apps',
    summary:
      'Ada signs out of Photo Prints. The server tells Photo Albums, from server to server, and her session there ends as well.',
    result: 'success',
    script: [...signedInToBoth, ...signOutOfPrints, ...toAlbums],
    goal: {
      description: 'Both apps have ended their sessions; Photo Albums did so without the browser.',
      reached: (trace) =>
        ended(trace) === 2 && sent(trace) === 1 && passedCheck(trace, 'logout_token') && isSignedOut(trace),
    },
  },
  {
    id: 'token-lost',
    title: 'The logout token is lost',
    summary:
      'The server sends it once, and it does not arrive. Ada is told that she has signed out, and Photo Albums knows nothing until its own session ends.',
    result: 'failure',
    settings: { attempts: 1 },
    script: [
      ...signedInToBoth,
      ...toPrints,
      press('sign-out'),
      { type: 'play', until: TOKEN },
      { type: 'drop', message: TOKEN },
      play,
      ...toAlbums,
      { type: 'advance', to: 'app_session' },
      ...reload,
    ],
    goal: {
      description: 'Photo Albums let Ada in after the sign-out, and only its own clock put an end to it.',
      reached: (trace) =>
        wasLetInAfterwards(trace) &&
        ended(trace) === 1 &&
        trace.some((event) => event.type === 'clock') &&
        isSignedOut(trace),
    },
    remedy: 'sent-again',
    trouble: {
      code: 'Still signed in to the other app',
      cause: 'The logout token did not arrive, and nobody sent it again. The browser cannot tell.',
      remedy: 'Have the server send it again, and keep the apps’ own sessions short: they are the last resort.',
    },
  },
  {
    id: 'sent-again',
    title: 'Lost, and sent again',
    summary: 'The first logout token is lost. The server notices, sends the same one again, and it arrives.',
    result: 'success',
    script: [
      ...signedInToBoth,
      ...toPrints,
      press('sign-out'),
      { type: 'play', until: TOKEN },
      { type: 'drop', message: TOKEN },
      play,
      ...toAlbums,
    ],
    goal: {
      description: 'Two attempts, one sign-out: nobody is signed in to Photo Albums.',
      reached: (trace) => sent(trace) === 2 && ended(trace) === 2 && isSignedOut(trace),
    },
  },
  {
    id: 'forged',
    title: 'Anybody can sign Ada out',
    summary:
      'Photo Albums reads logout tokens and checks nothing. The attacker writes one without a signature, and Ada is out.',
    result: 'failure',
    settings: { verification: 'none' },
    script: [...signedInToBoth, ...attack('forge'), ...reload],
    goal: {
      description: 'Ada is signed out of Photo Albums. Neither she nor the server has done anything.',
      reached: (trace) => sent(trace) === 0 && ended(trace) === 1 && isSignedOut(trace),
    },
    remedy: 'forgery-refused',
    trouble: {
      code: 'Signed out at random',
      cause: 'The app ends sessions for logout tokens whose signature it does not check, or with alg none.',
      remedy: 'Verify signature, issuer, audience and age with the server’s keys, and never accept alg none.',
    },
  },
  {
    id: 'id-token-accepted',
    title: 'An ID token does it too',
    summary:
      'Photo Albums checks the signature and nothing else. The attacker sends it an ID token from a log: signed by the server, meant for this app.',
    result: 'failure',
    settings: { verification: 'signature' },
    script: [...signedInToBoth, ...attack('send-id-token'), ...reload],
    goal: {
      description: 'An ID token was taken for a logout token, and Ada is signed out.',
      reached: (trace) =>
        passedCheck(trace, 'logout_token_signature') && sent(trace) === 0 && ended(trace) === 1 && isSignedOut(trace),
    },
    remedy: 'forgery-refused',
    trouble: {
      code: 'An ID token works as a logout token',
      cause:
        'Both are signed by the same server, with the same issuer and audience. The app does not ask for the event.',
      remedy:
        'Insist on the logout event in events, refuse tokens with a nonce, and check typ where the server sets it.',
    },
  },
  {
    id: 'forgery-refused',
    title: 'Both forgeries are refused',
    summary: 'With all checks neither the unsigned token nor the ID token gets through, and Ada stays signed in.',
    result: 'success',
    script: [...signedInToBoth, ...attack('forge'), ...attack('send-id-token'), ...reload],
    goal: {
      description: 'Two answers of 400, and Ada is still signed in.',
      reached: (trace) =>
        countAnswers(trace, TOKEN, 400) === 2 &&
        failedCheck(trace, 'logout_token_signature') &&
        failedCheck(trace, 'logout_token_event') &&
        ended(trace) === 0 &&
        isSignedIn(trace),
    },
  },
  {
    id: 'replayed',
    title: 'An old logout token, sent again',
    summary:
      'Ada has signed in again. The attacker sends the logout token of the time before, and Photo Albums, which ends all sessions of a person, ends the new one.',
    result: 'failure',
    settings: { ends: 'sub', remembers_tokens: false },
    script: [...backAtAlbums, ...attack('replay'), ...reload],
    goal: {
      description: 'One token has ended two sessions, and Ada is out again.',
      reached: (trace) =>
        sent(trace) === 1 && countAnswers(trace, TOKEN, 200) === 2 && ended(trace) === 3 && isSignedOut(trace),
    },
    remedy: 'replay-refused',
    trouble: {
      code: 'Signed out again right after signing in',
      cause: 'A logout token was accepted twice, and the app ends all sessions of the person.',
      remedy: 'Remember each jti until the token expires, and end the session that the sid names.',
    },
  },
  {
    id: 'replay-refused',
    title: 'Each logout token works once',
    summary: 'Photo Albums remembers the tokens that it has taken until they expire. The second use is refused.',
    result: 'success',
    settings: { ends: 'sub' },
    script: [...backAtAlbums, ...attack('replay'), ...reload],
    goal: {
      description: 'The replay is refused, and Ada stays signed in.',
      reached: (trace) => failedCheck(trace, 'logout_token_replay') && ended(trace) === 2 && isSignedIn(trace),
    },
  },
  {
    id: 'another-session',
    title: 'A logout token for another session',
    summary:
      'The old token is taken once more, but its sid names a session that is over. The new one has another sid, and nothing happens to it.',
    result: 'success',
    settings: { remembers_tokens: false },
    script: [...backAtAlbums, ...attack('replay'), ...reload],
    goal: {
      description: 'The token is accepted twice, and Ada stays signed in.',
      reached: (trace) => countAnswers(trace, TOKEN, 200) === 2 && ended(trace) === 2 && isSignedIn(trace),
    },
  },
]
