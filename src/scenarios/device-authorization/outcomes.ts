/** The ways through the flow: what the TV hears while it polls, and whose code it was. */
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

const POLL: MessagePattern = { parameters: { grant_type: 'urn:ietf:params:oauth:grant-type:device_code' } }
const PHOTOS_TO_ATTACKER: MessagePattern = { sender: 'attacker', host: 'api.example' }

/** What the TV shows in these runs. */
const USER_CODE = 'NFRX-DBXT'
/** What Ada’s authenticator shows during the first half minute. */
const ONE_TIME_CODE = '618892'

const play: ScriptLine = { type: 'play' }
const connect: ScriptLine[] = [play, { type: 'act', action: 'connect' }, play]
const nextPoll: ScriptLine[] = [{ type: 'advance', to: 'tv_polls' }, play]
const enterCode: ScriptLine[] = [
  { type: 'visit', window: 'tab', url: 'https://auth.example/device' },
  play,
  { type: 'submit', window: 'tab', form: 'device', fields: { user_code: USER_CODE } },
  play,
]
const signIn: ScriptLine[] = [{ type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }, play]
const secondFactor: ScriptLine[] = [
  { type: 'submit', window: 'tab', form: 'totp', fields: { code: ONE_TIME_CODE, trust_device: '' } },
  play,
]
function decide(decision: 'approve' | 'deny'): ScriptLine[] {
  return [{ type: 'submit', window: 'tab', form: 'consent', fields: { decision } }, play]
}
const allow = [...enterCode, ...signIn, ...decide('approve')]

