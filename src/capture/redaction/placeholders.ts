/** Stable names in the place of values: equal values get one name, so that what belongs together can still be seen. */

/** Gives names such as `code-1`. */
export interface Placeholders {
  /** The name of a value; `sort` says what it is when it has none yet. */
  nameOf(sort: string, value: string): string
  /** The name of a value that must not stand anywhere, not even where it looks like a common word. */
  known(value: string): string | undefined
}

/** Sorts of values that may be as common as `en` or `login`, and must then not take those words away. */
const COMMON_SORTS: ReadonlySet<string> = new Set(['value', 'cookie', 'name', 'id', 'word', 'body'])
/** From here on no value is a common word. */
const SHORTEST_TELLING = 12

/** No names given yet. */
export function createPlaceholders(): Placeholders {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  const telling = new Set<string>()
  return {
    nameOf(sort, value) {
      if (!COMMON_SORTS.has(sort) || value.length >= SHORTEST_TELLING) telling.add(value)
      const known = names.get(value)
      if (known !== undefined) return known
      const count = (counts.get(sort) ?? 0) + 1
      counts.set(sort, count)
      const name = `${sort}-${count}`
      names.set(value, name)
      return name
    },
    known: (value) => (telling.has(value) ? names.get(value) : undefined),
  }
}
