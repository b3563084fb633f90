/** Reads the states that have a view of their own; what does not look like one is shown as a tree. */
import { isJsonObject, type Json } from '../../lib/json.ts'
import type { ServerSnapshot } from '../../protocol/index.ts'
import type { StoredCookie } from '../../simulation/cookies/cookie.ts'

/** Items of a storage area by name. */
export type StorageState = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The state of a user agent. */
export interface BrowserState {
  readonly cookies: readonly StoredCookie[]
  readonly session: StorageState
  readonly local: StorageState
}

/** The state of an authorization server, when it is one. */
export function readServer(state: Json): ServerSnapshot | undefined {
  const lists = ['sessions', 'codes', 'grants', 'access_tokens', 'revocation_list']
  if (!isJsonObject(state) || !lists.every((name) => Array.isArray(state[name]))) return undefined
  return state as unknown as ServerSnapshot
}

/** The state of a user agent, when it is one. */
export function readBrowser(state: Json): BrowserState | undefined {
  if (!isJsonObject(state) || !Array.isArray(state.cookies)) return undefined
  return {
    cookies: state.cookies as unknown as readonly StoredCookie[],
    session: storageOf(state.sessionStorage),
    local: storageOf(state.localStorage),
  }
}

/** What a party keeps in its memory: a page of the browser tells of its `memory`, a process on a machine of its `process`. */
export interface MemoryState {
  readonly member: 'memory' | 'process'
  readonly items: Readonly<Record<string, Json>>
}

/** What a party keeps in its memory, when it tells of nothing else. */
export function readMemory(state: Json): MemoryState | undefined {
  if (!isJsonObject(state)) return undefined
  const [[member, items] = [], ...others] = Object.entries(state)
  if ((member !== 'memory' && member !== 'process') || others.length > 0 || !isJsonObject(items)) return undefined
  return { member, items: items as Readonly<Record<string, Json>> }
}

function storageOf(value: Json | undefined): StorageState {
  return isJsonObject(value) ? (value as unknown as StorageState) : {}
}
