/** The ways through the flow, each one reached by doing it. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, countMessages, failedCheck } from '../../scenario-kit/goals.ts'

const ASK: MessagePattern = { parameters: { grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange' } }
const REDEEM: MessagePattern = { parameters: { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' } }
const REDEEM_FOR_CALENDAR: MessagePattern = { ...REDEEM, host: 'auth.calendar.example' }
const EVENTS: MessagePattern = { path: '/events' }
const PAGES: MessagePattern = { path: '/pages' }

const play: ScriptLine = { type: 'play' }
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'calendar',
    title: 'One app uses another, and nobody is asked',
    summary:
      'The identity provider issues an assertion for the calendar’s server. That one trades it for an access token, and the calendar answers.',
    result: 'success',
    script: act('read-calendar'),
    goal: {
      description: 'One assertion, one redemption, and Ada’s events.',
      reached: (trace) =>
        countAnswers(trace, ASK, 200) === 1 &&
        countAnswers(trace, REDEEM, 200) === 1 &&
        countAnswers(trace, EVENTS, 200) === 1,
    },
  },
  {
    id: 'wrong-server',
    title: 'The calendar’s assertion opens the wiki',
    summary:
      'The company allows the calendar alone. The wiki’s server trusts the same identity provider and does not look for whom the assertion is.',
    result: 'failure',
    settings: { wiki_checks: false },
    script: act('try-wiki'),
    goal: {
      description: 'The wiki answers, though no assertion was ever issued for it.',
      reached: (trace) => countAnswers(trace, PAGES, 200) === 1,
    },
    remedy: 'target-checked',
    trouble: {
      code: 'assertion for another server accepted',
      cause:
        'The server checks who signed the assertion and not whom it is for, so what is allowed for one app is allowed for all.',
      remedy:
        'Compare aud with the server’s own issuer, and take no more than the resource and scope of the assertion.',
    },
  },
  {
    id: 'target-checked',
    title: 'For another server: refused',
    summary: 'The same assertion at the wiki’s server, which compares aud with its own issuer.',
    result: 'success',
    script: act('try-wiki'),
    goal: {
      description: 'The redemption is refused, and the wiki is never called.',
      reached: (trace) =>
        failedCheck(trace, 'assertion') && countAnswers(trace, REDEEM, 400) === 1 && countMessages(trace, PAGES) === 0,
    },
    trouble: {
      code: 'invalid_grant (aud)',
      cause: 'The assertion was issued for another authorization server.',
      remedy: 'Ask the identity provider for one with the issuer of this server as its audience.',
    },
  },
  {
    id: 'not-allowed',
    title: 'The company does not allow it',
    summary: 'The assistant asks the identity provider for an assertion to the wiki. The company has not allowed that.',
    result: 'failure',
    script: act('read-wiki'),
    goal: {
      description: 'The identity provider answers invalid_target.',
      reached: (trace) => failedCheck(trace, 'target') && countAnswers(trace, ASK, 400) === 1,
    },
    remedy: 'wiki-allowed',
    trouble: {
      code: 'invalid_target',
      cause: 'The identity provider issues no assertions to that server, or not for this client.',
      remedy: 'Have the connection allowed by whoever runs the identity provider; nobody else can.',
    },
  },
  {
    id: 'wiki-allowed',
    title: 'The company allows the wiki, too',
    summary: 'One switch at the identity provider, and the assistant may use the wiki for everybody.',
    result: 'success',
    settings: { allows_wiki: true },
    script: act('read-wiki'),
    goal: { description: 'The wiki answers.', reached: (trace) => countAnswers(trace, PAGES, 200) === 1 },
  },
  {
    id: 'replayed',
    title: 'Used twice',
    summary:
      'The assistant has kept the assertion and shows it again. The draft allows that; this server takes each one once.',
    result: 'failure',
    script: [...act('read-calendar'), ...act('redeem-again')],
    goal: {
      description: 'The second redemption is refused.',
      reached: (trace) => failedCheck(trace, 'assertion_replay') && countAnswers(trace, REDEEM, 400) === 1,
    },
    remedy: 'calendar',
    trouble: {
      code: 'invalid_grant (jti)',
      cause: 'The assertion was redeemed before.',
      remedy: 'Ask the identity provider for a new one, or let the server take an assertion again until it expires.',
    },
  },
  {
    id: 'expired',
    title: 'Redeemed too late',
    summary: 'Five minutes pass between the assertion and its redemption.',
    result: 'failure',
    script: [
      { type: 'act', action: 'read-calendar' },
      { type: 'play', until: { ...REDEEM, direction: 'request' } },
      { type: 'delay', message: REDEEM, seconds: 300 },
      play,
    ],
    goal: {
      description: 'The calendar’s server refuses the redemption: the assertion has expired.',
      reached: (trace) => failedCheck(trace, 'assertion') && countAnswers(trace, REDEEM_FOR_CALENDAR, 400) === 1,
    },
    remedy: 'calendar',
  },
]
