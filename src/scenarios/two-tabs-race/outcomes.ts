/** The ways in which tabs get along, each one reached by delivering in that order. */

import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countLifecycle, countMessages, shows } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'

const REFRESH: MessagePattern = { parameters: { grant_type: 'refresh_token' } }
const REFRESH_REQUEST: MessagePattern = { ...REFRESH, direction: 'request' }

const play: ScriptLine = { type: 'play' }
const callIn = (tab: number): ScriptLine => ({ type: 'act', action: `call-api-tab-${tab}` })
/** The laptop wakes up, the access token is over, and every tab wants fresh data. */
const wakeUp = (tabs: number): ScriptLine[] => [
  { type: 'advance', to: 'access_token' },
  ...Array.from({ length: tabs }, (_, index) => callIn(index + 1)),
]

const rotations = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'rotated')
const refreshes = (trace: Trace) => countMessages(trace, REFRESH_REQUEST)
const isReplayed = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'replayed') > 0
const everyTab = (trace: Trace, tabs: number, text: string) =>
  Array.from({ length: tabs }, (_, index) => `tab-${index + 1}`).every((tab) => shows(trace, tab, text))

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'strict',
    title: 'Each tab refreshes: signed out everywhere',
    summary:
      'Two tabs are refused and send the same refresh token. The second use looks like theft, and Ada is signed out of every tab at once.',
    result: 'failure',
    script: [...wakeUp(2), play],
    goal: {
      description: 'The refresh token is replayed, and no tab is signed in.',
      reached: (trace) => isReplayed(trace) && everyTab(trace, 2, 'signed out'),
    },
    remedy: 'web-locks',
    trouble: {
      code: 'Signed out of every tab at once',
      cause: 'Two tabs refreshed with the same rotating refresh token; the server took the second use for theft.',
      remedy: 'Let the tabs agree: refresh inside a Web Lock, and first check whether another tab has done it.',
    },
  },
  {
    id: 'web-locks',
    title: 'Web Locks: one tab refreshes',
    summary:
      'The browser gives the lock to one tab. When the other gets it, the fresh tokens are there, and it only retries.',
    result: 'success',
    settings: { strategy: 'web_locks' },
    script: [...wakeUp(2), play],
    goal: {
      description: 'One refresh, both tabs have their photos.',
      reached: (trace) => refreshes(trace) === 1 && everyTab(trace, 2, 'have come'),
    },
  },
  {
    id: 'leader-tab',
    title: 'Leader tab: one refreshes for all',
    summary: 'The first tab leads. The second asks it through localStorage and waits until the new tokens are there.',
    result: 'success',
    settings: { strategy: 'leader_tab' },
    script: [{ type: 'advance', to: 'access_token' }, callIn(2), callIn(1), play],
    goal: {
      description: 'One refresh, by the leading tab, and both tabs have their photos.',
      reached: (trace) => refreshes(trace) === 1 && everyTab(trace, 2, 'have come'),
    },
  },
  {
    id: 'leader-asked',
    title: 'Leader tab: only a follower needs tokens',
    summary:
      'The second tab is refused while the leading one is idle: the leader still refreshes, because it is asked to.',
    result: 'success',
    settings: { strategy: 'leader_tab' },
    script: [{ type: 'advance', to: 'access_token' }, callIn(2), play],
    goal: {
      description: 'The leading tab sends the only refresh, and the other one has its photos.',
      reached: (trace) =>
        refreshes(trace) === 1 &&
        shows(trace, 'tab-2', 'have come') &&
        trace.some((event) => event.type === 'held' && event.message.gate.startsWith('tab-1/tab-1/leader#')),
    },
  },
  {
    id: 'three-tabs',
    title: 'Web Locks with three tabs',
    summary: 'Three tabs wait in line for one lock; two of them find that there is nothing left to do.',
    result: 'success',
    settings: { strategy: 'web_locks', tabs: 3 },
    script: [...wakeUp(3), play],
    goal: {
      description: 'One refresh, three tabs have their photos.',
      reached: (trace) => refreshes(trace) === 1 && everyTab(trace, 3, 'have come'),
    },
  },
  {
    id: 'one-after-the-other',
    title: 'Each tab refreshes, one after the other',
    summary: 'The first tab is done before the second is woken. The bug is there but does not show.',
    result: 'success',
    script: [{ type: 'advance', to: 'access_token' }, callIn(1), play, callIn(2), play],
    goal: {
      description: 'One refresh; the second tab finds the new token in localStorage.',
      reached: (trace) => refreshes(trace) === 1 && everyTab(trace, 2, 'have come'),
    },
  },
  {
    id: 'reuse-window',
    title: 'Each tab refreshes, within a reuse window',
    summary:
      'The server forgives the second use for 30 seconds. That is a vendor’s policy, and a thief gets the same half minute.',
    result: 'success',
    settings: { refresh_policy: 'reuse_window' },
    script: [...wakeUp(2), play],
    goal: {
      description: 'Two refreshes, one rotation, both tabs have their photos.',
      reached: (trace) => refreshes(trace) === 2 && rotations(trace) === 1 && everyTab(trace, 2, 'have come'),
    },
  },
  {
    id: 'no-rotation',
    title: 'Each tab refreshes, without rotation',
    summary: 'The refresh token stays the same, so every use works. A thief’s would, too.',
    result: 'success',
    settings: { refresh_policy: 'no_rotation' },
    script: [...wakeUp(2), play],
    goal: {
      description: 'Two refreshes, nothing rotated, both tabs have their photos.',
      reached: (trace) => refreshes(trace) === 2 && rotations(trace) === 0 && everyTab(trace, 2, 'have come'),
    },
  },
]
