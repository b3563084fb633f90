/** When the revocation is noticed, each one reached by doing it. */

import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { answered, countLifecycle, failedCheck, shows } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'

const play: ScriptLine = { type: 'play' }
const load: ScriptLine[] = [{ type: 'submit', window: 'tab', form: 'photos', fields: {} }, play]
const revoke: ScriptLine[] = [{ type: 'act', action: 'revoke' }, play]

const isRevoked = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'revoked') === 1
const isSignedOut = (trace: Trace) => shows(trace, 'tab', 'signed out')

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'local-validation',
    title: 'Validated locally: works until it expires',
    summary:
      'Support revokes the grant. The API checks signature and expiry itself and asks nobody, so the access token keeps working for minutes; only the next refresh is refused.',
    result: 'failure',
    script: [...load, ...revoke, ...load],
    goal: {
      description: 'The grant is revoked, and the API still answers.',
      reached: (trace) => isRevoked(trace) && !answered(trace, 'api', 401) && shows(trace, 'tab', 'harbour.jpg'),
    },
    remedy: 'introspection',
    trouble: {
      code: 'Signed out, and the token still works',
      cause:
        'A JWT that the API validates locally works until exp; a revocation at the authorization server changes nothing in it.',
      remedy: 'Shorten the access token’s lifetime, or introspect it where minutes matter (RFC 7662).',
    },
  },
  {
    id: 'introspection',
    title: 'Introspected: noticed at once',
    summary:
      'The API asks the authorization server about each token, and the first call after the revocation is refused.',
    result: 'success',
    settings: { validation: 'introspection' },
    script: [...load, ...revoke, ...load],
    goal: {
      description: 'A 401, the refresh is refused as well, and Ada is signed out.',
      reached: (trace) =>
        answered(trace, 'api', 401) && failedCheck(trace, 'refresh_token_revoked') && isSignedOut(trace),
    },
  },
  {
    id: 'expiry',
    title: 'Validated locally: ends when the token expires',
    summary: 'When the access token has expired the app refreshes, and there the revocation catches up with it.',
    result: 'success',
    script: [...load, ...revoke, ...load, { type: 'advance', to: 'access_token' }, ...load],
    goal: {
      description: 'The refresh is refused, and Ada is signed out.',
      reached: (trace) => isRevoked(trace) && failedCheck(trace, 'refresh_token_revoked') && isSignedOut(trace),
    },
  },
  {
    id: 'access-token-alone',
    title: 'Only the access token revoked: the app goes on',
    summary:
      'The API notices at once, and so does the app: it refreshes. The refresh token was not revoked, so the session lives.',
    result: 'failure',
    settings: { validation: 'introspection', revoked_token: 'access_token' },
    script: [...load, ...revoke, ...load],
    goal: {
      description: 'A 401, a refresh, and the photos.',
      reached: (trace) =>
        answered(trace, 'api', 401) &&
        countLifecycle(trace, 'refresh_token', 'rotated') === 1 &&
        shows(trace, 'tab', 'harbour.jpg'),
    },
    remedy: 'introspection',
    trouble: {
      code: 'Revoked user is back within a second',
      cause: 'Only the access token was revoked; the refresh token brings the next one.',
      remedy:
        'Revoke the refresh token: a server that can revoke access tokens should then revoke those of the same grant (RFC 7009 §2.1).',
    },
  },
]
