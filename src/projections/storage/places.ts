/** Reads the places in which an actor keeps things from its state, by the shape of its snapshot. */
import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import type { Actor, WindowView } from '../../simulation/types.ts'
import { type Find, findIn, type KnownValues } from './artifacts.ts'
import { cookiePlaces } from './cookies.ts'
import { databaseFinds, isAuthorizationServer } from './database.ts'
import type { Place } from './place.ts'
import type { PlaceKind } from './readers.ts'

/** What a find is the same by when it is told twice. */
export function signOf({ artifact, value, id, path }: Find): string {
  return `${artifact} ${value ?? id ?? path.join('/')}`
}

/** The places in an actor's state that hold something. `issuers` are the hosts of authorization servers. */
export function placesIn(
  state: Json,
  kind: Actor['kind'],
  { known, issuers }: { readonly known: KnownValues; readonly issuers: readonly string[] },
): readonly Place[] {
  if (!isJsonObject(state)) return []
  const all = isAuthorizationServer(state)
    ? [{ kind: 'database', finds: databaseFinds(state) } as const]
    : Object.entries(state).flatMap(([name, value]) => memberPlaces(name, value, { kind, known, issuers }))
  return all.flatMap(({ finds, ...place }) => (finds.length > 0 ? [{ ...place, finds: merge(finds) }] : []))
}

/** The same thing in several lines of a log is one, and says how often. */
function merge(finds: readonly Find[]): readonly Find[] {
  const alike = new Map<string, { readonly find: Find; readonly count: number }>()
  for (const find of finds) {
    const before = alike.get(signOf(find))
    alike.set(signOf(find), { find: before?.find ?? find, count: (before?.count ?? 0) + 1 })
  }
  return [...alike.values()].map(({ find, count }) => (count === 1 ? find : { ...find, detail: `${count} times` }))
}

function memberPlaces(
  name: string,
  value: Json | undefined,
  context: { readonly kind: Actor['kind']; readonly known: KnownValues; readonly issuers: readonly string[] },
): readonly Place[] {
  const { kind, known, issuers } = context
  const found = (place: PlaceKind): Place[] => [{ kind: place, finds: findIn(value, known, [name]) }]
  switch (name) {
    case 'cookies':
      return cookiePlaces(value, issuers)
    case 'sessionStorage':
      return areaPlaces('session-storage', value, known)
    case 'localStorage':
      return areaPlaces('local-storage', value, known)
    case 'keychain':
      return areaPlaces('keychain', value, known)
    case 'files':
      return areaPlaces('file', value, known)
    case 'memory':
      return [{ kind: 'page-memory', finds: findIn(value, known) }]
    case 'worker':
      return [{ kind: 'worker-memory', finds: findIn(value, known) }]
    case 'process':
      return isJsonObject(value) ? processPlaces(value, kind, known) : []
    case 'access_log':
      return found('log')
    case 'keySet':
      return [{ kind: 'key-set', finds: publicKeys(value) }]
    case 'prompt':
      return [{ kind: 'device', finds: [{ artifact: 'push_prompt', path: [name] }] }]
    case 'code':
      return [{ kind: 'device', finds: [{ artifact: 'one_time_code', path: [name] }] }]
    default:
      return found(name.includes('key') ? 'configuration' : 'process-memory')
  }
}

/** What a process on a server keeps: the sessions of browsers apart from its configuration, and both from the rest. */
function processPlaces(process: JsonObject, kind: Actor['kind'], known: KnownValues): readonly Place[] {
  if (kind === 'attacker') return [{ kind: 'loot', finds: findIn(process, known) }]
  const places = new Map<PlaceKind, Find[]>()
  for (const [name, value] of Object.entries(process)) {
    const place = PROCESS_MEMBERS.get(name) ?? 'process-memory'
    places.set(place, [...(places.get(place) ?? []), ...findIn(value, known, [name])])
  }
  return [...places].map(([place, finds]) => ({ kind: place, finds }))
}

const PROCESS_MEMBERS: ReadonlyMap<string, PlaceKind> = new Map([
  ['sessions', 'session-store'],
  ['pending_sign_ins', 'session-store'],
  ['configuration', 'configuration'],
  ['credential', 'configuration'],
  ['credentials', 'configuration'],
])

function areaPlaces(kind: PlaceKind, areas: Json | undefined, known: KnownValues): readonly Place[] {
  if (!isJsonObject(areas)) return []
  return Object.entries(areas).map(([of, items]) => ({ kind, of, finds: findIn(items, known) }))
}

function publicKeys(keySet: Json | undefined): readonly Find[] {
  const kids = isJsonObject(keySet) ? keySet.kids : undefined
  return Array.isArray(kids) ? kids.map((kid) => ({ artifact: 'public_key', path: [String(kid)] })) : []
}

/** Parameters of addresses that let their reader in. */
const IN_ADDRESSES: ReadonlyMap<string, string> = new Map([
  ['code', 'authorization_code'],
  ['access_token', 'access_token'],
  ['id_token', 'id_token'],
])

/** What the address bar of a window shows: codes and tokens, in the query or in the fragment. */
export function addressPlace({ id, url }: WindowView): Place {
  const { search, hash } = new URL(url)
  const fields = [...new URLSearchParams(search), ...new URLSearchParams(hash.slice(1))]
  const finds = fields.flatMap(([name, value]): Find[] => {
    const artifact = IN_ADDRESSES.get(name)
    return artifact === undefined ? [] : [{ artifact, value, path: [name] }]
  })
  return { kind: 'address-bar', of: id, finds }
}
