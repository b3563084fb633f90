/** Web storage of a simulated browser: session storage by window and origin, local storage by origin. */

/** What a page's script sees of `sessionStorage` or `localStorage`. */
export type WebStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear'>

/** All storage areas of one kind, by name. */
export interface StorageAreas {
  area(name: string): WebStorage
  /** Every item, by area name; empty areas are left out. */
  snapshot(): Record<string, Record<string, string>>
}

/** Creates an empty set of areas. */
export function createStorageAreas(): StorageAreas {
  const areas = new Map<string, Map<string, string>>()
  return {
    area(name) {
      let items = areas.get(name)
      if (items === undefined) {
        items = new Map()
        areas.set(name, items)
      }
      const found = items
      return {
        getItem: (key) => found.get(key) ?? null,
        setItem: (key, value) => {
          found.set(key, String(value))
        },
        removeItem: (key) => {
          found.delete(key)
        },
        clear: () => found.clear(),
      }
    },
    snapshot() {
      const filled = [...areas].filter(([, items]) => items.size > 0).sort(([left], [right]) => (left < right ? -1 : 1))
      return Object.fromEntries(filled.map(([name, items]) => [name, Object.fromEntries(items)]))
    },
  }
}
