/** How often in a row somebody may be wrong with a second factor, whichever it is (RFC 4226 §7.3, NIST SP 800-63B-4 §3.2.2). */
import type { ServerContext } from '../state/context.ts'

/** Seconds until the second factor of a person is taken again; `undefined` when it is taken now. */
export function secondsLocked(sub: string, { store, environment }: ServerContext): number | undefined {
  const now = environment.now()
  const until = store.factors.lockedUntil(sub, now)
  return until === undefined ? undefined : until - now
}

/** Counts a wrong answer, and locks the second factor once there were too many. */
export function countWrongAnswer(sub: string, { config, store, environment }: ServerContext): void {
  const { maxAttempts: max, lockoutSeconds } = config.policy.secondFactor
  store.factors.countFailure(sub, { max, lockedUntil: environment.now() + lockoutSeconds })
}
