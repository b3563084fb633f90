/** What each actor holds at a step, since when, and who can read it there: read from the recorded states. */
import type { Actor, Trace } from '../../simulation/types.ts'
import { type DecodedJwt, decodeJwt } from '../jwt.ts'
import { type Lifetime, lifetimesAt } from '../lifetimes/index.ts'
import { eventsUpTo } from '../moments.ts'
import { tokensIn } from '../tokens.ts'
import type { Find, KnownValues } from './artifacts.ts'
import { createIdentify } from './identity.ts'
import type { Place } from './place.ts'
import { addressPlace, placesIn, signOf } from './places.ts'
import { type PlaceKind, type Readers, readersOf } from './readers.ts'

export { type Exposure, type PlaceKind, readersOf } from './readers.ts'

/** Something that an actor holds. */
export interface StoredItem {
  /** Unique among all items of a step. */
  readonly key: string
  /** As its lifecycle notes call it: `access_token`, `client_secret` … */
  readonly artifact: string
  /** “access token 2”, or “client secret” for what has no lifetime of its own. */
  readonly name: string
  /** Where in its place, such as `sessions › app_session-1 › access_token`. */
  readonly path: string
  readonly detail?: string
  /** The step since which it has been there: 0 since the scenario opened. */
  readonly since: number
  readonly lifetime?: Lifetime
  /** Other actors who hold the same value, by id. */
  readonly alsoHeldBy: readonly string[]
}

/** A place of an actor with something in it. */
export interface StoragePlace extends Readers {
  readonly key: string
  readonly kind: PlaceKind
  readonly items: readonly StoredItem[]
}

/** What an actor holds; no places when it holds nothing. */
export interface ActorStorage {
  readonly actor: string
  readonly places: readonly StoragePlace[]
}

/** A place in the life of the run: what is in it now, and since when. */
interface Kept {
  readonly place: Place
  readonly since: ReadonlyMap<string, number>
}

/** What every actor holds at a step, in the order of the actors. */
export function storageAt(trace: Trace, step: number, actors: readonly Actor[]): readonly ActorStorage[] {
  const events = eventsUpTo(trace, step)
  const { known, naming } = knowledgeAt(trace, step, actors)
  const kept = keptIn(events, actors, known)
  const holders = holdersOf(kept)

  return actors.map(({ id: actor }) => ({
    actor,
    places: (kept.get(actor) ?? []).map(({ place, since }) => {
      const key = [actor, place.kind, place.of ?? ''].join(' ')
      const items = place.finds.map(
        (find, index): StoredItem => ({
          key: `${key} ${index}`,
          artifact: find.artifact,
          ...naming(find),
          path: find.path.join(' › '),
          ...(find.detail !== undefined && { detail: find.detail }),
          since: since.get(signOf(find)) ?? step,
          alsoHeldBy: (holders.get(find.value ?? '') ?? []).filter((holder) => holder !== actor),
        }),
      )
      return { ...readersOf(place.kind, place.of), key, kind: place.kind, items }
    }),
  }))
}

/** What is known of the values in a run: which artifact each one is, and what that is called. */
function knowledgeAt(trace: Trace, step: number, actors: readonly Actor[]) {
  const events = eventsUpTo(trace, step)
  const known = new Map<string, string>()
  const decoded = new Map<string, DecodedJwt | undefined>()
  for (const { kind, token, jwt } of tokensIn(trace, step)) {
    decoded.set(token, jwt)
    if (kind !== 'token') known.set(token, kind)
  }
  const firstHeld = new Map<string, number>()
  // A value that a later state names is found in earlier texts too.
  for (const { part, places, step: since } of partsIn(events, actors, known)) {
    if (part !== STATE) continue
    for (const { artifact, value } of places.flatMap(({ finds }) => finds)) {
      if (value === undefined) continue
      if (!known.has(value)) known.set(value, artifact)
      if (!firstHeld.has(value)) firstHeld.set(value, since)
    }
  }
  const lifetimes = lifetimesAt(trace, step).items
  const byId = new Map(lifetimes.map((lifetime) => [`${lifetime.artifact} ${lifetime.id}`, lifetime]))
  const identify = createIdentify(events, (value) => (decoded.has(value) ? decoded.get(value) : decodeJwt(value)))
  /** A value is looked for in every answer of the run, and is held in state after state. */
  const ids = new Map<string, string | undefined>()

  function idOf(artifact: string, value: string): string | undefined {
    const key = `${artifact} ${value}`
    if (!ids.has(key)) ids.set(key, identify(artifact, value, firstHeld.get(value) ?? step))
    return ids.get(key)
  }

  function naming({ artifact, value, id }: Find): Pick<StoredItem, 'name' | 'lifetime'> {
    const lifetime = byId.get(`${artifact} ${value === undefined ? id : idOf(artifact, value)}`)
    return lifetime === undefined ? { name: artifact.replaceAll('_', ' ') } : { name: lifetime.name, lifetime }
  }
  return { known, lifetimes, naming }
}

/** What an actor holds from a step on, until its next entry: only what has a lifetime, each once. */
export interface Holding {
  readonly step: number
  readonly lifetimes: readonly Lifetime[]
}

/** Everything with a lifetime that was held in a whole run. */
export interface Holdings {
  /** Everything that the run issued, held or not, in order of issue. */
  readonly lifetimes: readonly Lifetime[]
  /** Each actor's entries in order, at most one a step. */
  readonly histories: ReadonlyMap<string, readonly Holding[]>
  /** What a value that was held is, by the value. */
  readonly values: ReadonlyMap<string, Lifetime>
}

