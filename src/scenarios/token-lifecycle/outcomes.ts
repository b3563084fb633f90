/** The ways through the life of the tokens, each one reached by moving the clock. */

import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { answered, countLifecycle, failedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

const REFRESH: MessagePattern = { direction: 'request', path: '/token', parameters: { grant_type: 'refresh_token' } }
const API_CALL: MessagePattern = { direction: 'request', method: 'GET', path: '/photos' }

const play: ScriptLine = { type: 'play' }
const enterPassword: ScriptLine = { type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }
const approve: ScriptLine = { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } }
const signedIn: ScriptLine[] = [play, { type: 'act', action: 'sign-in' }, play, enterPassword, play, approve, play]
const load: ScriptLine = { type: 'act', action: 'load-photos' }
const expire = (artifact: 'access_token' | 'refresh_token'): ScriptLine => ({ type: 'advance', to: artifact })

const hasPhotos = (trace: Trace) => shows(trace, 'tab', 'harbour.jpg')
const rotations = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'rotated')
/** How often the server gave a code: once a sign-in. */
const signIns = (trace: Trace) => countLifecycle(trace, 'authorization_code', 'issued')

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'silent-refresh',
    title: 'Silent refresh',
    summary:
      'Ada signs in. Later the access token has expired: the app gets a 401, refreshes, and repeats the call. Ada notices nothing.',
    result: 'success',
    script: [...signedIn, load, play, expire('access_token'), load, play],
    goal: {
      description: 'A 401, one rotation, and the photos, with only one sign-in.',
      reached: (trace) =>
        answered(trace, 'api', 401) && rotations(trace) === 1 && signIns(trace) === 1 && hasPhotos(trace),
    },
  },
  {
    id: 'still-valid',
    title: 'Token still valid',
    summary: 'Within its lifetime the access token is all that a call needs.',
    result: 'success',
    script: [...signedIn, load, play],
    goal: {
      description: 'The photos, without a refresh.',
      reached: (trace) => hasPhotos(trace) && !answered(trace, 'api', 401),
    },
  },
  {
    id: 'refresh-token-expired',
    title: 'Refresh token expired: forced sign-in',
    summary:
      'A day later the refresh token has expired too, and so has the session at the server: Ada types her password again.',
    result: 'failure',
    script: [...signedIn, expire('refresh_token'), load, play, enterPassword, play, load, play],
    goal: {
      description: 'The refresh is refused because of the token’s age, and Ada signs in a second time.',
      reached: (trace) => failedCheck(trace, 'refresh_token_expiry') && signIns(trace) === 2 && hasPhotos(trace),
    },
    remedy: 'silent-refresh',
    trouble: {
      code: 'invalid_grant: refresh token expired',
      cause:
        'The family of refresh tokens is older than the server allows; at this server rotation does not extend it.',
      remedy:
        'Send the person through a new sign-in. Ask the operator for a longer lifetime only if the risk allows it.',
    },
  },
  {
    id: 'refresh-token-revoked',
    title: 'Refresh token revoked: forced sign-in',
    summary:
      'A copy of a refresh request reached the server, so the family was revoked. The app learns of it at the next refresh; the session at the server still lives, so Ada is straight back without a password.',
    result: 'failure',
    script: [
      ...signedIn,
      expire('access_token'),
      load,
      { type: 'play', until: REFRESH },
      { type: 'duplicate', message: REFRESH },
      play,
      expire('access_token'),
      load,
      play,
      load,
      play,
    ],
    goal: {
      description: 'The refresh is refused because the family is revoked, and Ada is signed in a second time.',
      reached: (trace) => failedCheck(trace, 'refresh_token_revoked') && signIns(trace) === 2 && hasPhotos(trace),
    },
    remedy: 'silent-refresh',
    trouble: {
      code: 'invalid_grant: refresh token revoked',
      cause: 'The person signed out elsewhere, an administrator ended the session, or a used token came a second time.',
      remedy: 'Drop the tokens and start a new sign-in at once; another try with the same token never helps.',
    },
  },
  {
    id: 'no-refresh-token',
    title: 'No refresh token: back to the server',
    summary:
      'The app is not registered for the refresh grant. Each time its token expires, the page leaves for a new code.',
    result: 'success',
    settings: { refresh_tokens: false },
    script: [...signedIn, expire('access_token'), load, play, load, play],
    goal: {
      description: 'A second code instead of a refresh; the session at the server makes it a matter of redirects.',
      reached: (trace) => signIns(trace) === 2 && rotations(trace) === 0 && hasPhotos(trace),
    },
  },
  {
    id: 'retry-refused',
    title: 'Retry refused too: no loop',
    summary: 'The retry takes longer to arrive than the fresh token lives. The app tells Ada and does not try forever.',
    result: 'failure',
    settings: { access_token_lifetime: 10 },
    script: [
      ...signedIn,
      expire('access_token'),
      load,
      { type: 'play', until: API_CALL },
      { type: 'deliver', message: API_CALL },
      { type: 'play', until: API_CALL },
      { type: 'delay', message: API_CALL, seconds: 10 },
      play,
    ],
    goal: {
      description: 'One retry, then the failure is shown.',
      reached: (trace) => rotations(trace) === 1 && shows(trace, 'tab', 'The API answered 401'),
    },
    remedy: 'silent-refresh',
    trouble: {
      code: '401 again after a refresh',
      cause:
        'The fresh token is refused as well: its lifetime is too short, a clock is wrong, or it is for another API.',
      remedy:
        'Retry once only. Read error_description in WWW-Authenticate, and compare exp and aud with what the API says.',
    },
  },
]
