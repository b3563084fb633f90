/** How long everything lives that a run issues: each code, token, session, consent and challenge, as far as a step knows. */
import type { Note, Trace } from '../../simulation/types.ts'
import { issueKey, issuesIn } from '../issues.ts'
import { eventsUpTo } from '../moments.ts'
import { clockAt } from '../present.ts'

type LifecycleNote = Extract<Note, { readonly type: 'lifecycle' }>

/** Something that happened to an artifact after it was issued. */
export interface LifetimeChange {
  readonly change: LifecycleNote['change']
  readonly step: number
  /** Virtual time, epoch milliseconds. */
  readonly time: number
  readonly reason?: string
}

/** How an artifact stands: `live` while it would still be taken, else what ended it. */
export type LifetimeState = 'live' | 'expired' | Exclude<LifecycleNote['change'], 'issued'>

/** The life of one artifact. Times are virtual, in epoch milliseconds. */
export interface Lifetime {
  /** “access token 2”: unique in a run, in order of issue. */
  readonly name: string
  /** Such as `access_token`. */
  readonly artifact: string
  /** The id of its lifecycle notes; never the secret itself. */
  readonly id: string
  /** The step in which it was issued: 0 while the scenario opened. */
  readonly step: number
  /** The exchange that its issuer was serving, when it was serving one. */
  readonly exchange?: string
  readonly issuedAt: number
  /** Before this it is not taken: earlier than its issue where its issuer only hears of it later, as of a one-time code. */
  readonly notBefore?: number
  /** As the newest note says that named one; without it the artifact lasts until somebody ends it. */
  readonly expiresAt?: number
  /** When it stopped to be of use, by its expiry or before; absent while it is live. */
  readonly endedAt?: number
  readonly state: LifetimeState
  /** What happened to it, in order, its issue left out. */
  readonly changes: readonly LifetimeChange[]
}

/** Every lifetime that had begun at a step, in order of issue. */
export interface Lifetimes {
  /** When the run began, epoch milliseconds. */
  readonly start: number
  /** Virtual time after the step, epoch milliseconds. */
  readonly now: number
  readonly items: readonly Lifetime[]
}

type Draft = Pick<Lifetime, 'name' | 'artifact' | 'id' | 'step' | 'issuedAt' | 'exchange'> & {
  notBefore?: number
  expiresAt?: number
  changes: LifetimeChange[]
}

/** What lived at a step, and how long. */
export function lifetimesAt(trace: Trace, step: number): Lifetimes {
  const events = eventsUpTo(trace, step)
  const issues = issuesIn(events)
  const drafts = new Map<string, Draft>()
  for (const event of events) {
    if (event.type !== 'note' || event.note.type !== 'lifecycle') continue
    const { change, not_before, expires_at, reason } = event.note
    const key = issueKey(event.actor, event.note)
    const issue = issues.get(key)
    const draft = drafts.get(key)
    const expiry = {
      ...(not_before !== undefined && { notBefore: not_before * 1000 }),
      ...(expires_at !== undefined && { expiresAt: expires_at * 1000 }),
    }
    if (draft !== undefined) {
      draft.changes.push({ change, step: event.step, time: event.time, ...(reason !== undefined && { reason }) })
      Object.assign(draft, expiry)
    } else if (change === 'issued' && issue !== undefined) {
      const { actor: _actor, time, ...issued } = issue
      drafts.set(key, { ...issued, issuedAt: time, ...expiry, changes: [] })
    }
  }
  const now = clockAt(trace, step)
  return { start: trace[0]?.time ?? now, now, items: [...drafts.values()].map((draft) => judge(draft, now)) }
}

/** How an artifact stood after a step and at a time, as far as its changes until then tell. */
export function stateAsOf(lifetime: Lifetime, step: number, time: number): LifetimeState {
  const { endedAt: _endedAt, state: _state, ...draft } = lifetime
  return judge({ ...draft, changes: draft.changes.filter((change) => change.step <= step) }, time).state
}

/** Tells how an artifact stands at a time. */
function judge(draft: Draft, now: number): Lifetime {
  const ends = draft.changes.filter((change) => isEnd(change, draft.artifact))
  const [first, last] = [ends[0], ends.at(-1)]
  const expiredAt = draft.expiresAt !== undefined && draft.expiresAt <= now ? draft.expiresAt : undefined
  if (first !== undefined && last !== undefined) {
    return { ...draft, state: last.change, endedAt: Math.min(first.time, expiredAt ?? first.time) }
  }
  return expiredAt === undefined ? { ...draft, state: 'live' } : { ...draft, state: 'expired', endedAt: expiredAt }
}

type End = LifetimeChange & { readonly change: Exclude<LifecycleNote['change'], 'issued'> }

/** What can be used once: a code (RFC 6749 §4.1.2), a one-time password (RFC 6238 §5.2), a challenge that was met. */
const ONCE = new Set(['authorization_code', 'one_time_code', 'push_prompt', 'second_factor_challenge'])

/** True for what ends an artifact: use ends what can be used once, and a session's rotation only renews its cookie. */
function isEnd(change: LifetimeChange, artifact: string): change is End {
  switch (change.change) {
    case 'issued':
      return false
    case 'used':
      return ONCE.has(artifact)
    case 'rotated':
      return artifact === 'refresh_token'
    case 'replayed':
    case 'revoked':
    case 'ended':
      return true
    default:
      return change.change satisfies never
  }
}