/** Who held what from which step on, records of servers and key sets aside. */
export function holdingsIn(trace: Trace, actors: readonly Actor[]): Holdings {
  const { known, lifetimes, naming } = knowledgeAt(trace, trace.at(-1)?.step ?? 0, actors)
  const values = new Map<string, Lifetime>()
  const histories = new Map<string, Holding[]>()
  /** What is in each part of an actor's places: its state, and the addresses of its windows. */
  const parts = new Map<string, Map<string, readonly Lifetime[]>>()
  for (const { actor, part, places, step } of partsIn(trace, actors, known)) {
    const own = parts.get(actor) ?? new Map<string, readonly Lifetime[]>()
    parts.set(actor, own)
    const finds = places.flatMap(({ kind, finds: found }) => (RECORDS.includes(kind) ? [] : found))
    const held = finds.flatMap((find) => {
      const { lifetime } = naming(find)
      if (lifetime !== undefined && find.value !== undefined) values.set(find.value, lifetime)
      return lifetime ?? []
    })
    own.set(part, held)
    const history = histories.get(actor) ?? []
    histories.set(actor, history)
    if (history.at(-1)?.step === step) history.pop()
    history.push({ step, lifetimes: [...new Set([...own.values()].flat())] })
  }
  return { lifetimes, histories, values }
}

/** Records of what others hold, and public keys. */
const RECORDS: readonly PlaceKind[] = ['database', 'key-set']

/** What a device shows for a moment, too: nobody asks where to keep those. */
const PASSING: readonly PlaceKind[] = [...RECORDS, 'device']

/** What a step put where it was not before: each actor with the places that got something, and only that in them. */
export function storedAt(trace: Trace, step: number, actors: readonly Actor[]): readonly ActorStorage[] {
  return storageAt(trace, step, actors).flatMap(({ actor, places }) => {
    const got = places
      .filter(({ kind }) => !PASSING.includes(kind))
      .map((place) => ({ ...place, items: place.items.filter(({ since }) => since === step) }))
      .filter(({ items }) => items.length > 0)
    return got.length > 0 ? [{ actor, places: got }] : []
  })
}

/** The places in one part of what an actor has: its state, or the address of a window. */
interface Part {
  readonly actor: string
  readonly part: string
  readonly places: readonly Place[]
  readonly step: number
}

const STATE = 'state'

/** Reads the places of actors from these events, one part after the other as it changes. */
function* partsIn(events: Trace, actors: readonly Actor[], known: KnownValues): Generator<Part> {
  const kinds = new Map(actors.map(({ id, kind }) => [id, kind]))
  const browserOf = new Map<string, string>()
  const issuers: string[] = []
  for (const event of events) {
    if (event.type === 'held' && event.message.purpose === 'navigation') {
      const { direction, gate, from, to } = event.message
      browserOf.set(gate.replace(/#\d+$/, ''), direction === 'response' ? to : from)
    } else if (event.type === 'state') {
      const { actor, state, step } = event
      const issuer = issuerIn(state)
      if (issuer !== undefined && !issuers.includes(issuer)) issuers.push(issuer)
      yield { actor, part: STATE, places: placesIn(state, kinds.get(actor) ?? 'server', { known, issuers }), step }
    } else if (event.type === 'window') {
      const { view, step } = event
      const actor = browserOf.get(view.id)
      if (actor !== undefined) yield { actor, part: view.id, places: [addressPlace(view)], step }
    }
  }
}

/** Every actor's places after these events, in which each find knows since which step it has been there without a gap. */
function keptIn(events: Trace, actors: readonly Actor[], known: KnownValues): ReadonlyMap<string, readonly Kept[]> {
  const parts = new Map<string, Map<string, readonly Kept[]>>()
  for (const { actor, part, places, step } of partsIn(events, actors, known)) {
    const own = parts.get(actor) ?? new Map<string, readonly Kept[]>()
    parts.set(actor, own)
    const before = own.get(part) ?? []
    own.set(
      part,
      places.map((place) =>
        keep(
          place,
          before.find((kept) => isSame(kept.place, place)),
          step,
        ),
      ),
    )
  }
  return new Map(
    [...parts].map(([actor, own]) => {
      const addresses = [...own].flatMap(([part, kept]) => (part === STATE ? [] : kept))
      return [actor, [...(own.get(STATE) ?? []), ...addresses.filter(({ place }) => place.finds.length > 0)]]
    }),
  )
}

function keep(place: Place, before: Kept | undefined, step: number): Kept {
  return { place, since: new Map(place.finds.map((find) => [signOf(find), before?.since.get(signOf(find)) ?? step])) }
}

function isSame(one: Place, other: Place): boolean {
  return one.kind === other.kind && one.of === other.of
}

/** The host of an authorization server, when the state is one's. */
function issuerIn(state: unknown): string | undefined {
  const issuer = typeof state === 'object' && state !== null && 'issuer' in state ? state.issuer : undefined
  return typeof issuer === 'string' && URL.canParse(issuer) ? new URL(issuer).hostname : undefined
}

/** Who holds a value, by value. */
function holdersOf(kept: ReadonlyMap<string, readonly Kept[]>): ReadonlyMap<string, readonly string[]> {
  const holders = new Map<string, string[]>()
  for (const [actor, places] of kept) {
    for (const { value } of places.flatMap(({ place }) => place.finds)) {
      if (value === undefined) continue
      const known = holders.get(value) ?? []
      holders.set(value, known.includes(actor) ? known : [...known, actor])
    }
  }
  return holders
}
