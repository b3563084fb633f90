/** Web Locks: of all pages of an origin one holds a name at a time, the others wait in line (Web Locks API §2.3). */

/** The part of `navigator.locks` that client code uses: exclusive locks, held until the callback is through. */
export interface WebLocks {
  request<Result>(name: string, callback: () => Promise<Result>): Promise<Result>
}

/** The locks of one browser. */
export interface LockManager {
  /** `navigator.locks` of a page; `page` tells it from every other page. */
  of(origin: string, page: object): WebLocks
  /** Gives back what a page holds and takes it out of every line: the page is gone. */
  release(page: object): void
}

interface Claim {
  readonly page: object
  readonly grant: () => void
}

/** Creates a browser's locks: first come, first served. */
export function createLockManager(): LockManager {
  /** Who waits, by origin and name; the first one holds the lock. */
  const lines = new Map<string, Claim[]>()

  function leave(key: string, isLeaving: (claim: Claim) => boolean): void {
    const line = lines.get(key) ?? []
    const staying = line.filter((claim) => !isLeaving(claim))
    lines.set(key, staying)
    if (staying[0] !== line[0]) staying[0]?.grant()
  }

  return {
    of: (origin, page) => ({
      async request(name, callback) {
        const key = `${origin} ${name}`
        const line = lines.get(key) ?? []
        const claim = await new Promise<Claim>((resolve) => {
          const own: Claim = { page, grant: () => resolve(own) }
          lines.set(key, [...line, own])
          if (line.length === 0) own.grant()
        })
        return callback().finally(() => leave(key, (other) => other === claim))
      },
    }),
    release(page) {
      for (const key of lines.keys()) leave(key, (claim) => claim.page === page)
    },
  }
}
