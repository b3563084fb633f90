/** The moments at which a second factor can be asked, and what goes wrong with each. */

import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { answered, countLifecycle, failedCheck, passedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { OUT_OF_REACH } from './settings.ts'

const play: ScriptLine = { type: 'play' }
const enterPassword: ScriptLine[] = [{ type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }, play]
const consent: ScriptLine[] = [
  { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } },
  play,
]
const startSignIn: ScriptLine[] = [play, { type: 'act', action: 'sign-in' }, play, ...enterPassword]
const press = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const code = (digits: string): ScriptLine[] => [
  { type: 'submit', window: 'tab', form: 'totp', fields: { code: digits, trust_device: '' } },
  play,
]

/** What the authenticator shows so many seconds after the start of a run. */
const CODE_AT = { start: '618892', second400: '192388', second700: '422035' }

/** Ada deletes her photos by stepping up, and then looks whether any are left. */
const deleteAndLook: ScriptLine[] = [
  ...startSignIn,
  ...consent,
  ...press('delete'),
  ...code(CODE_AT.start),
  ...press('show'),
]

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'at-the-endpoint',
    title: 'Asked at a high-privilege endpoint',
    summary:
      'A password is enough to look. To delete, the API asks for more; Ada types a code, and the app tries again with the new token.',
    result: 'success',
    script: [...startSignIn, ...consent, ...press('show'), ...press('delete'), ...code(CODE_AT.start)],
    goal: {
      description: 'A 401 with acr_values, a second factor, and then the photos are deleted.',
      reached: (trace) => answered(trace, 'api', 401) && failedCheck(trace, 'acr') && shows(trace, 'tab', 'deleted'),
    },
  },
  {
    id: 'at-login',
    title: 'Asked at the sign-in',
    summary: 'The app asks for both factors from the start, so that nothing is in the way later.',
    result: 'success',
    settings: { asks_at_login: true },
    script: [...startSignIn, ...code(CODE_AT.start), ...consent, ...press('delete')],
    goal: {
      description: 'The photos are deleted without a 401.',
      reached: (trace) => shows(trace, 'tab', 'deleted') && !answered(trace, 'api', 401),
    },
  },
  {
    id: 'at-refresh',
    title: 'Asked at a refresh',
    summary:
      'The server refuses to refresh when the sign-in is more than ten minutes old. The app sends Ada back, and she types a code.',
    result: 'success',
    settings: { max_age_at_refresh: 600 },
    script: [
      ...startSignIn,
      ...consent,
      { type: 'advance', seconds: 700 },
      ...press('show'),
      ...code(CODE_AT.second700),
    ],
    goal: {
      description: 'The refresh is refused, a second factor passes, and the photos are shown.',
      reached: (trace) =>
        failedCheck(trace, 'authentication_age') && passedCheck(trace, 'totp') && shows(trace, 'tab', 'harbour'),
    },
  },
  {
    id: 'auth-time-too-old',
    title: 'Strong enough, but too long ago',
    summary:
      'The second factor was six minutes ago; the API wants it within five. Ada signs in with both factors again.',
    result: 'success',
    settings: { asks_at_login: true },
    script: [
      ...startSignIn,
      ...code(CODE_AT.start),
      ...consent,
      { type: 'advance', seconds: 400 },
      ...press('delete'),
      ...enterPassword,
      ...code(CODE_AT.second400),
    ],
    goal: {
      description: 'A 401 with max_age, a fresh sign-in, and then the photos are deleted.',
      reached: (trace) =>
        failedCheck(trace, 'max_age') && passedCheck(trace, 'max_age') && shows(trace, 'tab', 'deleted'),
    },
    trouble: {
      code: 'More recent authentication is required',
      cause: 'The auth_time of the token is older than the max_age of the API. A refresh does not renew it.',
      remedy: 'Send the person to the authorization endpoint with the max_age of the challenge.',
    },
  },
  {
    id: 'refresh-raises-nothing',
    title: 'A refresh does not raise acr',
    summary: 'The app gets a new access token, but from the same sign-in, so the API still asks for a second factor.',
    result: 'failure',
    script: [...startSignIn, ...consent, { type: 'advance', to: 'access_token' }, ...press('show'), ...press('delete')],
    goal: {
      description: 'The token was refreshed, but the acr is still too low.',
      reached: (trace) => countLifecycle(trace, 'refresh_token', 'rotated') === 1 && failedCheck(trace, 'acr'),
    },
    remedy: 'at-the-endpoint',
    trouble: {
      code: 'insufficient_user_authentication',
      cause: 'A refreshed token says the same about the sign-in as the one before: acr, amr and auth_time stay.',
      remedy:
        'Do not refresh on this error. Send the person to the authorization endpoint with the acr_values of the challenge.',
    },
  },
  {
    id: 'server-cannot',
    title: 'The server cannot',
    summary:
      'The API asks for something that the authorization server does not know. The server says so, and the app does not ask forever.',
    result: 'failure',
    settings: { api_acr: OUT_OF_REACH },
    script: [...startSignIn, ...consent, ...press('delete')],
    goal: {
      description: 'The app is told unmet_authentication_requirements.',
      reached: (trace) => shows(trace, 'tab', 'unmet_authentication_requirements'),
    },
    remedy: 'at-the-endpoint',
    trouble: {
      code: 'unmet_authentication_requirements',
      cause: 'The authorization server cannot reach any of the API’s acr_values.',
      remedy: 'Agree on a value of acr_values_supported in the discovery document, and configure the API with it.',
    },
  },
  {
    id: 'scopes-dropped',
    title: 'The new token can do less',
    summary:
      'For the step-up the app asks for what the refused call needs. The new token deletes the photos, and cannot list them any more.',
    result: 'failure',
    settings: { step_up_scope: 'needed' },
    script: deleteAndLook,
    goal: {
      description: 'The photos are deleted, and then the API answers insufficient_scope.',
      reached: (trace) =>
        passedCheck(trace, 'acr') && answered(trace, 'api', 403) && shows(trace, 'tab', 'insufficient_scope'),
    },
    remedy: 'scopes-kept',
    trouble: {
      code: 'insufficient_scope, after a step-up that worked',
      cause:
        'The step-up asked for the scopes of one call. Its token took the place of the old one, and what that was allowed is gone.',
      remedy: 'Ask for everything that was granted before, plus what the refused call needs.',
    },
  },
  {
    id: 'scopes-kept',
    title: 'The new token can do all that the old one could',
    summary: 'For the step-up the app asks for everything that it was granted before, and goes on with the new token.',
    result: 'success',
    script: deleteAndLook,
    goal: {
      description: 'The photos are deleted, and the list is shown with the new token.',
      reached: (trace) => passedCheck(trace, 'acr') && !answered(trace, 'api', 403) && shows(trace, 'tab', 'harbour'),
    },
  },
]
