/** Where the app refreshes and who is told, each one reached by doing it. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { answered, countAnswers, countLifecycle, countMessages, failedCheck, shows } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'

const REFRESH_REQUEST: MessagePattern = { direction: 'request', parameters: { grant_type: 'refresh_token' } }
const API_ANSWER: MessagePattern = { direction: 'response', host: 'api.example' }

const play: ScriptLine = { type: 'play' }
const expired: ScriptLine = { type: 'advance', to: 'access_token' }
const openPhotos: ScriptLine[] = [{ type: 'submit', window: 'tab', form: 'photos', fields: {} }, play]
const loadPanels: ScriptLine[] = [{ type: 'act', action: 'panels' }, play]

const rotations = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'rotated')
const refreshes = (trace: Trace) => countMessages(trace, REFRESH_REQUEST)
const isReplayed = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'replayed') > 0
const isSignedOut = (trace: Trace) => shows(trace, 'tab', 'signed out')
const apiAnswers = (trace: Trace) => countAnswers(trace, API_ANSWER, 200)
const hasPanels = (trace: Trace) => shows(trace, 'tab', 'people: has come') && !shows(trace, 'tab', 'on its way')

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'refreshed-first',
    title: 'Refreshed before rendering',
    summary:
      'The middleware refreshes once, gives the new tokens to the page, and sets the cookie. The next click has them.',
    result: 'success',
    script: [expired, ...openPhotos, ...loadPanels],
    goal: {
      description: 'One refresh, and the photos and every panel have come.',
      reached: (trace) => refreshes(trace) === 1 && apiAnswers(trace) === 4 && hasPanels(trace),
    },
  },
  {
    id: 'cookie-dropped',
    title: 'Refreshed while rendering: signed out at the next click',
    summary:
      'The page refreshes in code that can set no cookie. It shows the photos, and the new tokens are gone. The next click sends the used refresh token again: theft, says the server.',
    result: 'failure',
    settings: { refreshes_in: 'rendering' },
    script: [expired, ...openPhotos, ...openPhotos],
    goal: {
      description: 'The photos came once; then the refresh token is replayed, and Ada is signed out.',
      reached: (trace) => apiAnswers(trace) === 1 && rotations(trace) === 1 && isReplayed(trace) && isSignedOut(trace),
    },
    remedy: 'refreshed-first',
    trouble: {
      code: 'Invalid Refresh Token: Already Used',
      cause:
        'A page refreshed while it was rendered, where no cookie can be set. The browser kept the old refresh token, and you are signed out in every tab at the next click.',
      remedy:
        'Refresh in the middleware, before rendering, and set the cookie on that response. In the page, read tokens and never renew them.',
    },
  },
  {
    id: 'not-handed-on',
    title: 'Cookie set, page not told: 401 until a reload',
    summary:
      'The middleware refreshes and sets the cookie, but the page reads the request, which has the old one. The API refuses the expired token; a reload helps.',
    result: 'failure',
    settings: { hands_on: false },
    script: [expired, ...openPhotos],
    goal: {
      description: 'After a good refresh the API refuses the old access token.',
      reached: (trace) =>
        rotations(trace) === 1 &&
        failedCheck(trace, 'expiry') &&
        answered(trace, 'api', 401) &&
        shows(trace, 'tab', 'The API answered 401'),
    },
    remedy: 'refreshed-first',
    trouble: {
      code: '401 on the first page after a pause, and a reload helps',
      cause: 'The new cookie is for the next request. What is rendered now still reads the old one.',
      remedy: 'Let the middleware change the request that it hands on, not only the response.',
    },
  },
  {
    id: 'shared-refresh',
    title: 'Three panels, one refresh',
    summary: 'Three requests come with the same expired tokens. The first refreshes; the others wait for it.',
    result: 'success',
    script: [expired, ...loadPanels],
    goal: {
      description: 'One refresh, and every panel has come.',
      reached: (trace) => refreshes(trace) === 1 && apiAnswers(trace) === 3 && hasPanels(trace),
    },
  },
  {
    id: 'each-refreshes',
    title: 'Three panels, three refreshes: signed out',
    summary:
      'The middleware runs for each request on its own. Three refreshes send one token; the second looks like theft, and the server ends what the first has brought.',
    result: 'failure',
    settings: { shares_refresh: false },
    script: [expired, ...loadPanels],
    goal: {
      description: 'Three refreshes, one rotation, a replay, and Ada is signed out.',
      reached: (trace) => refreshes(trace) === 3 && rotations(trace) === 1 && isReplayed(trace) && isSignedOut(trace),
    },
    remedy: 'shared-refresh',
    trouble: {
      code: 'RefreshAccessTokenError',
      cause:
        'A page load makes several requests, the middleware runs for each, and each spends the same refresh token. You are signed out at a page load, and in other tabs when they refresh next.',
      remedy:
        'Let requests with the same session share one refresh, in a store that all processes share; keep the middleware away from images and prefetches.',
    },
  },
  {
    id: 'reuse-window',
    title: 'Three refreshes, within a reuse window',
    summary:
      'The server forgives a second use for 30 seconds and answers with the live token. How long is policy; it hides the mistake.',
    result: 'success',
    settings: { shares_refresh: false, refresh_policy: 'reuse_window' },
    script: [expired, ...loadPanels],
    goal: {
      description: 'Three refreshes, one rotation, and every panel has come.',
      reached: (trace) => refreshes(trace) === 3 && rotations(trace) === 1 && hasPanels(trace),
    },
  },
  {
    id: 'reuse-window-missed',
    title: 'Cookie dropped, next click after the reuse window',
    summary: 'With a reuse window a dropped cookie goes unnoticed while people click fast. Ada reads for a minute.',
    result: 'failure',
    settings: { refreshes_in: 'rendering', refresh_policy: 'reuse_window' },
    script: [expired, ...openPhotos, { type: 'advance', seconds: 60 }, ...openPhotos],
    goal: {
      description: 'The used refresh token comes a minute later, and Ada is signed out.',
      reached: (trace) => rotations(trace) === 1 && isReplayed(trace) && isSignedOut(trace),
    },
    remedy: 'refreshed-first',
    trouble: {
      code: 'Signed out only after reading for a while',
      cause: 'The new cookie was dropped; the server’s reuse window covered for it as long as clicks came quickly.',
      remedy: 'A reuse window is for lost answers. Refresh where the cookie can be set.',
    },
  },
]
