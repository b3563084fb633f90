/** The ways in which tabs get along, each one reached by delivering in that order. */

import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countLifecycle, countMessages, shows } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'

const REFRESH: MessagePattern = { parameters: { grant_type: 'refresh_token' } }
const REFRESH_REQUEST: MessagePattern = { ...REFRESH, direction: 'request' }

const REFRESH_ANSWER: MessagePattern = { ...REFRESH, direction: 'response' }

const play: ScriptLine = { type: 'play' }
const callIn = (tab: number): ScriptLine => ({ type: 'act', action: `call-api-tab-${tab}` })
/** The laptop wakes up, the access token is over, and every tab wants fresh data. */
const wakeUp = (tabs: number): ScriptLine[] => [
  { type: 'advance', to: 'access_token' },
  ...Array.from({ length: tabs }, (_, index) => callIn(index + 1)),
]

/** Tab 1 holds the lock, the server has rotated, and the browser freezes the tab before it has stored the answer. */
const frozen: ScriptLine[] = [
  ...wakeUp(2),
  { type: 'play', until: REFRESH_ANSWER },
  { type: 'act', action: 'freeze-tab-1' },
  play,
  { type: 'advance', seconds: 60 },
]
/** The refresh of Tab 1 gets lost on a network that does not say so, and so many seconds pass. */
const unanswered = (seconds: number): ScriptLine[] => [
  ...wakeUp(2),
  { type: 'play', until: REFRESH_REQUEST },
  { type: 'deliver', message: { direction: 'response', sender: 'tab-2', path: '/photos' } },
  { type: 'delay', message: REFRESH_REQUEST, seconds },
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
  {
    id: 'loser-clears',
    title: 'The tab that was second throws the new tokens away',
    summary:
      'The server refuses the second use and revokes nothing. Tab 1 has stored good tokens; Tab 2 hears the refusal, and removes them for all tabs.',
    result: 'failure',
    settings: { after_replay: 'refused' },
    script: [...wakeUp(2), play],
    goal: {
      description: 'No grant is revoked, and no tab is signed in.',
      reached: (trace) =>
        isReplayed(trace) && countLifecycle(trace, 'grant', 'revoked') === 0 && everyTab(trace, 2, 'signed out'),
    },
    remedy: 'loser-reads-again',
    trouble: {
      code: 'Signed out of every tab, and the server revoked nothing',
      cause:
        'A tab whose refresh was refused cleared the shared tokens, which another tab had renewed a moment before.',
      remedy:
        'When a refresh is refused, read the stored tokens again. Clear them only if they are still those you sent.',
    },
  },
  {
    id: 'loser-reads-again',
    title: 'The tab that was second reads the tokens again',
    summary:
      'Tab 2 is refused, looks into the storage before it clears anything, finds the tokens that Tab 1 has stored, and uses them.',
    result: 'success',
    settings: { after_replay: 'refused', reads_again: true },
    script: [...wakeUp(2), play],
    goal: {
      description: 'Two refreshes, one rotation, both tabs have their photos.',
      reached: (trace) => refreshes(trace) === 2 && rotations(trace) === 1 && everyTab(trace, 2, 'have come'),
    },
  },
  {
    id: 'frozen',
    title: 'A frozen tab keeps the lock: the other waits for ever',
    summary:
      'The browser freezes Tab 1 while it holds the lock. Nothing gives the lock back, so Tab 2 waits for as long as anybody looks at it.',
    result: 'failure',
    settings: { strategy: 'web_locks', freezes_tabs: true },
    script: frozen,
    goal: {
      description: 'One refresh, and a minute later Tab 2 still waits.',
      reached: (trace) => refreshes(trace) === 1 && shows(trace, 'tab-2', 'on their way'),
    },
    remedy: 'gives-up',
    trouble: {
      code: 'The app hangs after switching tabs, with no error and no request',
      cause: 'A tab that the browser had stopped held the refresh lock, and the others waited in line without a limit.',
      remedy: 'Ask for the lock with a signal that ends the waiting. Then read the tokens again, and ask the person.',
    },
  },
  {
    id: 'gives-up',
    title: 'The waiting has a limit',
    summary:
      'After ten seconds Tab 2 leaves the line, finds no newer tokens, and asks Ada to open the other tab. She does, its refresh ends, and both go on.',
    result: 'success',
    settings: { strategy: 'gives_up', freezes_tabs: true },
    script: [...frozen, { type: 'act', action: 'resume-tab-1' }, play, callIn(2), play],
    goal: {
      description: 'One refresh, both tabs have their photos.',
      reached: (trace) => refreshes(trace) === 1 && everyTab(trace, 2, 'have come'),
    },
  },
  {
    id: 'stolen',
    title: 'The lock is stolen from a frozen tab',
    summary:
      'After ten seconds Tab 2 steals the lock and reads the tokens again. The new ones are still with the frozen tab, so it sends the used one.',
    result: 'failure',
    settings: { strategy: 'steals', freezes_tabs: true },
    script: [...frozen, play],
    goal: {
      description: 'The refresh token is replayed, and Tab 2 is signed out.',
      reached: (trace) => refreshes(trace) === 2 && isReplayed(trace) && shows(trace, 'tab-2', 'signed out'),
    },
    remedy: 'gives-up',
    trouble: {
      code: 'Lock broken by another request with the ‘steal’ option, then signed out',
      cause:
        'The lock was taken from a tab whose refresh was under way. To steal a lock stops nobody: the token was spent twice.',
      remedy: 'Do not steal a refresh lock. Limit the waiting, and the request inside of the lock.',
    },
  },
  {
    id: 'no-answer',
    title: 'A refresh without an answer keeps the lock',
    summary:
      'The request of Tab 1 is lost on a network that does not say so. Tab 1 waits for the answer, and Tab 2 for Tab 1.',
    result: 'failure',
    settings: { strategy: 'web_locks' },
    script: unanswered(60),
    goal: {
      description: 'A minute later both tabs still wait.',
      reached: (trace) => refreshes(trace) === 1 && everyTab(trace, 2, 'on their way'),
    },
    remedy: 'answer-in-time',
    trouble: {
      code: 'Every tab hangs after the network was gone for a moment',
      cause:
        'A request without a limit ran inside of the lock. fetch has none of its own, so the lock was never given back.',
      remedy:
        'Give the request a signal that ends it (AbortSignal.timeout). Then the lock is free, and the next tab reads the tokens again.',
    },
  },
  {
    id: 'answer-in-time',
    title: 'The request inside of the lock has a limit',
    summary:
      'After ten seconds Tab 1 gives up the request, and with it the lock. Tab 2 reads the tokens again, refreshes, and Tab 1 finds them.',
    result: 'success',
    settings: { strategy: 'answer_in_time' },
    script: [
      ...unanswered(15),
      { type: 'drop', message: { ...REFRESH_REQUEST, sender: 'tab-1' } },
      play,
      callIn(1),
      play,
    ],
    goal: {
      description: 'One rotation, no replay, both tabs have their photos.',
      reached: (trace) => rotations(trace) === 1 && !isReplayed(trace) && everyTab(trace, 2, 'have come'),
    },
  },
]
