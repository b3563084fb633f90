/** The ways through the flow, each one reached by doing it. */

import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { answered, countLifecycle, countMessages, failedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'

const TOKEN_REQUEST: MessagePattern = {
  direction: 'request',
  method: 'POST',
  path: '/token',
  parameters: { grant_type: 'authorization_code' },
}

/** Wherever the token endpoint is. */
const REDEMPTION: MessagePattern = { direction: 'request', parameters: { grant_type: 'authorization_code' } }

const play: ScriptLine = { type: 'play' }
const startSignIn: ScriptLine[] = [play, { type: 'act', action: 'sign-in' }, play]
const enterPassword: ScriptLine = { type: 'submit', window: 'tab', form: 'sign-in', fields: ADA }
const approve: ScriptLine = { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } }
const untilTokenRequest: ScriptLine[] = [
  ...startSignIn,
  enterPassword,
  play,
  approve,
  { type: 'play', until: TOKEN_REQUEST },
]
const signedIn: ScriptLine[] = [...startSignIn, enterPassword, play, approve, play]
const callApi: ScriptLine[] = [{ type: 'act', action: 'call-api' }, play]

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Signed in',
    summary: 'Ada signs in, allows the app to see her photos, and the app calls the API.',
    result: 'success',
    script: [...signedIn, ...callApi],
    goal: { description: 'The API answers with Ada’s photos.', reached: (trace) => answered(trace, 'api', 200) },
  },
  {
    id: 'refresh',
    title: 'Refreshed with rotation',
    summary: 'The access token has expired. The app gets a 401, refreshes, and calls again.',
    result: 'success',
    script: [...signedIn, { type: 'advance', to: 'access_token' }, ...callApi],
    goal: {
      description: 'A 401, a refresh, and then the photos.',
      reached: (trace) =>
        answered(trace, 'api', 401) &&
        answered(trace, 'api', 200) &&
        countLifecycle(trace, 'refresh_token', 'rotated') === 1,
    },
  },
  {
    id: 'access-denied',
    title: 'Consent denied',
    summary: 'Ada signs in and then declines what the app asks for: access_denied.',
    result: 'failure',
    script: [...startSignIn, enterPassword, play, { ...approve, fields: { decision: 'deny' } }, play],
    goal: { description: 'The app is told access_denied.', reached: (trace) => shows(trace, 'tab', 'access_denied') },
    remedy: 'happy',
    trouble: {
      code: 'access_denied',
      cause: 'The person declined, or a policy of the server did.',
      remedy:
        'Say what the app cannot do without the access, and offer to start again. Never start again automatically: that loops.',
    },
  },
  {
    id: 'wrong-password',
    title: 'Wrong password',
    summary: 'The sign-in page appears again; the app does not hear of it.',
    result: 'failure',
    script: [...startSignIn, { ...enterPassword, fields: { ...ADA, password: 'wrong horse' } }, play],
    goal: {
      description: 'The server refuses the password.',
      reached: (trace) => failedCheck(trace, 'invalid_credentials'),
    },
    remedy: 'happy',
    trouble: {
      code: 'invalid_credentials',
      cause: 'The username and password do not match.',
      remedy: 'Try again, or reset the password at the identity provider.',
    },
  },
  {
    id: 'state-mismatch',
    title: 'State mismatch (CSRF)',
    summary:
      'In the middle of signing in, Ada opens an attacker’s link to the callback. The app finds a state that it never sent.',
    result: 'failure',
    script: [...startSignIn, { type: 'act', action: 'forged-callback' }, play],
    goal: { description: 'The app refuses the response.', reached: (trace) => failedCheck(trace, 'state') },
    remedy: 'happy',
    trouble: {
      code: 'state_mismatch',
      cause:
        'The response belongs to another sign-in: a forged link, an old bookmark, the back button, or storage that was cleared.',
      remedy: 'Start the sign-in again from the app. Do not retry with the same response.',
    },
  },
  {
    id: 'pkce-mismatch',
    title: 'PKCE mismatch',
    summary:
      'The verifier at the token endpoint is not the one whose hash started the flow, as when a stolen code is redeemed.',
    result: 'failure',
    script: [
      ...untilTokenRequest,
      {
        type: 'rewrite',
        message: TOKEN_REQUEST,
        parameter: 'code_verifier',
        value: 'a-verifier-that-somebody-else-made-up-0123456789',
      },
      play,
    ],
    goal: { description: 'The server finds another hash.', reached: (trace) => failedCheck(trace, 'pkce') },
    remedy: 'happy',
    trouble: {
      code: 'invalid_grant: code_verifier',
      cause: 'The verifier is not the one whose hash was sent: another tab overwrote it, or the code was stolen.',
      remedy: 'Keep one verifier for each sign-in, under its state, and redeem the code where it was asked for.',
    },
  },
  {
    id: 'code-expired',
    title: 'Code expired',
    summary: 'The token request arrives after the code’s lifetime.',
    result: 'failure',
    script: [...untilTokenRequest, { type: 'advance', to: 'authorization_code' }, play],
    goal: {
      description: 'The server refuses the code because of its age.',
      reached: (trace) => failedCheck(trace, 'authorization_code_expiry'),
    },
    remedy: 'happy',
    trouble: {
      code: 'invalid_grant: expired code',
      cause: 'The token request came after the code had expired: a slow network, a breakpoint, a wrong clock.',
      remedy: 'Redeem the code at once. If it has expired, start again.',
    },
  },
  {
    id: 'code-replayed',
    title: 'Code replayed',
    summary: 'The token request arrives twice. The second use is refused, and the tokens of the first are revoked.',
    result: 'failure',
    script: [...untilTokenRequest, { type: 'duplicate', message: TOKEN_REQUEST }, play],
    goal: {
      description: 'The second use is refused and the access token is revoked.',
      reached: (trace) =>
        countLifecycle(trace, 'authorization_code', 'replayed') === 1 &&
        countLifecycle(trace, 'access_token', 'revoked') === 1,
    },
    remedy: 'happy',
    trouble: {
      code: 'invalid_grant: code used before',
      cause: 'The callback ran twice: a reload, the back button, an effect that runs twice in development.',
      remedy:
        'Redeem a code once, take it out of the address bar, and guard against a second run. The tokens of the first use are revoked.',
    },
  },
  {
    id: 'effect-twice',
    title: 'Effect runs twice (StrictMode)',
    summary:
      'The callback is an effect, and in development it runs twice at once: two token requests with one code. Ada is signed in for a moment, and then not.',
    result: 'failure',
    settings: { callback: 'effect' },
    script: signedIn,
    goal: {
      description: 'One code is sent twice, the tokens are revoked, and the page says invalid_grant.',
      reached: (trace) =>
        countMessages(trace, REDEMPTION) === 2 &&
        countLifecycle(trace, 'authorization_code', 'replayed') === 1 &&
        countLifecycle(trace, 'access_token', 'revoked') === 1 &&
        shows(trace, 'tab', 'invalid_grant'),
    },
    remedy: 'effect-twice-redeemed-once',
    trouble: {
      code: 'invalid_grant: code redeemed by both runs of an effect',
      cause:
        'The effect has a consequence that cannot be undone, and nothing stops its second run from having it again.',
      remedy:
        'Redeem once for each code: keep the promise outside of the component, and take the code out of the address first. Switching StrictMode off hides it.',
    },
  },
  {
    id: 'effect-twice-redeemed-once',
    title: 'Effect runs twice, code redeemed once',
    summary:
      'The second run is given the promise of the first one, so there is one token request, and both have the tokens.',
    result: 'success',
    settings: { callback: 'effect_once' },
    script: [...signedIn, ...callApi],
    goal: {
      description: 'One token request, and the API answers.',
      reached: (trace) => countMessages(trace, REDEMPTION) === 1 && answered(trace, 'api', 200),
    },
  },
  {
    id: 'redirect-uri-mismatch',
    title: 'Redirect URI mismatch',
    summary: 'One slash too many. The server shows a page and never redirects to an address that is not registered.',
    result: 'failure',
    settings: { redirect_uri: 'https://app.example/callback/' },
    script: startSignIn,
    goal: {
      description: 'The server refuses on a page of its own.',
      reached: (trace) => failedCheck(trace, 'redirect_uri'),
    },
    remedy: 'happy',
    trouble: {
      code: 'redirect_uri_mismatch',
      cause:
        'The redirect URI differs from the registered one: a slash, http instead of https behind a proxy, a port, upper or lower case.',
      remedy: 'Send exactly what is registered; the two must match character by character.',
    },
  },
  {
    id: 'refresh-token-expired',
    title: 'Refresh token expired',
    summary: 'Neither token is valid any more; the only way on is to sign in again.',
    result: 'failure',
    script: [
      ...signedIn,
      { type: 'advance', to: 'refresh_token' },
      ...callApi,
      ...startSignIn.slice(1),
      enterPassword,
      play,
    ],
    goal: {
      description: 'The refresh is refused, and Ada signs in again.',
      reached: (trace) => countLifecycle(trace, 'authorization_code', 'issued') === 2,
    },
    remedy: 'refresh',
    trouble: {
      code: 'invalid_grant: refresh token expired',
      cause:
        'The refresh token has reached the end of its absolute lifetime. At this server rotation does not extend it.',
      remedy: 'Send the person through a new sign-in, and bring them back to where they were.',
    },
  },
]
