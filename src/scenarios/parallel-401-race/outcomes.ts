/** The orders in which the race can end, each one reached by delivering in that order. */

import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { answered, countLifecycle, countMessages, shows } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'

const REFRESH: MessagePattern = { parameters: { grant_type: 'refresh_token' } }
const REFRESH_REQUEST: MessagePattern = { ...REFRESH, direction: 'request' }
const PHOTOS: MessagePattern = { path: '/photos' }
const ALBUMS: MessagePattern = { path: '/albums' }

const play: ScriptLine = { type: 'play' }
const load: ScriptLine = { type: 'act', action: 'load' }
/** The access token is over; then the dashboard makes its calls. */
const loadTooLate: ScriptLine[] = [{ type: 'advance', to: 'access_token' }, load]
const deliver = (message: MessagePattern): ScriptLine => ({ type: 'deliver', message })
/** The first call has its 401 and the answer to its refresh before the second one has been refused. */
const firstCallAhead: ScriptLine[] = [
  deliver(PHOTOS),
  deliver(ALBUMS),
  deliver(PHOTOS),
  deliver(REFRESH),
  deliver(REFRESH),
]

const isSignedOut = (trace: Trace) => shows(trace, 'tab', 'signed out')
const rotations = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'rotated')
const data = (trace: Trace) => shows(trace, 'tab', 'has come')

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'each-refreshes',
    title: 'Each call refreshes: signed out',
    summary:
      'Two calls are refused together, and both send the same refresh token. The second use looks like theft: the server revokes the whole family.',
    result: 'failure',
    script: [...loadTooLate, play],
    goal: {
      description: 'The refresh token is replayed, and Ada is signed out.',
      reached: (trace) => countLifecycle(trace, 'refresh_token', 'replayed') === 1 && isSignedOut(trace),
    },
    remedy: 'single-flight',
    trouble: {
      code: 'invalid_grant after parallel 401s',
      cause: 'Several calls were refused at once and each one sent the same rotating refresh token.',
      remedy: 'Let one refresh run at a time, and let the other calls wait for it (single flight).',
    },
  },
  {
    id: 'single-flight',
    title: 'Single flight: one refresh, all retried',
    summary:
      'The first call that is refused refreshes. The others wait for the same promise, and all retry with the new token.',
    result: 'success',
    settings: { strategy: 'single_flight' },
    script: [...loadTooLate, play],
    goal: {
      description: 'One refresh, and every call has its response.',
      reached: (trace) => rotations(trace) === 1 && countMessages(trace, REFRESH_REQUEST) === 1 && data(trace),
    },
  },
  {
    id: 'late-401',
    title: 'Single flight, with a 401 that comes late',
    summary:
      'The second 401 arrives when the refresh is already done. It was about the old token, so the call retries without another refresh.',
    result: 'success',
    settings: { strategy: 'single_flight' },
    script: [...loadTooLate, ...firstCallAhead, play],
    goal: {
      description: 'Still only one refresh.',
      reached: (trace) => rotations(trace) === 1 && data(trace),
    },
  },
  {
    id: 'six-calls',
    title: 'Single flight with six calls',
    summary: 'Six calls are refused together; five of them wait while one refreshes.',
    result: 'success',
    settings: { strategy: 'single_flight', calls: 6 },
    script: [...loadTooLate, play],
    goal: { description: 'Six refusals, one refresh.', reached: (trace) => rotations(trace) === 1 && data(trace) },
  },
  {
    id: 'refresh-ahead',
    title: 'Refresh ahead: nobody is refused',
    summary:
      'Fifty seconds before the token expires the first call renews it; the others wait, and no call gets a 401.',
    result: 'success',
    settings: { strategy: 'refresh_ahead' },
    script: [{ type: 'advance', seconds: 250 }, load, play],
    goal: {
      description: 'One refresh and no 401.',
      reached: (trace) => rotations(trace) === 1 && !answered(trace, 'api', 401) && data(trace),
    },
  },
  {
    id: 'lucky-order',
    title: 'Each call refreshes, in a lucky order',
    summary:
      'The first call has refreshed before the second is refused, so the second uses the new refresh token. The bug is there but does not show: two refreshes where one would do.',
    result: 'success',
    script: [...loadTooLate, ...firstCallAhead, play],
    goal: {
      description: 'Two refreshes, no replay.',
      reached: (trace) => rotations(trace) === 2 && countLifecycle(trace, 'refresh_token', 'replayed') === 0,
    },
  },
  {
    id: 'reuse-window',
    title: 'Each call refreshes, within a reuse window',
    summary:
      'The server forgives a second use for 30 seconds and responds with the live refresh token. That is a vendor’s policy, and a thief gets the same half minute.',
    result: 'success',
    settings: { refresh_policy: 'reuse_window' },
    script: [...loadTooLate, play],
    goal: {
      description: 'Two refreshes, one rotation, both calls answered.',
      reached: (trace) => rotations(trace) === 1 && countMessages(trace, REFRESH_REQUEST) === 2 && data(trace),
    },
  },
  {
    id: 'reuse-window-missed',
    title: 'Reuse window missed by a slow message',
    summary: 'The second refresh takes longer to arrive than the window lasts: signed out after all.',
    result: 'failure',
    settings: { refresh_policy: 'reuse_window' },
    script: [
      ...loadTooLate,
      { type: 'play', until: REFRESH_REQUEST },
      deliver({ path: '/albums' }),
      deliver(REFRESH_REQUEST),
      { type: 'delay', message: REFRESH_REQUEST, seconds: 30 },
      play,
    ],
    goal: {
      description: 'The replay is outside the window.',
      reached: (trace) => countLifecycle(trace, 'refresh_token', 'replayed') === 1 && isSignedOut(trace),
    },
    remedy: 'single-flight',
    trouble: {
      code: 'invalid_grant despite a reuse window',
      cause: 'On a slow network the second refresh arrived after the server’s reuse window.',
      remedy: 'Do not rely on the window: make one refresh at a time (single flight).',
    },
  },
  {
    id: 'no-rotation',
    title: 'Each call refreshes, without rotation',
    summary: 'The refresh token stays the same, so both refreshes work. So would a thief’s, for as long as it lives.',
    result: 'success',
    settings: { refresh_policy: 'no_rotation' },
    script: [...loadTooLate, play],
    goal: {
      description: 'Two refreshes, nothing rotated, both calls answered.',
      reached: (trace) => rotations(trace) === 0 && countMessages(trace, REFRESH_REQUEST) === 2 && data(trace),
    },
  },
]
