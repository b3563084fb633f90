/** Stable names in the place of values: equal values get one name, so that what belongs together can still be seen. */

/** Gives names such as `code-1`. */
export interface Placeholders {
  /** The name of a value; `sort` says what it is. A sort that says more than the one before gives the value another name. */
  nameOf(sort: string, value: string): string
}

/** Sorts that say where a value stands, not what it is. */
const VAGUE: ReadonlySet<string> = new Set(['value', 'part', 'name', 'word', 'cookie', 'cookie-name', 'body'])

/** No names given yet. */
export function createPlaceholders(): Placeholders {
  const names = new Map<string, { readonly sort: string; readonly name: string }>()
  const counts = new Map<string, number>()
  return {
    nameOf(sort, value) {
      const known = names.get(value)
      if (known !== undefined && (VAGUE.has(sort) || !VAGUE.has(known.sort))) return known.name
      const count = (counts.get(sort) ?? 0) + 1
      counts.set(sort, count)
      const name = `${sort}-${count}`
      names.set(value, { sort, name })
      return name
    },
  }
}
