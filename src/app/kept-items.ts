/** What this browser keeps for the page, by names: the one file that touches its storage, which may be blocked or full. */

/** How long something is kept: as long as the browser’s data, or until its tab is closed. */
type Lifetime = 'browser' | 'tab'

const KEY = 'authlane'

/** What was kept under a name; without one, the habits. `undefined` where there is nothing, or nothing to read. Never throws. */
export function readItem(name?: string, lifetime: Lifetime = 'browser'): unknown {
  try {
    return JSON.parse(storageOf(lifetime).getItem(keyOf(name)) ?? '')
  } catch {
    return undefined
  }
}

/** Keeps a value under a name; `false` where storage is blocked or full, and it lasts as long as the page. */
export function writeItem(name: string | undefined, value: unknown, lifetime: Lifetime = 'browser'): boolean {
  try {
    storageOf(lifetime).setItem(keyOf(name), JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Forgets what was kept under a name. */
export function removeItem(name: string): void {
  try {
    localStorage.removeItem(keyOf(name))
  } catch {
    // Blocked: nothing was kept.
  }
}

/** The names under which something is kept, but for the habits. */
export function itemNames(): readonly string[] {
  try {
    const names = Object.keys(localStorage).filter((key) => key.startsWith(`${KEY}.`))
    return names.map((key) => key.slice(KEY.length + 1))
  } catch {
    return []
  }
}

/** Calls back with a name under which another tab has kept something; the result stops it. */
export function observeItems(react: (name: string) => void): () => void {
  const listen = ({ key }: StorageEvent) => {
    if (key?.startsWith(`${KEY}.`)) react(key.slice(KEY.length + 1))
  }
  addEventListener('storage', listen)
  return () => removeEventListener('storage', listen)
}

function storageOf(lifetime: Lifetime): Storage {
  return lifetime === 'browser' ? localStorage : sessionStorage
}

function keyOf(name: string | undefined): string {
  return name === undefined ? KEY : `${KEY}.${name}`
}
