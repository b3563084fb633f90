/** What each of the three habits leads to, reached by doing it. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { answered, countAnswers, passedCheck } from '../../scenario-kit/goals.ts'

const play: ScriptLine = { type: 'play' }
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const BY_SERVICE_A: MessagePattern = { sender: 'service-a', host: 'service-b.example' }
const BY_SERVICE_C: MessagePattern = { sender: 'service-c', host: 'service-b.example' }
const ATTACK: MessagePattern = { sender: 'attacker', host: 'service-b.example' }
const ATTACK_ON_PAYROLL: MessagePattern = { sender: 'attacker', host: 'payroll.example' }

/** A year, in seconds. */
const YEAR = 31_536_000

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'key-leaked',
    title: 'The API key leaks, and works a year later',
    summary: 'Two services share one key. It is in the log of every call, opens payroll too, and never expires.',
    result: 'failure',
    script: [
      ...act('service-a-calls'),
      ...act('service-c-calls'),
      ...act('leak-log'),
      { type: 'advance', seconds: YEAR },
      ...act('attack-service-b'),
      ...act('attack-payroll'),
    ],
    goal: {
      description: 'The attacker reads the reports and the salaries.',
      reached: (trace) =>
        passedCheck(trace, 'api_key') &&
        countAnswers(trace, ATTACK, 200) === 1 &&
        countAnswers(trace, ATTACK_ON_PAYROLL, 200) === 1,
    },
    remedy: 'token-leaked',
    trouble: {
      code: 'leaked API key',
      cause:
        'The key travels with every call, so logs, proxies and error reports hold it; it has no owner and no expiry.',
      remedy: 'Replace it with short-lived tokens for one audience, and keep credentials out of logs.',
    },
  },
  {
    id: 'key-replaced',
    title: 'The API key is replaced, and callers break',
    summary: 'A new key locks out the attacker, and with them every service that does not have it yet.',
    result: 'failure',
    script: [
      ...act('service-a-calls'),
      ...act('leak-log'),
      ...act('rotate-key'),
      ...act('attack-service-b'),
      ...act('service-a-calls'),
      ...act('deploy-key'),
      ...act('service-a-calls'),
      ...act('service-c-calls'),
    ],
    goal: {
      description: 'The attacker is refused, but so are both services until each has the new key.',
      reached: (trace) =>
        countAnswers(trace, ATTACK, 401) === 1 &&
        countAnswers(trace, BY_SERVICE_A, 401) === 1 &&
        countAnswers(trace, BY_SERVICE_A, 200) === 2 &&
        countAnswers(trace, BY_SERVICE_C, 401) === 1,
    },
    remedy: 'token',
    trouble: {
      code: 'key rotation outage',
      cause: 'One key is shared by many callers, and all of them would have to change it at the same moment.',
      remedy: 'Give each service credentials of its own; then one can be replaced without the others noticing.',
    },
  },
  {
    id: 'unauthenticated',
    title: 'Unauthenticated internal call',
    summary: 'Anybody inside the network can call: one vulnerable machine is enough.',
    result: 'failure',
    settings: { habit: 'none' },
    script: [...act('service-a-calls'), ...act('attack-service-b'), ...act('attack-payroll')],
    goal: {
      description: 'The attacker needs nothing at all.',
      reached: (trace) =>
        passedCheck(trace, 'network_trust') &&
        countAnswers(trace, ATTACK, 200) === 1 &&
        countAnswers(trace, ATTACK_ON_PAYROLL, 200) === 1,
    },
    remedy: 'token',
    trouble: {
      code: 'unauthenticated internal call',
      cause: 'The service trusts a request because of where it comes from.',
      remedy: 'Ask every caller for a token, inside the network too, and log the client_id.',
    },
  },
  {
    id: 'token',
    title: 'Each service with its own token',
    summary: 'Both services ask for a token in their own name; the log of Service B says who called.',
    result: 'success',
    settings: { habit: 'token' },
    script: [...act('service-a-calls'), ...act('service-c-calls')],
    goal: {
      description: 'Service B answers both and knows which is which.',
      reached: (trace) =>
        answered(trace, 'auth', 200) &&
        countAnswers(trace, BY_SERVICE_A, 200) === 1 &&
        countAnswers(trace, BY_SERVICE_C, 200) === 1,
    },
  },
  {
    id: 'token-leaked',
    title: 'A token leaks, and is soon useless',
    summary:
      'A stolen bearer token works too, but only for minutes and at one service: not at payroll, and not after exp.',
    result: 'success',
    settings: { habit: 'token' },
    script: [
      ...act('service-a-calls'),
      ...act('leak-log'),
      ...act('attack-service-b'),
      ...act('attack-payroll'),
      { type: 'advance', to: 'access_token' },
      ...act('attack-service-b'),
      ...act('service-a-calls'),
    ],
    goal: {
      description: 'Payroll refuses the audience, Service B the age; Service A goes on as before.',
      reached: (trace) =>
        countAnswers(trace, ATTACK, 200) === 1 &&
        countAnswers(trace, ATTACK, 401) === 1 &&
        countAnswers(trace, ATTACK_ON_PAYROLL, 401) === 1 &&
        countAnswers(trace, BY_SERVICE_A, 200) === 2 &&
        answered(trace, 'auth', 200),
    },
  },
]
