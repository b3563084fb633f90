/** Refresh-token families as trees: each generation, who held and presented it, what came of it, and who ended it. */
import type { Actor, Note, Trace } from '../../simulation/types.ts'
import { type Lifetime, lifetimesAt } from '../lifetimes/index.ts'
import { eventsUpTo } from '../moments.ts'
import { storageAt } from '../storage/index.ts'
import { tokensIn } from '../tokens.ts'

/** Somebody sent a generation to the token endpoint. */
export interface Presentation {
  /** Actor id. */
  readonly by: string
  readonly step: number
  /**
   * `rotated`: it brought the next generation. `used`: it brought an access token and stays. `reused`: it had been replaced, and
   * the server answered all the same, within its reuse window. `replayed`: it had been replaced, and that ended the family.
   */
  readonly outcome: 'rotated' | 'used' | 'reused' | 'replayed' | 'refused'
}

/** How a generation was taken back. */
export interface Revocation {
  readonly step: number
  /** Virtual time, epoch milliseconds. */
  readonly time: number
  readonly reason: string | undefined
  /**
   * `detection`: the server itself, because `actor` presented `replayed` a second time. `request`: `actor` asked for it, or did
   * what ends it. `server`: nobody's message did; an administrator, or a rule of the server.
   */
  readonly by:
    | { readonly type: 'detection'; readonly actor: string; readonly replayed: string }
    | { readonly type: 'request'; readonly actor: string }
    | { readonly type: 'server'; readonly actor: string }
}

/** One generation, and below it what came of it. */
export interface Generation {
  readonly number: number
  readonly token: Lifetime
  /** Whose request brought it; undefined for what was there before the first step. */
  readonly issuedTo: string | undefined
  /** Actors that hold it now, by id; nobody does when its answer was lost, or its holder let go of it. */
  readonly heldBy: readonly string[]
  readonly presentations: readonly Presentation[]
  readonly revocation: Revocation | undefined
  /** Access tokens that came with it or that it brought. */
  readonly accessTokens: readonly Lifetime[]
  /** What replaced it: one, or several where the server let more than one use through. */
  readonly next: readonly Generation[]
}

/** A family: all generations that go back to one grant. */
export interface RefreshFamily {
  /** The authorization server’s actor id. */
  readonly server: string
  readonly first: Generation
}

type LifecycleNote = Extract<Note, { readonly type: 'lifecycle' }>

interface Noted {
  readonly server: string
  readonly note: LifecycleNote
  readonly step: number
  readonly time: number
  readonly exchange: string | undefined
}

/** Every family at a step, in order of issue. */
export function familiesAt(trace: Trace, step: number, actors: readonly Actor[]): readonly RefreshFamily[] {
  const events = eventsUpTo(trace, step)
  const notes = events.flatMap((event): Noted[] => {
    if (event.type !== 'note' || event.note.type !== 'lifecycle') return []
    const { actor: server, note, time, exchange } = event
    return [{ server, note, step: event.step, time, exchange }]
  })
  const context: Context = {
    notes,
    lifetimes: lifetimesAt(trace, step).items,
    senders: sendersIn(events),
    holders: holdersAt(trace, step, actors),
    tokens: tokensIn(trace, step),
    refused: refusedIn(events),
  }
  const issues = notes.filter(({ note }) => note.artifact === 'refresh_token' && note.change === 'issued')
  const ids = new Set(issues.map(({ note }) => note.id))
  return issues
    .filter(({ note }) => !ids.has(note.parent ?? ''))
    .flatMap((issue) => {
      const first = generationOf(issue, 1, context)
      return first === undefined ? [] : [{ server: issue.server, first }]
    })
}

interface Context {
  readonly notes: readonly Noted[]
  readonly lifetimes: readonly Lifetime[]
  /** Who sent the request of an exchange. */
  readonly senders: ReadonlyMap<string, string>
  /** Who holds a token, by its name. */
  readonly holders: ReadonlyMap<string, readonly string[]>
  readonly tokens: ReturnType<typeof tokensIn>
  /** Exchanges in which a rule was broken. */
  readonly refused: ReadonlySet<string>
}

