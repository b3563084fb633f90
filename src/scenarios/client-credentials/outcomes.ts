/** The ways through the flow, each one reached by doing it. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { answered, countAnswers, countMessages, failedCheck } from '../../scenario-kit/goals.ts'

const TOKEN_REQUEST: MessagePattern = {
  direction: 'request',
  parameters: { grant_type: 'client_credentials' },
}
const INVOICES: MessagePattern = { path: '/invoices' }
const SERVICE_CALL: MessagePattern = { ...INVOICES, direction: 'request' }

const BOTH = 'invoices:read ledger:read'

const play: ScriptLine = { type: 'play' }
const register: ScriptLine[] = [{ type: 'act', action: 'register' }, play]
const runJob: ScriptLine[] = [{ type: 'act', action: 'run-job' }, play]
const herdAtExpiry: ScriptLine[] = [
  ...register,
  ...runJob,
  { type: 'advance', to: 'access_token' },
  { type: 'act', action: 'run-jobs' },
  play,
]

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'cold',
    title: 'First call, empty cache',
    summary: 'The service is registered, asks for its first token, and calls Service B with it.',
    result: 'success',
    script: [...register, ...runJob],
    goal: {
      description: 'Service B answers Service A.',
      reached: (trace) => countAnswers(trace, INVOICES, 200) === 1 && countMessages(trace, SERVICE_CALL) === 1,
    },
  },
  {
    id: 'cached',
    title: 'Token from the cache',
    summary: 'The second job finds a token that is valid for minutes; the authorization server does not hear of it.',
    result: 'success',
    script: [...register, ...runJob, ...runJob],
    goal: {
      description: 'Two calls to Service B with one token request.',
      reached: (trace) => countAnswers(trace, INVOICES, 200) === 2 && countMessages(trace, TOKEN_REQUEST) === 1,
    },
  },
  {
    id: 'near-expiry',
    title: 'Renewed a minute before expiry',
    summary: 'The cached token would still be accepted, but not for long; the job gets a new one first.',
    result: 'success',
    script: [...register, ...runJob, { type: 'advance', to: 'refresh_due' }, ...runJob],
    goal: {
      description: 'A second token request, and Service B never refuses.',
      reached: (trace) => countMessages(trace, TOKEN_REQUEST) === 2 && countAnswers(trace, INVOICES, 200) === 2,
    },
  },
  {
    id: 'expired-in-transit',
    title: 'No margin: expired in transit',
    summary: 'The token has one second left when it is sent, and none when it arrives.',
    result: 'failure',
    settings: { refresh_ahead: 0 },
    script: [
      ...register,
      ...runJob,
      { type: 'advance', seconds: 299 },
      { type: 'act', action: 'run-job' },
      { type: 'delay', message: SERVICE_CALL, seconds: 2 },
      play,
    ],
    goal: {
      description: 'Service B refuses the token because of its age.',
      reached: (trace) => failedCheck(trace, 'expiry') && answered(trace, 'service-b', 401),
    },
    remedy: 'near-expiry',
    trouble: {
      code: 'invalid_token',
      cause: 'The cache handed out a token that expired before the request arrived.',
      remedy: 'Renew a token a minute before its exp, and drop a cached token that was answered with 401.',
    },
  },
  {
    id: 'herd-single-flight',
    title: 'Many jobs at expiry, one token request',
    summary:
      'All jobs find the token expired at the same moment. The first one asks, the others wait for the response.',
    result: 'success',
    script: herdAtExpiry,
    goal: {
      description: 'One token request for all jobs, and every job is answered.',
      reached: (trace) => countMessages(trace, TOKEN_REQUEST) === 2 && countMessages(trace, SERVICE_CALL) === 4,
    },
  },
  {
    id: 'herd',
    title: 'Many jobs at expiry, a herd',
    summary: 'Each job asks for a token of its own. With thousands of jobs the token endpoint is overloaded.',
    result: 'failure',
    settings: { single_flight: false },
    script: herdAtExpiry,
    goal: {
      description: 'As many token requests as jobs.',
      reached: (trace) => countMessages(trace, TOKEN_REQUEST) === 4,
    },
    remedy: 'herd-single-flight',
    trouble: {
      code: 'thundering herd',
      cause:
        'Every job that finds the token expired asks for a new one; the token endpoint responds slowly, or with 429.',
      remedy:
        'Let simultaneous jobs share one request (single flight), and cache the token instead of asking for each call.',
    },
  },
  {
    id: 'invalid-scope',
    title: 'Scope that was not registered',
    summary: 'Service A asks to write invoices; its registration only lets it read them.',
    result: 'failure',
    settings: { scope: 'invoices:write' },
    script: [...register, ...runJob],
    goal: {
      description: 'The authorization server answers 400 invalid_scope.',
      reached: (trace) => failedCheck(trace, 'scope') && answered(trace, 'auth', 400),
    },
    remedy: 'cold',
    trouble: {
      code: 'invalid_scope',
      cause: 'The token request names a scope that is not in the client’s registration.',
      remedy: 'Ask for registered scopes only, or have the scope added to the registration.',
    },
  },
  {
    id: 'wrong-secret',
    title: 'Wrong secret',
    summary: 'A character of the secret was lost between the portal and the configuration.',
    result: 'failure',
    settings: { secret: 'truncated' },
    script: [...register, ...runJob],
    goal: {
      description: 'The authorization server answers 401 invalid_client.',
      reached: (trace) => answered(trace, 'auth', 401) && countMessages(trace, SERVICE_CALL) === 0,
    },
    remedy: 'cold',
    trouble: {
      code: 'invalid_client',
      cause: 'The client_secret is not the one that was issued, or was not sent by the registered method.',
      remedy: 'Copy the secret again or have a new one issued; send it as token_endpoint_auth_method says.',
    },
  },
  {
    id: 'registration-refused',
    title: 'Registration refused',
    summary: 'The developer registers for a scope that the server does not offer.',
    result: 'failure',
    settings: { registered_scope: 'payroll:read' },
    script: register,
    goal: {
      description: 'The server refuses the registration with invalid_client_metadata.',
      reached: (trace) => failedCheck(trace, 'client_metadata'),
    },
    remedy: 'cold',
    trouble: {
      code: 'invalid_client_metadata',
      cause:
        'A value in the registration is one that the server does not support, or contradicts another (RFC 7591 §3.2.2).',
      remedy: 'Correct the value that error_description names, and register again.',
    },
  },
  {
    id: 'json-body',
    title: 'JSON in place of a form',
    summary: 'Service A sends its token request as JSON. The server reads a form, and finds none.',
    result: 'failure',
    settings: { body: 'json' },
    script: [...register, ...runJob],
    goal: {
      description: 'The authorization server answers 400 invalid_request.',
      reached: (trace) => failedCheck(trace, 'form_body') && answered(trace, 'auth', 400),
    },
    remedy: 'cold',
    trouble: {
      code: 'invalid_request: missing form parameter (JSON was sent)',
      cause: 'The token endpoint reads application/x-www-form-urlencoded. What is sent as JSON is not there for it.',
      remedy: 'Send the parameters form-encoded, in the body of a POST.',
    },
  },
  {
    id: 'two-apis',
    title: 'Scopes of two APIs',
    summary: 'The request names Service B, and one of its scopes is of another service. A token is for one of them.',
    result: 'failure',
    settings: { resource: 'service_b', registered_scope: BOTH, scope: BOTH },
    script: [...register, ...runJob],
    goal: {
      description: 'The authorization server answers 400 invalid_target.',
      reached: (trace) => failedCheck(trace, 'resource_scope') && answered(trace, 'auth', 400),
    },
    remedy: 'one-api',
    trouble: {
      code: 'invalid_target: the scope is not compatible with the resource',
      cause: 'The scopes that are asked for belong to several APIs, or to another one than the resource named.',
      remedy: 'Ask for the scopes of one API at a time, with a token for each.',
    },
  },
  {
    id: 'one-api',
    title: 'Scopes of the API that is named',
    summary: 'The same registration. Service A asks for what Service B needs, and keeps the rest for another token.',
    result: 'success',
    settings: { resource: 'service_b', registered_scope: BOTH },
    script: [...register, ...runJob],
    goal: {
      description: 'Service B answers Service A.',
      reached: (trace) => countAnswers(trace, INVOICES, 200) === 1,
    },
  },
]
