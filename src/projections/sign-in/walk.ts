/** The way of a sign-in through the server's transition table, read from what the server noted and held. */
import type { Json } from '../../lib/json.ts'
import type { Note, Trace } from '../../simulation/types.ts'
import { eventsOf } from '../moments.ts'

/** One row of a transition table, as `protocol` declares it. */
export interface TableRow {
  readonly from: string
  readonly event: string
  readonly guard: string
  readonly to: string
}

/** A row of the table that applied, and when. */
export interface Firing<Row extends TableRow = TableRow> {
  readonly step: number
  readonly row: Row
}

/** Where the newest sign-in stands, and every row that applied on the way, oldest first. */
export interface SignInWalk<Row extends TableRow = TableRow> {
  readonly state: string
  readonly firings: readonly Firing<Row>[]
}

/** What is read of a server's snapshot. */
interface Snapshot {
  readonly sessions: readonly { readonly sid: string; readonly state: string }[]
  readonly pending_requests: readonly { readonly id: string; readonly sign_in: string; readonly status: string }[]
}

const INITIAL = 'Unauthenticated'
const NOTHING: Snapshot = { sessions: [], pending_requests: [] }

/** Rules that a server notes when it has verified a second factor, and those under which it refuses one. */
const FACTOR_HELD = new Set(['totp', 'recovery_code', 'push'])
const FACTOR_REFUSED = new Set([
  ...['otp_invalid', 'otp_expired', 'otp_reused', 'otp_clock_skew'],
  ...['push_denied', 'push_timeout', 'push_number_mismatch', 'too_many_attempts'],
])

/**
 * Walks the table up to a step. Where several sign-ins are under way, the one that moved last is followed. A page that
 * asks for the password begins a new one; that is no transition.
 */
export function signInWalk<Row extends TableRow>(trace: Trace, step: number, table: readonly Row[]): SignInWalk<Row> {
  const firings: Firing<Row>[] = []
  const snapshots = new Map<string, Snapshot>()
  let state = INITIAL

  for (let at = 0; at <= step; at += 1) {
    const events = eventsOf(trace, at)
    const fire = (from: string, event: string, guard: string) => {
      const row = table.find((row) => row.from === from && row.event === event && row.guard === guard)
      if (row === undefined) return
      firings.push({ step: at, row })
      state = row.to
    }
    for (const [actor, after] of snapshotsIn(events, snapshots)) {
      const before = snapshots.get(actor) ?? NOTHING
      // Somebody may have signed in before the run began.
      if (!snapshots.has(actor)) state = after.sessions.at(-1)?.state ?? state
      snapshots.set(actor, after)
      const notes = events.flatMap((event) => (event.type === 'note' && event.actor === actor ? [event.note] : []))
      endings(before, after, fire)
      for (const note of notes) readNote(note, state, fire)
      const begun = newRequests(before, after)
      if (state === 'Primary Auth Passed' && after.pending_requests.some(isChallenged)) {
        fire(state, 'session started', 'secondFactorDue')
      }
      for (const { sign_in } of begun) {
        if (sign_in === INITIAL) state = INITIAL
        else arrive(sign_in === 'MFA Challenge Issued' ? 'secondFactorDue' : 'noSecondFactorDue', fire)
      }
      if (begun.length === 0 && notes.some(isAnsweredAtOnce)) arrive('noSecondFactorDue', fire)
    }
  }
  return { state, firings }
}

function newRequests(before: Snapshot, after: Snapshot): Snapshot['pending_requests'] {
  const known = new Set(before.pending_requests.map(({ id }) => id))
  return after.pending_requests.filter(({ id, status }) => status === 'pending' && !known.has(id))
}

type Fire = (from: string, event: string, guard: string) => void

/** Sessions that are over since the last snapshot. A lifetime that is over is noticed when a request comes. */
function endings(before: Snapshot, after: Snapshot, fire: Fire): void {
  const lived = before.sessions.filter(({ state }) => state === 'Session Established')
  for (const { sid } of lived) {
    const now = after.sessions.find((session) => session.sid === sid)?.state
    if (now === 'Session Expired') fire('Session Established', 'time passed', 'lifetimeOver')
    if (now === INITIAL) fire('Session Established', 'session ended', 'always')
  }
}

function readNote(note: Note, state: string, fire: Fire): void {
  if (
    note.type === 'lifecycle' &&
    note.artifact === 'session' &&
    (note.change === 'issued' || note.change === 'rotated')
  ) {
    fire(state, 'session started', 'noSecondFactorDue')
  }
  if (note.type !== 'check') return
  const { rule, passed } = note
  // Whoever submits the password begins anew, also when this request got further before.
  if (rule === 'credentials' && passed) fire(INITIAL, 'password submitted', 'credentialsMatch')
  else if (rule === 'invalid_credentials') fire(INITIAL, 'password submitted', 'credentialsDiffer')
  else if (FACTOR_HELD.has(rule) && passed) fire('MFA Challenge Issued', 'factor submitted', 'factorVerified')
  else if (FACTOR_REFUSED.has(rule)) fire('MFA Challenge Issued', 'factor submitted', 'factorRefused')
}

/** A request in a session that lives: the server asks first whether its lifetime is over. */
function arrive(guard: 'secondFactorDue' | 'noSecondFactorDue', fire: Fire): void {
  fire('Session Established', 'time passed', 'lifetimeLeft')
  fire('Session Established', 'request arrived', guard)
}

const isChallenged = ({ sign_in }: Snapshot['pending_requests'][number]) => sign_in === 'MFA Challenge Issued'

/** The note of a request that needs no page; one that needs the sign-in page has a pending request too. */
const isAnsweredAtOnce = (note: Note) => note.type === 'check' && note.rule === 'session' && note.passed

/** The servers that a step says something of: each with what it held after the step. */
function snapshotsIn(events: Trace, known: ReadonlyMap<string, Snapshot>): Map<string, Snapshot> {
  const found = new Map<string, Snapshot>()
  for (const event of events) {
    if (event.type === 'note') {
      const held = known.get(event.actor)
      if (held !== undefined && !found.has(event.actor)) found.set(event.actor, held)
    }
    if (event.type === 'state' && isSnapshot(event.state)) found.set(event.actor, event.state)
  }
  return found
}

function isSnapshot(state: Json): state is Json & Snapshot {
  return typeof state === 'object' && state !== null && 'pending_requests' in state && 'sessions' in state
}
