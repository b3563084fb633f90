/** A key changes, in better and worse orders; each outcome is reached by doing it. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, countMessages, failedCheck } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'

/** Service B asks nobody but the issuer, and for nothing but its keys. */
const KEYS_FETCHED: MessagePattern = { sender: 'service-b', direction: 'request' }
const CALL: MessagePattern = { sender: 'service-a', host: 'service-b.example' }

const play: ScriptLine = { type: 'play' }
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const call = act('call')
const newToken = [...act('restart-service'), ...call]
/** Until every copy of the keys is too old. */
const copiesExpire: ScriptLine = { type: 'advance', seconds: 600 }

const fetches = (trace: Trace) => countMessages(trace, KEYS_FETCHED)
const accepted = (trace: Trace) => countAnswers(trace, CALL, 200)
const refused = (trace: Trace) => countAnswers(trace, CALL, 401)

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'announced',
    title: 'Published first, used later, removed last',
    summary:
      'The new key is published before it signs, and the old one stays until its last token has expired. Nobody notices.',
    result: 'success',
    script: [
      ...call,
      ...act('publish'),
      copiesExpire,
      ...call,
      ...act('switch'),
      ...newToken,
      { type: 'advance', to: 'access_token' },
      ...act('remove'),
      ...call,
    ],
    goal: {
      description: 'Four calls, all accepted, and the keys were fetched three times, each time because of their age.',
      reached: (trace) => accepted(trace) === 4 && refused(trace) === 0 && fetches(trace) === 3,
    },
  },
  {
    id: 'unknown-kid',
    title: 'Unknown kid: fetched once more',
    summary:
      'The server signs with a key that Service B has never seen. Service B fetches the keys again, finds it, and accepts.',
    result: 'success',
    script: [...call, ...act('switch'), ...newToken],
    goal: {
      description: 'Two calls are accepted, and the keys were fetched twice.',
      reached: (trace) => accepted(trace) === 2 && fetches(trace) === 2,
    },
  },
  {
    id: 'stale-cache',
    title: 'Unknown kid: not fetched again',
    summary:
      'Service B looks in its copy alone, and refuses every new token until the copy is too old or somebody restarts it.',
    result: 'failure',
    settings: { refetches: false },
    script: [...call, ...act('switch'), ...newToken],
    goal: {
      description: 'The new token is refused, and nobody has asked for the keys.',
      reached: (trace) => failedCheck(trace, 'signing_key') && refused(trace) === 1 && fetches(trace) === 1,
    },
    remedy: 'unknown-kid',
    trouble: {
      code: 'no applicable key found in the JSON Web Key Set',
      cause:
        'The issuer has a new key, and the verifier an old copy of the key set. Whoever signed in after the change is refused; whoever signed in before goes on.',
      remedy: 'On an unknown kid fetch the key set once more, with a pause between such fetches.',
    },
  },
  {
    id: 'removed-too-early',
    title: 'The old key is removed too early',
    summary:
      'The rotation is announced, but the old key is removed at once. Tokens that it has signed would be good for an hour; they are refused as soon as copies are renewed.',
    result: 'failure',
    script: [
      ...call,
      ...act('publish'),
      copiesExpire,
      ...call,
      ...act('switch'),
      ...act('remove'),
      copiesExpire,
      ...call,
    ],
    goal: {
      description: 'A token that has not expired is refused, because its key is gone.',
      reached: (trace) => accepted(trace) === 2 && failedCheck(trace, 'signing_key') && refused(trace) === 1,
    },
    remedy: 'announced',
    trouble: {
      code: 'Unable to match key: kid',
      cause: 'The issuer has removed a key while tokens that it had signed were still in use.',
      remedy: 'Keep the old key published until the last token that it has signed has expired.',
    },
  },
  {
    id: 'keys-in-memory',
    title: 'Keys lost at a restart',
    summary:
      'The authorization server keeps its key in memory and makes a new one as it starts. What it signed before cannot be verified any more.',
    result: 'failure',
    script: [...call, ...act('restart-issuer'), copiesExpire, ...call],
    goal: {
      description: 'A token from before the restart is refused.',
      reached: (trace) => accepted(trace) === 1 && failedCheck(trace, 'signing_key') && refused(trace) === 1,
    },
    remedy: 'announced',
    trouble: {
      code: 'failed to verify signature, after a deployment of the issuer',
      cause: 'Everybody is signed out at the time of a restart: the issuer has lost the key that signed their tokens.',
      remedy: 'Keep the keys in storage that survives a restart and is shared by all instances.',
    },
  },
  {
    id: 'storm',
    title: 'Invented key ids, a fetch for each',
    summary: 'A stranger sends tokens with key ids that nobody has. For each of them Service B asks the issuer.',
    result: 'failure',
    settings: { cooldown: 0 },
    script: [...call, ...act('flood')],
    goal: {
      description: 'Five tokens of a stranger make Service B fetch the keys five times.',
      reached: (trace) => accepted(trace) === 1 && fetches(trace) === 6,
    },
    remedy: 'cooldown',
    trouble: {
      code: '429 from the jwks_uri',
      cause: 'Every unknown kid makes the verifier fetch the key set, and anybody can invent key ids.',
      remedy:
        'Leave a pause after such a fetch; 30 seconds is what libraries choose. Never empty the copy because of it.',
    },
  },
  {
    id: 'cooldown',
    title: 'Invented key ids, one fetch',
    summary: 'The first of them costs a request. After that Service B does not ask for half a minute.',
    result: 'success',
    script: [...call, ...act('flood')],
    goal: {
      description: 'Five tokens of a stranger make Service B fetch the keys once.',
      reached: (trace) => accepted(trace) === 1 && fetches(trace) === 2,
    },
  },
  {
    id: 'cooldown-in-the-way',
    title: 'A real new key, in the pause',
    summary:
      'A stranger’s token has used up the fetch. The issuer changes its key without notice, and for half a minute good tokens are refused.',
    result: 'failure',
    script: [...call, ...act('flood'), ...act('switch'), ...newToken],
    goal: {
      description: 'A good token is refused, because the keys may not be fetched yet.',
      reached: (trace) => refused(trace) === 1 && fetches(trace) === 2,
    },
    remedy: 'announced',
    trouble: {
      code: '401 for half a minute after a rotation',
      cause: 'The verifier had asked for an unknown kid a moment before, and waits.',
      remedy: 'Publish a new key before it signs, longer ahead than anybody keeps a copy.',
    },
  },
  {
    id: 'algorithm-changed',
    title: 'The new key has another algorithm',
    summary:
      'The issuer signs with RS512 from now on. Service B takes RS256 alone, and refuses before it looks for a key.',
    result: 'failure',
    settings: { new_algorithm: 'RS512' },
    script: [...call, ...act('switch'), ...newToken],
    goal: {
      description: 'The new token is refused because of its algorithm.',
      reached: (trace) => failedCheck(trace, 'algorithm') && refused(trace) === 1,
    },
    remedy: 'unknown-kid',
    trouble: {
      code: 'unexpected signature algorithm',
      cause: 'The issuer has changed its algorithm with its key, and the verifier was built for the old one.',
      remedy: 'Add the new algorithm to the verifier’s list first. Never let the token choose.',
    },
  },
]
