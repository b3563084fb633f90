/** Two tabs sign in at the same time; what they share decides who gets in. */
import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { failedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'

const play: ScriptLine = { type: 'play' }
const start = (tab: number): ScriptLine[] => [{ type: 'act', action: `sign-in-tab-${tab}` }, play]
const password = (tab: number): ScriptLine[] => [
  { type: 'submit', window: `tab-${tab}`, form: 'sign-in', fields: ADA },
  play,
]
const approve = (tab: number): ScriptLine[] => [
  { type: 'submit', window: `tab-${tab}`, form: 'consent', fields: { decision: 'approve' } },
  play,
]
/** Both tabs have left before one of them is back. */
const together: ScriptLine[] = [...start(1), ...start(2), ...password(1), ...approve(1)]

const isSignedIn = (trace: Trace, tab: number) => shows(trace, `tab-${tab}`, 'You are signed in')
const isRefused = (trace: Trace, tab: number, code: string) => shows(trace, `tab-${tab}`, code)

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'under-its-state',
    title: 'Each sign-in under its state',
    summary:
      'Both tabs leave, and both come back. Each answer finds what was kept for it, by the state that it carries.',
    result: 'success',
    script: [...together, ...password(2)],
    goal: {
      description: 'Ada is signed in, in both tabs.',
      reached: (trace) => isSignedIn(trace, 1) && isSignedIn(trace, 2),
    },
  },
  {
    id: 'one-key',
    title: 'One key for all: state mismatch',
    summary:
      'The second tab overwrites what the first has kept. When the first is back, its answer belongs to nothing.',
    result: 'failure',
    settings: { shared: 'everything' },
    script: together,
    goal: {
      description: 'The first tab refuses the answer to its own sign-in.',
      reached: (trace) => failedCheck(trace, 'state') && isRefused(trace, 1, 'state_mismatch'),
    },
    remedy: 'under-its-state',
    trouble: {
      code: 'state mismatch, with several tabs (angular-oauth2-oidc: invalid_nonce_in_state)',
      cause:
        'All tabs notice at once that the session is over, each starts a sign-in, and the last one has overwritten the state of the others.',
      remedy: 'Keep each sign-in under its state; or let one tab sign in, and the others wait for it.',
    },
  },
  {
    id: 'verifier-overwritten',
    title: 'A shared verifier: invalid_grant',
    summary:
      'The state fits, since each tab keeps its own. The verifier is that of the other tab, and the server refuses.',
    result: 'failure',
    settings: { shared: 'verifier' },
    script: together,
    goal: {
      description: 'The token request is refused because of PKCE.',
      reached: (trace) => failedCheck(trace, 'pkce') && isRefused(trace, 1, 'invalid_grant'),
    },
    remedy: 'under-its-state',
    trouble: {
      code: 'invalid_grant (code verifier), with several tabs',
      cause: 'A second sign-in has overwritten the stored code verifier of the first.',
      remedy: 'Keep one verifier for each sign-in, under its state.',
    },
  },
  {
    id: 'nonce-overwritten',
    title: 'A shared nonce: the ID token seems to be from another sign-in',
    summary: 'State and verifier fit, and the tokens come. The nonce in the ID token is not the one that is kept.',
    result: 'failure',
    settings: { shared: 'nonce' },
    script: together,
    goal: {
      description: 'The first tab refuses its ID token.',
      reached: (trace) => failedCheck(trace, 'nonce') && isRefused(trace, 1, 'nonce_mismatch'),
    },
    remedy: 'under-its-state',
    trouble: {
      code: 'The nonce in the ID token does not match, with several tabs',
      cause: 'Another tab has started a sign-in meanwhile and overwritten the nonce.',
      remedy: 'Keep one nonce for each sign-in, under its state.',
    },
  },
  {
    id: 'one-after-the-other',
    title: 'One key, one tab at a time',
    summary: 'The second tab starts when the first is back. Nothing is overwritten that is still needed.',
    result: 'success',
    settings: { shared: 'everything' },
    script: [...start(1), ...password(1), ...approve(1), ...start(2)],
    goal: {
      description: 'Ada is signed in, in both tabs.',
      reached: (trace) => isSignedIn(trace, 1) && isSignedIn(trace, 2),
    },
  },
]
