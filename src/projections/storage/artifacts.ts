/** Finds what is worth stealing in a state: by the name of its member, or by a value that was seen elsewhere. */
import { type Json, parseJson } from '../../lib/json.ts'

/** Something kept, before it is known which artifact of the run it is. */
export interface Find {
  /** As lifecycle notes call it: `access_token`, `client_secret` … */
  readonly artifact: string
  /** The secret itself; absent where a server tells of a record alone. */
  readonly value?: string
  /** The id of its lifecycle notes, where the state names it. */
  readonly id?: string
  /** Where in its place: names of members from the outside in. */
  readonly path: readonly string[]
  /** What else is worth knowing of it, such as the attributes of a cookie. */
  readonly detail?: string
}

/** Artifacts by value, as far as they are known in a run. */
export type KnownValues = ReadonlyMap<string, string>

/** Members whose value is a credential, however it came there. */
const MEMBERS: ReadonlyMap<string, string> = new Map([
  ['access_token', 'access_token'],
  ['refresh_token', 'refresh_token'],
  ['id_token', 'id_token'],
  ['client_secret', 'client_secret'],
  ['api_key', 'api_key'],
  ['apiKey', 'api_key'],
  ['x-api-key', 'api_key'],
  ['code_verifier', 'code_verifier'],
  ['state', 'state'],
  ['nonce', 'nonce'],
])

/** Shorter texts are words or masked values, and would be found in others by chance. */
const SHORTEST_SECRET = 12

/** The artifact that a member or parameter of this name carries. */
function artifactNamed(name: string, value: string): string | undefined {
  return value.length < SHORTEST_SECRET ? undefined : MEMBERS.get(name)
}

/** Everything in a value: credentials by name, records by their id, and texts that have a known value in them. */
export function findIn(value: Json | undefined, known: KnownValues, path: readonly string[] = []): Find[] {
  if (typeof value === 'string') return findInText(value, known, path)
  if (typeof value !== 'object' || value === null) return []
  const members = Object.entries(value).flatMap(([name, member]) =>
    findIn(member, known, [...path, nameOf(name, member, value)]),
  )
  const record = recordOf(value)
  return record === undefined ? members : [{ ...record, path }, ...members]
}

function findInText(text: string, known: KnownValues, path: readonly string[]): Find[] {
  const artifact = artifactNamed(path.at(-1) ?? '', text) ?? known.get(text)
  if (artifact !== undefined) return [{ artifact, value: text, path }]
  // Web storage holds texts alone: an object stands in one.
  const parsed = text.startsWith('{') ? parseJson(text) : undefined
  if (parsed !== undefined) return findIn(parsed, known, path)
  const inside: Find[] = []
  if (text.length < SHORTEST_SECRET) return inside
  for (const [value, found] of known) {
    if (value.length >= SHORTEST_SECRET && text.includes(value)) inside.push({ artifact: found, value, path })
  }
  return inside
}

/** A record that a server keeps: its id is its artifact's name and a number. */
function recordOf(value: object): { readonly artifact: string; readonly id: string } | undefined {
  if (!('id' in value) || typeof value.id !== 'string' || !('expires_at' in value)) return undefined
  const artifact = /^([a-z_]+)-\d+$/.exec(value.id)?.[1]
  return artifact === undefined ? undefined : { artifact, id: value.id }
}

/** Members of lists are called by their id, where they have one; a `key` is called by the type beside it. */
function nameOf(name: string, member: Json | undefined, owner: object): string {
  if (name === 'key' && 'type' in owner && typeof owner.type === 'string') return owner.type
  const hasId = typeof member === 'object' && member !== null && 'id' in member && typeof member.id === 'string'
  return hasId && /^\d+$/.test(name) ? String(member.id) : name
}
