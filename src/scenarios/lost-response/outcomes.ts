/** Which message is lost, and what the server makes of the retry: each one reached by losing it. */

import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countLifecycle, countMessages, shows } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'
import { phoneOutcomes } from './phone-outcomes.ts'

const REFRESH: MessagePattern = { parameters: { grant_type: 'refresh_token' } }
const REFRESH_REQUEST: MessagePattern = { ...REFRESH, direction: 'request' }
const REFRESH_ANSWER: MessagePattern = { ...REFRESH, direction: 'response' }

const play: ScriptLine = { type: 'play' }
/** The access token is over, and the app is about to refresh. */
const untilRefresh: ScriptLine[] = [
  { type: 'advance', to: 'access_token' },
  { type: 'act', action: 'load-photos' },
  { type: 'play', until: REFRESH_REQUEST },
]
const loseRequest: ScriptLine[] = [...untilRefresh, { type: 'drop', message: REFRESH_REQUEST }]
const loseAnswer: ScriptLine[] = [
  ...untilRefresh,
  { type: 'play', until: REFRESH_ANSWER },
  { type: 'drop', message: REFRESH_ANSWER },
]

const rotations = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'rotated')
const isReplayed = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'replayed') > 0
const isSignedOut = (trace: Trace) => shows(trace, 'tab', 'signed out')
const hasPhotos = (trace: Trace) => shows(trace, 'tab', 'have come')

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'strict',
    title: 'Response lost: signed out',
    summary:
      'The server rotates, and its response is lost on the way. The app retries with the only token it has; that one was used, so the server revokes the family.',
    result: 'failure',
    script: [...loseAnswer, play],
    goal: {
      description: 'The retry is taken for a replay, and Ada is signed out.',
      reached: (trace) => rotations(trace) === 1 && isReplayed(trace) && isSignedOut(trace),
    },
    remedy: 'reuse-window',
    trouble: {
      code: 'Mobile users are “randomly” signed out',
      cause: 'The response to a refresh was lost after the server had rotated; the retry looks like theft.',
      remedy:
        'Refresh while the network is good and the app is in the foreground, and ask the operator for a short reuse window where users are on the move.',
    },
  },
  {
    id: 'reuse-window',
    title: 'Response lost, retried within a reuse window',
    summary:
      'The server forgives a second use for 30 seconds and responds with the live token, so nobody notices that anything was lost. That is a vendor’s policy.',
    result: 'success',
    settings: { refresh_policy: 'reuse_window' },
    script: [...loseAnswer, play],
    goal: {
      description: 'One rotation, two refreshes, and the photos.',
      reached: (trace) => rotations(trace) === 1 && countMessages(trace, REFRESH_REQUEST) === 2 && hasPhotos(trace),
    },
  },
  {
    id: 'reuse-window-missed',
    title: 'Retried after the reuse window',
    summary: 'The train is in a tunnel for a minute. When the retry arrives the window has closed.',
    result: 'failure',
    settings: { refresh_policy: 'reuse_window' },
    script: [...loseAnswer, { type: 'delay', message: REFRESH_REQUEST, seconds: 60 }, play],
    goal: {
      description: 'The retry is taken for a replay, and Ada is signed out.',
      reached: (trace) => isReplayed(trace) && isSignedOut(trace),
    },
    remedy: 'reuse-window',
    trouble: {
      code: 'Signed out after a tunnel, despite a reuse window',
      cause: 'The device was offline for longer than the server’s reuse window.',
      remedy:
        'No window is long enough for every tunnel: let the app ask for a new sign-in without losing what the person was doing.',
    },
  },
  {
    id: 'request-lost',
    title: 'Request lost: the retry is the first use',
    summary: 'To the app this looks the same as a lost response. The server never got the request, so the retry works.',
    result: 'success',
    script: [...loseRequest, play],
    goal: {
      description: 'One rotation, no replay, and the photos.',
      reached: (trace) => rotations(trace) === 1 && !isReplayed(trace) && hasPhotos(trace),
    },
  },
  {
    id: 'no-rotation',
    title: 'Response lost, without rotation',
    summary: 'The refresh token stays the same, so a retry is harmless. To the server, so is a thief’s use of it.',
    result: 'success',
    settings: { refresh_policy: 'no_rotation' },
    script: [...loseAnswer, play],
    goal: {
      description: 'Two refreshes, nothing rotated, and the photos.',
      reached: (trace) => rotations(trace) === 0 && countMessages(trace, REFRESH_REQUEST) === 2 && hasPhotos(trace),
    },
  },
  ...phoneOutcomes,
]
