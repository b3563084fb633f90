/** The ways through the flow, each one reached by doing it. */

import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import {
  answered,
  countAnswers,
  countLifecycle,
  countMessages,
  failedCheck,
  passedCheck,
} from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'
import { mistakes } from './mistakes.ts'

const RESOURCE: MessagePattern = { sender: 'client', path: '/resource' }
const RESOURCE_REQUEST: MessagePattern = { ...RESOURCE, direction: 'request' }
const PROFILE: MessagePattern = { sender: 'client', path: '/profile' }
const AUDIT_LOG: MessagePattern = { sender: 'client', path: '/audit-log' }
const REFRESH: MessagePattern = { parameters: { grant_type: 'refresh_token' } }

const play: ScriptLine = { type: 'play' }
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const getToken = act('get-token')
const callResource = act('call-resource')
const toExpiry: ScriptLine = { type: 'advance', to: 'access_token' }
const expireOnTheWay: ScriptLine[] = [
  ...getToken,
  { type: 'advance', seconds: 299 },
  { type: 'act', action: 'call-resource' },
  { type: 'delay', message: RESOURCE_REQUEST, seconds: 2 },
  play,
]
const revokeAndCall: ScriptLine[] = [...getToken, ...callResource, ...act('revoke'), ...callResource]

/** True when so much virtual time has passed. */
function hasLasted(trace: Trace, seconds: number): boolean {
  return ((trace.at(-1)?.time ?? 0) - (trace[0]?.time ?? 0)) / 1000 >= seconds
}

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Token, call, data',
    summary: 'The client gets a token with its credentials and reads the resource with it.',
    result: 'success',
    script: [...getToken, ...callResource],
    goal: {
      description: 'The API Server answers with the data.',
      reached: (trace) =>
        countLifecycle(trace, 'access_token', 'issued') === 1 &&
        countAnswers(trace, RESOURCE, 200) === 1 &&
        !answered(trace, 'api', 401),
    },
  },
  {
    id: 'refresh',
    title: 'Expired, and refreshed without signing in',
    summary: 'The client knows from expires_in that its token has expired, and renews it before the call.',
    result: 'success',
    script: [...getToken, ...callResource, toExpiry, ...callResource],
    goal: {
      description: 'One refresh, two answers, and no 401.',
      reached: (trace) =>
        countAnswers(trace, REFRESH, 200) === 1 &&
        countAnswers(trace, RESOURCE, 200) === 2 &&
        !answered(trace, 'api', 401),
    },
  },
  {
    id: 'expiry-mid-request',
    title: 'Expired on the way, and tried again',
    summary: 'The token is valid when it is sent and expired when it arrives: 401, refresh, the same call once more.',
    result: 'success',
    script: expireOnTheWay,
    goal: {
      description: 'A 401, a refresh, and then the data.',
      reached: (trace) =>
        countAnswers(trace, RESOURCE, 401) === 1 &&
        countAnswers(trace, REFRESH, 200) === 1 &&
        countAnswers(trace, RESOURCE, 200) === 1,
    },
  },
  {
    id: 'no-retry',
    title: 'Expired on the way, not tried again',
    summary: 'A client that gives up at every 401 shows an error that one refresh would have avoided.',
    result: 'failure',
    settings: { retries: 0 },
    script: expireOnTheWay,
    goal: {
      description: 'A 401 and nothing after it.',
      reached: (trace) => countAnswers(trace, RESOURCE, 401) === 1 && countMessages(trace, REFRESH) === 0,
    },
    remedy: 'expiry-mid-request',
    trouble: {
      code: 'invalid_token',
      cause: 'The access token expired, possibly while the request was on its way.',
      remedy: 'Refresh once and repeat the call once; a second 401 in a row is another fault.',
    },
  },
  {
    id: 'long-lived',
    title: 'A token that lasts all day',
    summary: 'An hour later the same token still works, without a refresh. Whoever steals it has all day too.',
    result: 'success',
    settings: { access_token_lifetime: 86_400 },
    script: [...getToken, ...callResource, { type: 'advance', seconds: 3600 }, ...callResource],
    goal: {
      description: 'Two answers with one token.',
      reached: (trace) =>
        countLifecycle(trace, 'access_token', 'issued') === 1 &&
        countAnswers(trace, RESOURCE, 200) === 2 &&
        hasLasted(trace, 3600),
    },
  },
  {
    id: 'insufficient-scope',
    title: 'Scope missing',
    summary:
      'GET /profile requires scope:profile, and the token does not have it. A new token of the same kind would not help.',
    result: 'failure',
    script: [...getToken, ...act('call-profile')],
    goal: {
      description: 'The API Server answers 403 insufficient_scope.',
      reached: (trace) => failedCheck(trace, 'scope') && answered(trace, 'api', 403),
    },
    remedy: 'profile',
    trouble: {
      code: 'insufficient_scope',
      cause: 'The token is valid, but its scope does not cover the resource.',
      remedy: 'Ask for the scope that the challenge names; refreshing does not add one.',
    },
  },
  {
    id: 'profile',
    title: 'Scope granted',
    summary: 'The client asked for scope:profile as well, so GET /profile answers.',
    result: 'success',
    settings: { scope: 'resource:read scope:profile' },
    script: [...getToken, ...act('call-profile')],
    goal: { description: 'The profile is read.', reached: (trace) => countAnswers(trace, PROFILE, 200) === 1 },
  },
  {
    id: 'role-missing',
    title: 'Role missing',
    summary:
      'The client has the scope, but Ada is not an auditor. No scope gives anybody a role, so there is nothing to ask for.',
    result: 'failure',
    script: [...getToken, ...act('call-audit-log')],
    goal: {
      description: 'The API Server answers 403, although the scope is sufficient.',
      reached: (trace) => passedCheck(trace, 'scope') && failedCheck(trace, 'role') && answered(trace, 'api', 403),
    },
    remedy: 'role-held',
    trouble: {
      code: 'access_denied (403 without a challenge)',
      cause: 'The token is valid and has the scope, but the person does not have the role that the resource is for.',
      remedy: 'Give the person the role; the next token will carry it. A new token before that changes nothing.',
    },
  },
  {
    id: 'role-held',
    title: 'Role held',
    summary: 'Ada is an auditor: her access token says so, and GET /audit-log answers.',
    result: 'success',
    settings: { role: 'auditor' },
    script: [...getToken, ...act('call-audit-log')],
    goal: {
      description: 'The audit log is read, by scope and role.',
      reached: (trace) => passedCheck(trace, 'role') && countAnswers(trace, AUDIT_LOG, 200) === 1,
    },
  },
  {
    id: 'revoked-introspection',
    title: 'Revoked, noticed at once',
    summary: 'The API Server asks about each token, so a revoked one is refused at the next call.',
    result: 'success',
    script: revokeAndCall,
    goal: {
      description: 'A 401 right after the revocation, and the refresh token no longer works either.',
      reached: (trace) =>
        countLifecycle(trace, 'access_token', 'revoked') === 1 &&
        failedCheck(trace, 'active') &&
        countAnswers(trace, REFRESH, 400) === 1,
    },
  },
  {
    id: 'revoked-jwt',
    title: 'Revoked, not noticed',
    summary: 'The signature of a revoked token is as good as before, so the token works until exp.',
    result: 'failure',
    settings: { validation: 'jwt' },
    script: revokeAndCall,
    goal: {
      description: 'The API Server gives the data for a revoked token.',
      reached: (trace) =>
        countLifecycle(trace, 'access_token', 'revoked') === 1 &&
        countAnswers(trace, RESOURCE, 200) === 2 &&
        !passedCheck(trace, 'revocation_list'),
    },
    remedy: 'revoked-introspection',
    trouble: {
      code: 'revoked token accepted',
      cause: 'Nothing in a locally validated JWT says that it was revoked.',
      remedy: 'Keep lifetimes short; introspect where minutes matter, or keep a list of revoked tokens.',
    },
  },
  {
    id: 'revoked-list',
    title: 'Revoked, noticed with the next list',
    summary: 'The API Server fetches a list of revoked tokens every minute; until then the revoked one works.',
    result: 'success',
    settings: { validation: 'revocation_list' },
    script: [...revokeAndCall, { type: 'advance', seconds: 60 }, ...callResource],
    goal: {
      description: 'The data once more, and a 401 once the list has been fetched again.',
      reached: (trace) => countAnswers(trace, RESOURCE, 200) === 2 && failedCheck(trace, 'revocation_list'),
    },
  },
  {
    id: 'refresh-token-expired',
    title: 'Refresh token expired',
    summary: 'Neither token is valid any more; the person signs in again.',
    result: 'failure',
    script: [...getToken, { type: 'advance', to: 'refresh_token' }, ...callResource, ...getToken, ...callResource],
    goal: {
      description: 'invalid_grant, and a new sign-in.',
      reached: (trace) =>
        countAnswers(trace, REFRESH, 400) === 1 && countLifecycle(trace, 'authorization_code', 'issued') === 2,
    },
    remedy: 'refresh',
    trouble: {
      code: 'invalid_grant',
      cause: 'The refresh token expired, was revoked, or was used before.',
      remedy: 'Forget both tokens and start a new sign-in; trying again does not help.',
    },
  },
  {
    id: 'refresh-path',
    title: 'POST /token/refresh does not exist',
    summary: 'A client that expects this endpoint finds nothing there: refreshing is a grant at the token endpoint.',
    result: 'failure',
    settings: { refresh_path: '/token/refresh' },
    script: [...getToken, toExpiry, ...callResource],
    goal: { description: 'The Auth Service answers 404.', reached: (trace) => answered(trace, 'auth', 404) },
    remedy: 'refresh',
    trouble: {
      code: '404 at /token/refresh',
      cause: 'The client calls a refresh endpoint; OAuth has none.',
      remedy: 'POST to the token endpoint with grant_type=refresh_token (RFC 6749 §6).',
    },
  },
  {
    id: 'machine',
    title: 'In its own name: no refresh token',
    summary: 'With the client’s secret alone there is nothing to refresh; at expiry it asks again.',
    result: 'success',
    settings: { grant: 'client_credentials' },
    script: [...getToken, ...callResource, toExpiry, ...callResource],
    goal: {
      description: 'Two access tokens, no refresh token.',
      reached: (trace) =>
        countLifecycle(trace, 'access_token', 'issued') === 2 &&
        countLifecycle(trace, 'refresh_token', 'issued') === 0 &&
        countAnswers(trace, RESOURCE, 200) === 2,
    },
  },
  {
    id: 'api-key',
    title: 'An API key instead',
    summary: 'No token request, no expiry, no refresh; the API Server alone decides.',
    result: 'success',
    settings: { credential: 'api_key' },
    script: callResource,
    goal: {
      description: 'The data, without a request to the Auth Service.',
      reached: (trace) => passedCheck(trace, 'api_key') && countMessages(trace, { host: 'auth.example' }) === 0,
    },
  },
  {
    id: 'mtls',
    title: 'Mutual TLS instead (drawn)',
    summary:
      'The client shows a certificate. The header stands for the TLS handshake, which a page cannot take part in. That the API accepts it without a token is policy.',
    result: 'success',
    settings: { credential: 'mtls' },
    script: callResource,
    goal: { description: 'The data, by a certificate.', reached: (trace) => passedCheck(trace, 'client_certificate') },
  },
  ...mistakes,
]
