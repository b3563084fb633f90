/** Signing in with a password: the first factor (`amr` value `pwd`, RFC 8176 §2). */

import { isSameSecret } from '../same-secret.ts'
import type { User } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import { accept, refuse } from '../verdict.ts'

/** The authentication method reference of a password (RFC 8176 §2). */
export const passwordMethod = 'pwd'

/** So many wrong passwords in a row lock an account for a while, right ones included. Policy, and more than a person makes. */
const MAX_WRONG_PASSWORDS = 100
const LOCKOUT_SECONDS = 300

/**
 * The user whose name and password these are, or `undefined`. Notes the verdict under the stable code `invalid_credentials`;
 * whether the name or the password was wrong, or too many passwords
 * before it, is for nobody to learn.
 */
export function verifyPassword(
  given: { readonly username: string; readonly password: string },
  { config, store, environment }: ServerContext,
): User | undefined {
  const user = config.users.find((user) => user.username === given.username)
  const account = `password of ${given.username}`
  const now = environment.now()
  // Compared against something even without a user, so that the two failures take the same way.
  const matches = isSameSecret(given.password, user?.password ?? '')
  const isLocked = store.factors.lockedUntil(account, now) !== undefined
  if (user === undefined || !matches || isLocked) {
    if (user !== undefined && !isLocked) {
      store.factors.countFailure(account, { max: MAX_WRONG_PASSWORDS, lockedUntil: now + LOCKOUT_SECONDS })
    }
    refuse(
      { rule: 'invalid_credentials', clause: 'policy' },
      {
        code: 'access_denied',
        message: isLocked
          ? 'Too many wrong passwords: the account is locked for a while, and says so to nobody.'
          : 'The username and password do not belong together.',
        fix: 'Check both and try again.',
      },
      environment,
    )
    return undefined
  }
  store.factors.clearFailures(account)
  accept({ rule: 'credentials', clause: 'policy' }, 'The username and password belong together.', environment)
  return user
}
