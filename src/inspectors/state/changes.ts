/** What changed in an actor's state since the step before, by place. */
import type { Json } from '../../lib/json.ts'

/** How a value differs from the step before. */
export type Change = 'new' | 'changed'

/** Changes by JSON Pointer (RFC 6901). A changed member marks what contains it as changed, up to the root. */
export type Changes = ReadonlyMap<string, Change>

/** Compares two states; everything is new when there was none. */
export function compareStates(before: Json | undefined, after: Json): Changes {
  const changes = new Map<string, Change>()
  compare(before, after, '', changes)
  return changes
}

/** Notes what differs below `path`; true when anything does. */
function compare(before: Json | undefined, after: Json, path: string, changes: Map<string, Change>): boolean {
  if (before === after) return false
  if (before === undefined) {
    changes.set(path, 'new')
    return true
  }
  if (!isContainer(before) || !isContainer(after)) {
    changes.set(path, 'changed')
    return true
  }
  const removed = Object.keys(before).some((key) => !(key in after))
  const differing = Object.entries(after).filter(([key, value = null]) =>
    compare(memberOf(before, key), value, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, changes),
  )
  if (removed || differing.length > 0) changes.set(path, 'changed')
  return removed || differing.length > 0
}

function isContainer(value: Json): value is readonly Json[] | { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null
}

function memberOf(
  container: readonly Json[] | { readonly [key: string]: Json | undefined },
  key: string,
): Json | undefined {
  return Object.hasOwn(container, key) ? (container as { readonly [key: string]: Json | undefined })[key] : undefined
}
