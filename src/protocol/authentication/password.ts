/** Signing in with a password: the first factor (`amr` value `pwd`, RFC 8176 §2). */

import type { Environment } from '../environment.ts'
import { isSameSecret } from '../same-secret.ts'
import type { User } from '../state/config.ts'
import { accept, refuse } from '../verdict.ts'

/** The authentication method reference of a password (RFC 8176 §2). */
export const passwordMethod = 'pwd'

/**
 * The user whose name and password these are, or `undefined`. Notes the verdict under the stable code `invalid_credentials`;
 * whether the name or the password was wrong is for nobody to learn.
 */
export function verifyPassword(
  given: { readonly username: string; readonly password: string },
  users: readonly User[],
  environment: Environment,
): User | undefined {
  const user = users.find((user) => user.username === given.username)
  // Compared against something even without a user, so that the two failures take the same way.
  const matches = isSameSecret(given.password, user?.password ?? '')
  if (user === undefined || !matches) {
    refuse(
      { rule: 'invalid_credentials', clause: 'policy' },
      {
        code: 'access_denied',
        message: 'The username and password do not belong together.',
        fix: 'Check both and try again.',
      },
      environment,
    )
    return undefined
  }
  accept({ rule: 'credentials', clause: 'policy' }, 'The username and password belong together.', environment)
  return user
}
