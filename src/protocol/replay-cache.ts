/** What may be used once until it expires, such as the `jti` of a proof: remembered that long and no longer. */

/** A memory of what was used. */
export interface ReplayCache {
  /** Takes a key. True when it was new; one that has expired is forgotten and new again. Times in epoch seconds. */
  take(key: string, expiresAt: number, now: number): boolean
  /** How many keys are remembered. */
  size(): number
}

/** An empty memory. */
export function createReplayCache(): ReplayCache {
  const seen = new Map<string, number>()
  let sweptAt: number | undefined
  return {
    take(key, expiresAt, now) {
      // Once a second is enough: a flood within one would sweep for each of its keys.
      if (sweptAt !== now) for (const [old, until] of seen) if (until <= now) seen.delete(old)
      sweptAt = now
      if (seen.has(key)) return false
      seen.set(key, expiresAt)
      return true
    },
    size: () => seen.size,
  }
}
