/** What clients and APIs do wrong with a token that is good. */
import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, failedCheck, passedCheck } from '../../scenario-kit/goals.ts'

const RESOURCE = { sender: 'client', path: '/resource' } as const
const play: ScriptLine = { type: 'play' }
const callOnce: ScriptLine[] = [
  { type: 'act', action: 'get-token' },
  play,
  { type: 'act', action: 'call-resource' },
  play,
]

/** Each with what mends it. */
export const mistakes: readonly Outcome[] = [
  {
    id: 'opaque-token',
    title: 'The token is no JWT',
    summary:
      'The Auth Service issues opaque tokens, and the API Server tries to read them as JWTs. It refuses each one.',
    result: 'failure',
    settings: { token_format: 'opaque', validation: 'jwt' },
    script: callOnce,
    goal: {
      description: 'The API Server refuses fresh tokens, because it cannot read them.',
      reached: (trace) => failedCheck(trace, 'jwt_format') && countAnswers(trace, RESOURCE, 401) === 2,
    },
    remedy: 'opaque-introspected',
    trouble: {
      code: 'jwt malformed: the token is opaque',
      cause: 'The token has no dots: only the server that issued it can tell what it says.',
      remedy:
        'Introspect it (RFC 7662), or have the server issue JWTs for this API; some need the API named in the request.',
    },
  },
  {
    id: 'opaque-introspected',
    title: 'Opaque, and introspected',
    summary: 'The same tokens. The API Server asks the Auth Service what each one says.',
    result: 'success',
    settings: { token_format: 'opaque' },
    script: callOnce,
    goal: {
      description: 'The data, after the API Server has asked.',
      reached: (trace) => countAnswers(trace, RESOURCE, 200) === 1 && passedCheck(trace, 'active'),
    },
  },
  {
    id: 'token-elsewhere',
    title: 'The token is in a header of its own',
    summary: 'The client sends its token in X-Access-Token. The API Server looks in Authorization, and finds none.',
    result: 'failure',
    settings: { presents: 'own_header' },
    script: callOnce,
    goal: {
      description: 'The API Server answers 401, and finds no token in the request.',
      reached: (trace) => failedCheck(trace, 'token_present') && countAnswers(trace, RESOURCE, 401) === 2,
    },
    remedy: 'happy',
    trouble: {
      code: 'No token provided (401 without an error)',
      cause: 'There is no Authorization header: another was used, or a proxy or a redirect has taken it away.',
      remedy: 'Send Authorization: Bearer (RFC 6750 §2.1), and let proxies hand it on.',
    },
  },
  {
    id: 'key-as-token',
    title: 'A key in place of the token',
    summary: 'The client sends the key of its project as a bearer token. It stands for no person, and for no grant.',
    result: 'failure',
    settings: { presents: 'project_key' },
    script: callOnce,
    goal: {
      description: 'The API Server asks, hears that this is no token, and answers 401.',
      reached: (trace) => failedCheck(trace, 'active') && countAnswers(trace, RESOURCE, 401) === 2,
    },
    remedy: 'happy',
    trouble: {
      code: 'A key was sent where a token belongs',
      cause: 'A key says which project calls. A token says who allowed what, and was issued to this client.',
      remedy: 'Get a token first and send that. The key goes where the API wants it, as a header of its own.',
    },
  },
]