function generationOf(issue: Noted, number: number, context: Context): Generation | undefined {
  const { notes, lifetimes, senders, holders } = context
  const { id, parent } = issue.note
  const lifetimeOf = (artifact: string, ownId: string) =>
    lifetimes.find((lifetime) => lifetime.artifact === artifact && lifetime.id === ownId)
  const token = lifetimeOf('refresh_token', id)
  if (token === undefined) return undefined
  const issued = notes.filter(({ server, note }) => server === issue.server && note.change === 'issued')
  const next = issued.filter(({ note }) => note.artifact === 'refresh_token' && note.parent === id)
  // What a code or the like brought beside the first generation hangs on that one.
  const parents = number === 1 ? [id, parent] : [id]
  return {
    number,
    token,
    issuedTo: senders.get(issue.exchange ?? ''),
    heldBy: holders.get(token.name) ?? [],
    presentations: presentationsOf(token, context),
    revocation: revocationOf(issue, context),
    accessTokens: issued
      .filter(({ note }) => note.artifact === 'access_token' && note.parent && parents.includes(note.parent))
      .flatMap(({ note }) => lifetimeOf('access_token', note.id) ?? []),
    next: next.flatMap((successor) => generationOf(successor, number + 1, context) ?? []),
  }
}

/** Every time that it came to the token endpoint, in order. Where no outcome was told, the server has not decided yet. */
function presentationsOf({ name, id }: Lifetime, { notes, tokens, refused }: Context): Presentation[] {
  const sightings = tokens.find((token) => token.name === name)?.sightings ?? []
  const presentations: Presentation[] = []
  for (const { where, from, step, exchange } of sightings) {
    if (where !== 'request body: refresh_token') continue
    const changes = notes.flatMap(({ note, exchange: served }) =>
      served === exchange && note.artifact === 'refresh_token' && note.id === id ? [note.change] : [],
    )
    const isReplaced = presentations.some(({ outcome }) => outcome === 'rotated')
    if (changes.includes('replayed')) presentations.push({ by: from, step, outcome: 'replayed' })
    else if (changes.includes('rotated')) presentations.push({ by: from, step, outcome: 'rotated' })
    else if (changes.includes('used')) presentations.push({ by: from, step, outcome: isReplaced ? 'reused' : 'used' })
    else if (refused.has(exchange)) presentations.push({ by: from, step, outcome: 'refused' })
  }
  return presentations
}

function revocationOf({ server, note: { id } }: Noted, context: Context): Revocation | undefined {
  const { notes, senders, lifetimes } = context
  const end = notes.find(({ note }) => note.artifact === 'refresh_token' && note.id === id && note.change === 'revoked')
  if (end === undefined) return undefined
  const { step, time, exchange, note } = end
  const actor = senders.get(exchange ?? '')
  const told = { step, time, reason: note.reason }
  if (actor === undefined) return { ...told, by: { type: 'server', actor: server } }
  const cause = notes.find((noted) => noted.exchange === exchange && noted.note.change === 'replayed')?.note
  if (cause === undefined) return { ...told, by: { type: 'request', actor } }
  const replayed = lifetimes.find(({ artifact, id: own }) => artifact === cause.artifact && own === cause.id)?.name
  return { ...told, by: { type: 'detection', actor, replayed: replayed ?? cause.artifact } }
}

function sendersIn(events: Trace): ReadonlyMap<string, string> {
  const senders = new Map<string, string>()
  for (const event of events) {
    if (event.type === 'held' && event.message.direction === 'request')
      senders.set(event.message.gate, event.message.from)
  }
  return senders
}

function refusedIn(events: Trace): ReadonlySet<string> {
  const refused = new Set<string>()
  for (const event of events) {
    if (event.type !== 'note' || event.exchange === undefined) continue
    if (event.note.type === 'check' && !event.note.passed) refused.add(event.exchange)
  }
  return refused
}

/** Holders by the name of what they hold; the server’s own record does not count. */
function holdersAt(trace: Trace, step: number, actors: readonly Actor[]): ReadonlyMap<string, readonly string[]> {
  const holders = new Map<string, string[]>()
  for (const { actor, places } of storageAt(trace, step, actors)) {
    const items = places.flatMap(({ kind, items: kept }) => (kind === 'database' ? [] : kept))
    for (const name of new Set(items.map((item) => item.name))) holders.set(name, [...(holders.get(name) ?? []), actor])
  }
  return holders
}
