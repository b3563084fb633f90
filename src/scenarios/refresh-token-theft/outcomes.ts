/** Who uses the stolen token first, and who notices: each one reached by doing it. */

import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countLifecycle, shows } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'

const play: ScriptLine = { type: 'play' }
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]
const expire: ScriptLine = { type: 'advance', to: 'access_token' }
const load = act('load-photos')
const refreshAsThief = act('thief-refresh')
const readAsThief = act('thief-call')
/** Ada uses the app, and then the thief copies its refresh token. */
const stolen: ScriptLine[] = [...load, { type: 'act', action: 'steal' }]

const isReplayed = (trace: Trace) => countLifecycle(trace, 'refresh_token', 'replayed') > 0
/** What has happened since the server saw a replay; nothing where it has seen none. */
function sinceReplay(trace: Trace): Trace {
  const index = trace.findIndex((event) => isReplayed([event]))
  return index < 0 ? [] : trace.slice(index)
}
const isSignedOut = (trace: Trace) => shows(trace, 'tab', 'signed out')

/** The statuses with which a server answered an actor, in order. */
function answersTo(trace: Trace, to: string, from: string): number[] {
  return trace.flatMap((event) => {
    if (event.type !== 'held' || event.message.to !== to || event.message.from !== from) return []
    return event.message.response?.status ?? []
  })
}

const lastAnswer = (trace: Trace, to: string, from: string) => answersTo(trace, to, from).at(-1)

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'thief-first',
    title: 'Thief first: the app’s refresh gives it away',
    summary:
      'The thief refreshes and reads Ada’s photos. When the app refreshes with its own, used-up copy, the server sees the replay and revokes the whole family, the thief’s tokens included.',
    result: 'success',
    script: [...stolen, ...refreshAsThief, ...readAsThief, expire, ...load, ...refreshAsThief],
    goal: {
      description: 'The family is revoked: Ada is signed out, and the thief’s next refresh is refused.',
      reached: (trace) => isReplayed(trace) && isSignedOut(trace) && lastAnswer(trace, 'thief', 'auth') === 400,
    },
  },
  {
    id: 'app-first',
    title: 'App first: the thief gives itself away',
    summary:
      'The app has refreshed by the time the thief tries. The thief’s replay gets invalid_grant and revokes the family. The app learns of it when its access token expires.',
    result: 'success',
    script: [...stolen, expire, ...load, ...refreshAsThief, ...load, expire, ...load],
    goal: {
      description: 'The thief gets nothing; Ada has to sign in again when her access token has expired.',
      reached: (trace) => isReplayed(trace) && isSignedOut(trace) && !answersTo(trace, 'thief', 'auth').includes(200),
    },
  },
  {
    id: 'after-revocation',
    title: 'After the revocation the thief keeps reading',
    summary:
      'The family is revoked, but the API checks the signature itself and asks nobody: the thief’s access token works until it expires.',
    result: 'failure',
    script: [...stolen, expire, ...refreshAsThief, ...load, ...readAsThief],
    goal: {
      description: 'The access token is revoked, and the API still answers the thief.',
      reached: (trace) => lastAnswer(sinceReplay(trace), 'thief', 'api') === 200,
    },
    remedy: 'introspected',
    trouble: {
      code: 'Revoked access token still works',
      cause: 'A JWT that the API validates locally works until exp, whatever the authorization server has revoked.',
      remedy: 'Keep access tokens short-lived, or let sensitive APIs introspect them (RFC 7662).',
    },
  },
  {
    id: 'introspected',
    title: 'With introspection the thief is out at once',
    summary:
      'The API asks the authorization server about each token, so the revocation takes effect at the next call. No response is cached here.',
    result: 'success',
    settings: { validation: 'introspection' },
    script: [...stolen, expire, ...refreshAsThief, ...load, ...readAsThief],
    goal: {
      description: 'The API refuses the thief.',
      reached: (trace) => isReplayed(trace) && lastAnswer(trace, 'thief', 'api') === 401,
    },
  },
  {
    id: 'app-never-returns',
    title: 'Nobody notices: the app is never opened again',
    summary:
      'Rotation shows a theft only when both use the token. Ada does not come back, and the thief keeps refreshing until the family’s absolute lifetime ends.',
    result: 'failure',
    script: [...stolen, ...refreshAsThief, expire, ...refreshAsThief, expire, ...refreshAsThief, ...readAsThief],
    goal: {
      description: 'Three refreshes by the thief, and no replay.',
      reached: (trace) => !isReplayed(trace) && answersTo(trace, 'thief', 'auth').join() === '200,200,200',
    },
    remedy: 'thief-first',
    trouble: {
      code: 'Stolen refresh token used for weeks',
      cause: 'Rotation needs the rightful app to refresh as well; without it there is no second use.',
      remedy:
        'Limit the family with an absolute and an idle lifetime, and bind the token to a key of the client (DPoP, RFC 9449).',
    },
  },
  {
    id: 'no-rotation',
    title: 'Nobody notices: no rotation',
    summary: 'The refresh token can be used any number of times, so app and thief refresh side by side.',
    result: 'failure',
    settings: { refresh_policy: 'no_rotation' },
    script: [...stolen, ...refreshAsThief, expire, ...load, ...refreshAsThief, ...readAsThief],
    goal: {
      description: 'Both have valid tokens, and no check has failed.',
      reached: (trace) =>
        !isReplayed(trace) && shows(trace, 'tab', 'have come') && lastAnswer(trace, 'thief', 'api') === 200,
    },
    remedy: 'thief-first',
    trouble: {
      code: 'Theft without a trace',
      cause: 'The refresh token of a public client is neither rotated nor bound to a key.',
      remedy: 'Rotate it, or bind it to the sender: RFC 9700 §2.2.2 asks for one of the two.',
    },
  },
  {
    id: 'reuse-window',
    title: 'The reuse window lets the thief in',
    summary:
      'For half a minute after the app’s refresh the used token still works: the server takes the thief for a slow retry by the app and hands out the live token.',
    result: 'failure',
    settings: { refresh_policy: 'reuse_window' },
    script: [...stolen, expire, ...load, { type: 'advance', seconds: 20 }, ...refreshAsThief, ...readAsThief],
    goal: {
      description: 'The thief has a valid access token, and nobody was told.',
      reached: (trace) => !isReplayed(trace) && lastAnswer(trace, 'thief', 'api') === 200,
    },
    remedy: 'app-first',
  },
]
