/** What a memory need not keep: records that ended long ago, and what belongs to nothing that is left. */

/**
 * How long a record is remembered after its end, in seconds. Policy: long enough to say that a code was used or a token
 * expired, and not that there never was one.
 */
export const REMEMBERED_SECONDS = 3600
/** How often an authorization server looks for what it can forget, in seconds. */
const BETWEEN_SWEEPS = 60

/** Says, at each request, whether it is time to forget again. */
export function createSweeper(): (now: number) => boolean {
  let sweptAt = Number.NEGATIVE_INFINITY
  return (now) => {
    if (now - sweptAt < BETWEEN_SWEEPS) return false
    sweptAt = now
    return true
  }
}

/** Forgets the records that ended at `before` or earlier. Epoch seconds. */
export function forgetEnded(records: Map<string, { readonly expiresAt: number }>, before: number): void {
  for (const [key, { expiresAt }] of records) if (expiresAt <= before) records.delete(key)
}

/** Forgets what belongs to none of what is left. */
export function forgetUnless<T>(records: Map<string, T>, isWanted: (record: T) => boolean): void {
  for (const [key, record] of records) if (!isWanted(record)) records.delete(key)
}