/** The attack, as it runs whatever the server checks. */
const attack: ScriptLine[] = [
  play,
  { type: 'act', action: 'phish' },
  play,
  { type: 'follow', window: 'tab', href: `https://auth.example/device?user_code=${USER_CODE}` },
  play,
  ...signIn,
  ...secondFactor,
  ...decide('approve'),
  { type: 'advance', to: 'attacker_polls' },
  play,
]

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'TV connected',
    summary:
      'The TV shows a code and polls. Ada enters the code in her browser, signs in there and allows the TV; its next poll brings the tokens.',
    result: 'success',
    script: [...connect, ...nextPoll, ...allow, ...nextPoll],
    goal: {
      description:
        'One poll is answered with authorization_pending, the next with tokens, and the TV shows the photos.',
      reached: (trace) =>
        countAnswers(trace, POLL, 400) === 1 &&
        countAnswers(trace, POLL, 200) === 1 &&
        shows(trace, 'tv', 'harbour.jpg'),
    },
  },
  {
    id: 'scanned',
    title: 'QR code instead of typing',
    summary:
      'The address has the code in it. Nothing is typed, so the page shows the code once more, to be compared with the TV.',
    result: 'success',
    script: [...connect, { type: 'act', action: 'scan' }, play, ...signIn, ...decide('approve'), ...nextPoll],
    goal: {
      description: 'The TV shows the photos, and no code was typed.',
      reached: (trace) =>
        shows(trace, 'tv', 'harbour.jpg') && countMessages(trace, { method: 'POST', path: '/device' }) === 0,
    },
  },
  {
    id: 'backed-off',
    title: 'Polled too fast, then slower',
    summary:
      'The TV polls every two seconds and is told to slow down. It waits five seconds longer between polls and gets its tokens.',
    result: 'success',
    settings: { polls: 'every_two_seconds' },
    script: [...connect, ...nextPoll, ...nextPoll, ...allow, ...nextPoll],
    goal: {
      description: 'The server says slow_down, and the TV gets the tokens all the same.',
      reached: (trace) => failedCheck(trace, 'polling_interval') && shows(trace, 'tv', 'harbour.jpg'),
    },
  },
  {
    id: 'slow-down',
    title: 'Polled too fast, and gave up',
    summary:
      'The TV knows authorization_pending alone and takes slow_down for the end. Ada allows it a moment later, in vain.',
    result: 'failure',
    settings: { polls: 'every_two_seconds', on_slow_down: 'gives_up' },
    script: [...connect, ...nextPoll, ...nextPoll, ...allow],
    goal: {
      description: 'The server connects the TV, which has stopped asking.',
      reached: (trace) =>
        shows(trace, 'tab', 'Your device is connected') &&
        shows(trace, 'tv', 'slow_down') &&
        countAnswers(trace, POLL, 200) === 0,
    },
    remedy: 'backed-off',
    trouble: {
      code: 'slow_down',
      cause:
        'The device asks sooner than the interval that it was given, and stops at an answer that means “go on, slower”.',
      remedy: 'Take the interval from the response, and add five seconds at each slow_down (RFC 8628 §3.5).',
    },
  },
  {
    id: 'expired-token',
    title: 'Code expired',
    summary:
      'Ada is away for ten minutes. The TV is told that its code has expired, and the server knows no device under it.',
    result: 'failure',
    script: [...connect, { type: 'advance', to: 'device_code' }, play, ...enterCode],
    goal: {
      description: 'The TV hears expired_token, and the page says that no device waits.',
      reached: (trace) =>
        failedCheck(trace, 'device_code_expiry') &&
        shows(trace, 'tv', 'expired_token') &&
        shows(trace, 'tab', 'No device waits'),
    },
    remedy: 'happy',
    trouble: {
      code: 'expired_token',
      cause: 'The person took longer than expires_in of the device authorization response.',
      remedy:
        'Ask for new codes when the person wants to go on, not by itself. If it happens often, let codes live longer, which gives a phisher more time too.',
    },
  },
  {
    id: 'access-denied',
    title: 'Denied by Ada',
    summary: 'Ada enters the code and sees what is asked. She denies, and the next poll of the TV says so.',
    result: 'failure',
    script: [...connect, ...enterCode, ...signIn, ...decide('deny'), ...nextPoll],
    goal: {
      description: 'The TV hears access_denied and stops polling.',
      reached: (trace) =>
        shows(trace, 'tv', 'access_denied') && countMessages(trace, { ...POLL, direction: 'request' }) === 1,
    },
    remedy: 'happy',
    trouble: {
      code: 'access_denied',
      cause: 'The person denied the request, or the server found a reason of its own.',
      remedy: 'Stop polling, say so on the screen, and offer to start over.',
    },
  },
  {
    id: 'phished',
    title: 'Phished with a code',
    summary:
      'An attacker asks for a code and mails Ada the link. The page is real, she passes her second factor, and the attacker gets the tokens.',
    result: 'failure',
    settings: { second_factor: true },
    script: attack,
    goal: {
      description: 'Ada passes the second factor, and the API gives the attacker her photos.',
      reached: (trace) => passedCheck(trace, 'totp') && countAnswers(trace, PHOTOS_TO_ATTACKER, 200) === 1,
    },
    remedy: 'phished-elsewhere',
    trouble: {
      code: 'device code phishing',
      cause:
        'A second factor proves who signs in, and not for which device. The link leads to the real server, so nothing looks wrong.',
      remedy:
        'Turn the grant off for apps that do not need it, compare the networks where that fits, and enter no code that somebody sent you.',
    },
  },
  {
    id: 'phished-elsewhere',
    title: 'Phished, but from another network',
    summary:
      'The server compares where the code was asked for with where it was entered. The attacker is elsewhere, so nothing is connected.',
    result: 'success',
    settings: { second_factor: true, network: 'same' },
    script: attack,
    goal: {
      description: 'The server refuses although Ada allowed it, and the attacker gets nothing.',
      reached: (trace) =>
        failedCheck(trace, 'device_network') &&
        countLifecycle(trace, 'access_token', 'issued') === 0 &&
        countMessages(trace, PHOTOS_TO_ATTACKER) === 0,
    },
  },
  {
    id: 'phished-nearby',
    title: 'Phished from the same network',
    summary:
      'The attacker sits in the same café, or has a computer in Ada’s network do the asking. The check of the network passes.',
    result: 'failure',
    settings: { second_factor: true, network: 'same', attacker_network: 'same' },
    script: attack,
    goal: {
      description: 'The network is the same, and the API gives the attacker Ada’s photos.',
      reached: (trace) => passedCheck(trace, 'device_network') && countAnswers(trace, PHOTOS_TO_ATTACKER, 200) === 1,
    },
    remedy: 'access-denied',
    trouble: {
      code: 'device code phishing from the same network',
      cause: 'An address says which router a connection came through, and not whose device is behind it.',
      remedy: 'The page asks whether the device is in front of you and shows this code. Deny when it is not.',
    },
  },
]
