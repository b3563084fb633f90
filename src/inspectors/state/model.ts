/** What the state inspector says: each actor's state at a step, what changed in it, and what browsers refused. */
import type { Json } from '../../lib/json.ts'
import { clockAt, stateAt } from '../../projections/index.ts'
import { eventsUpTo } from '../../projections/moments.ts'
import type { Trace } from '../../simulation/types.ts'
import { type Changes, compareStates } from './changes.ts'

/** One actor's state. */
export interface ActorState {
  readonly actor: string
  readonly state: Json
  readonly changes: Changes
}

/** Something that a user agent refused, and when. */
interface RefusalAt {
  readonly step: number
  readonly what: string
  readonly reason: string
}

/** All states at a step. */
export interface StateModel {
  readonly actors: readonly ActorState[]
  /** Virtual time in epoch seconds. */
  readonly now: number
  /** Newest first. */
  readonly refusals: readonly RefusalAt[]
}

/** The states at a step, compared with the step before; what changed stands first. */
export function stateModel(trace: Trace, cursor: number): StateModel {
  const before = cursor > 0 ? stateAt(trace, cursor - 1) : {}
  const actors = Object.entries(stateAt(trace, cursor)).map(([actor, state]) => ({
    actor,
    state,
    // At the opening nothing is news.
    changes: cursor > 0 ? compareStates(before[actor], state) : new Map(),
  }))
  return {
    actors: actors.toSorted((one, other) => Number(other.changes.size > 0) - Number(one.changes.size > 0)),
    now: Math.floor(clockAt(trace, cursor) / 1000),
    refusals: eventsUpTo(trace, cursor)
      .flatMap((event) =>
        event.type === 'refused' ? [{ step: event.step, what: event.what, reason: event.reason }] : [],
      )
      .reverse(),
  }
}

/** Who can read a cookie, and where it goes, as sentences. */
export function cookieFacts(cookie: {
  readonly httpOnly: boolean
  readonly secure: boolean
  readonly sameSite: string
}): readonly string[] {
  return [
    cookie.httpOnly
      ? 'No script can read it (HttpOnly).'
      : 'Every script of the pages that it is sent with can read it (no HttpOnly).',
    cookie.secure ? 'Only over HTTPS (Secure).' : 'Also over plain HTTP (no Secure).',
    SAME_SITE[cookie.sameSite.toLowerCase()] ??
      'No SameSite: Chromium treats it as Lax, Firefox and Safari send it from other sites too.',
  ]
}

const SAME_SITE: Readonly<Record<string, string>> = {
  strict: 'Only on requests that start on its own site (SameSite=Strict).',
  lax: 'From other sites only with a navigation by GET, such as a link (SameSite=Lax).',
  none: 'Also on requests that other sites make (SameSite=None).',
}
