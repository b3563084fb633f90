/** The ways through the flow: how the shop learns of the answer, and whose request it was. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { answered, countAnswers, countLifecycle, countMessages, failedCheck, shows } from '../../scenario-kit/goals.ts'

const POLL: MessagePattern = { parameters: { grant_type: 'urn:openid:params:grant-type:ciba' } }
const PING: MessagePattern = { direction: 'request', host: 'shop.example', path: '/pings' }

const play: ScriptLine = { type: 'play' }
const ask: ScriptLine[] = [play, { type: 'act', action: 'ask-1' }, play]
const strangerAsks: ScriptLine[] = [{ type: 'act', action: 'ask-2' }, play]
const approve: ScriptLine[] = [{ type: 'act', action: 'approve-request' }, play]
const deny: ScriptLine[] = [{ type: 'act', action: 'deny-request' }, play]
const nextPoll: ScriptLine[] = [{ type: 'advance', to: 'counter-1_polls' }, play]
const losePing: ScriptLine[] = [
  { type: 'act', action: 'approve-request' },
  { type: 'play', until: PING },
  { type: 'deliver', message: { direction: 'response', sender: 'phone' } },
  { type: 'drop', message: PING },
  play,
]

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Approved on the phone',
    summary:
      'The shop has Ada asked on her phone. Counter and phone show the same words, she approves, and the next poll brings the tokens.',
    result: 'success',
    script: [...ask, ...nextPoll, ...approve, ...nextPoll],
    goal: {
      description:
        'One poll is answered with authorization_pending, the next with tokens, and the counter has the photos.',
      reached: (trace) =>
        countAnswers(trace, POLL, 400) === 1 &&
        countAnswers(trace, POLL, 200) === 1 &&
        shows(trace, 'counter-1', 'harbour.jpg'),
    },
  },
  {
    id: 'ping',
    title: 'Pinged instead of polling',
    summary: 'The server tells the shop that there is a decision, not which. One token request is enough.',
    result: 'success',
    settings: { delivery: 'ping' },
    script: [...ask, ...approve],
    goal: {
      description: 'One ping, one token request, and the counter has the photos.',
      reached: (trace) =>
        countMessages(trace, PING) === 1 &&
        countMessages(trace, { ...POLL, direction: 'request' }) === 1 &&
        shows(trace, 'counter-1', 'harbour.jpg'),
    },
  },
  {
    id: 'ping-lost',
    title: 'Ping lost, then polled',
    summary: 'The ping never arrives. The shop asks by itself after a few seconds and finds that Ada has approved.',
    result: 'success',
    settings: { delivery: 'ping' },
    script: [...ask, ...losePing, ...nextPoll],
    goal: {
      description: 'The server could not tell the shop, and the counter has the photos all the same.',
      reached: (trace) => failedCheck(trace, 'ping') && shows(trace, 'counter-1', 'harbour.jpg'),
    },
  },
  {
    id: 'ping-lost-for-good',
    title: 'Ping lost, and nobody asks',
    summary:
      'The shop waits for the ping alone. Ada has approved, and the counter says “Waiting for your phone” even when the request is over.',
    result: 'failure',
    settings: { delivery: 'ping', polls_too: false },
    script: [...ask, ...losePing, { type: 'advance', to: 'auth_req_id' }, play],
    goal: {
      description: 'Ada has approved, and no token was ever asked for.',
      reached: (trace) =>
        answered(trace, 'auth', 204) &&
        failedCheck(trace, 'ping') &&
        countMessages(trace, POLL) === 0 &&
        shows(trace, 'counter-1', 'Waiting for your phone'),
    },
    remedy: 'ping-lost',
    trouble: {
      code: 'CIBA ping never arrives',
      cause:
        'A ping is one request to the client’s endpoint. A firewall, a restart or a certificate that has expired is enough to lose it.',
      remedy: 'Poll as well: a client that is pinged may (OpenID Connect CIBA §10.1). Stop waiting at expires_in.',
    },
  },
  {
    id: 'approved-blindly',
    title: 'Approved blindly',
    summary:
      'A stranger gives Ada’s address at the next counter while she waits at hers. Both questions look the same, she approves the one on top.',
    result: 'failure',
    settings: { binding_message: false },
    script: [...ask, ...strangerAsks, ...approve, ...nextPoll],
    goal: {
      description: 'The stranger’s counter has Ada’s photos, and hers is still waiting.',
      reached: (trace) =>
        shows(trace, 'counter-2', 'harbour.jpg') && shows(trace, 'counter-1', 'Waiting for your phone'),
    },
    remedy: 'compared',
    trouble: {
      code: 'request approved for somebody else',
      cause:
        'Whoever knows an address can have its owner asked, and nothing on the phone says where the question comes from.',
      remedy:
        'Send a binding_message and show it on both screens. Ask for a user_code, or let people start a request only where they are known already.',
    },
  },
  {
    id: 'compared',
    title: 'Compared, and denied',
    summary:
      'The same, with a message: the phone shows another order than Ada’s counter. She denies that one and approves her own.',
    result: 'success',
    script: [...ask, ...strangerAsks, ...deny, ...approve, ...nextPoll],
    goal: {
      description: 'The stranger’s counter hears access_denied, and Ada’s has her photos.',
      reached: (trace) => shows(trace, 'counter-2', 'access_denied') && shows(trace, 'counter-1', 'harbour.jpg'),
    },
  },
  {
    id: 'slow-down',
    title: 'Polled too fast, and gave up',
    summary: 'The shop polls every two seconds and takes slow_down for the end. Ada approves a moment later, in vain.',
    result: 'failure',
    settings: { polls: 'every_two_seconds', on_slow_down: 'gives_up' },
    script: [...ask, ...nextPoll, ...nextPoll, ...approve],
    goal: {
      description: 'Ada’s answer is taken, and nobody fetches the tokens.',
      reached: (trace) =>
        answered(trace, 'auth', 204) &&
        failedCheck(trace, 'polling_interval') &&
        countLifecycle(trace, 'access_token', 'issued') === 0 &&
        shows(trace, 'counter-1', 'slow_down'),
    },
    remedy: 'happy',
    trouble: {
      code: 'slow_down',
      cause: 'The client polls sooner than the interval of the response, five seconds where there is none.',
      remedy: 'Keep to the interval, and add at least five seconds at each slow_down (OpenID Connect CIBA §11).',
    },
  },
  {
    id: 'expired-token',
    title: 'Not answered in time',
    summary: 'The phone is in Ada’s other coat. After two minutes the request is over, and the shop is told so.',
    result: 'failure',
    script: [...ask, { type: 'advance', to: 'auth_req_id' }, play],
    goal: {
      description: 'The shop hears expired_token and can offer to ask again.',
      reached: (trace) => failedCheck(trace, 'auth_req_id_expiry') && shows(trace, 'counter-1', 'expired_token'),
    },
    remedy: 'happy',
    trouble: {
      code: 'expired_token',
      cause: 'Nobody answered within expires_in of the response, or the notification never reached the phone.',
      remedy: 'Ask again when the person is ready. A shorter requested_expiry tells them sooner.',
    },
  },
]
