/** What clients and APIs do wrong with a token that is good. */
import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import {
  answered,
  countAnswers,
  countLifecycle,
  countMessages,
  failedCheck,
  passedCheck,
} from '../../scenario-kit/goals.ts'

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
  {
    id: 'roles-left-out',
    title: 'Too many roles for the token',
    summary:
      'Ada is an auditor, and has 200 roles more. Her token names none of them: it says where to ask, and the API Server does not.',
    result: 'failure',
    settings: { role: 'auditor', other_roles: 200 },
    script: [{ type: 'act', action: 'get-token' }, play, { type: 'act', action: 'call-audit-log' }, play],
    goal: {
      description: 'The API Server answers 403 to an auditor.',
      reached: (trace) => failedCheck(trace, 'role') && answered(trace, 'api', 403),
    },
    remedy: 'role-held',
    trouble: {
      code: 'No groups or roles in the token, but _claim_names (or hasgroups)',
      cause:
        'A token names only so many. Of somebody who has more it names none, and says where they are (OpenID Connect Core §5.6.2).',
      remedy: 'Have the token name those alone that are assigned to the app, or ask at the address in _claim_sources.',
    },
  },
  {
    id: 'password-grant',
    title: 'The client sends Ada’s password',
    summary:
      'The client has asked Ada for her password and sends it to the Auth Service, which gives no tokens for one. No page can ask for a second factor there, nor for consent.',
    result: 'failure',
    settings: { grant: 'password' },
    script: [{ type: 'act', action: 'get-token' }, play],
    goal: {
      description: 'The Auth Service does not support the grant, and the client knows a password and has no token.',
      reached: (trace) =>
        failedCheck(trace, 'grant_type') &&
        countMessages(trace, { direction: 'request', parameters: { grant_type: 'password' } }) === 1 &&
        countLifecycle(trace, 'access_token', 'issued') === 0,
    },
    remedy: 'happy',
    trouble: {
      code: 'unsupported_grant_type for grant_type=password (or unauthorized_client, AADSTS50076)',
      cause:
        'The password grant must not be used (RFC 9700 §2.4) and OAuth 2.1 has none. Servers leave it out, switch it off, or refuse it as soon as a second factor is due.',
      remedy:
        'Send Ada to the server with the authorization code grant and PKCE. A command line has the device grant, a job credentials of its own.',
    },
  },
]
