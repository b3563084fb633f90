/** How old a sign-in may be when a client refreshes: the operator's rule, in no specification. */
import type { ServerContext } from '../state/context.ts'
import type { Grant } from '../state/records.ts'
import { accept, refuse } from '../verdict.ts'

/**
 * Refuses a refresh with `invalid_grant` once the person's sign-in is older than the policy allows. Nobody can be asked
 * for a second factor here, since no person takes part in a refresh; the client has to send them to the authorization
 * endpoint. The refresh token is not used up by it.
 */
export function checkAuthenticationAge({ authentication }: Grant, { config, environment }: ServerContext): void {
  const limit = config.policy.secondFactor.maxAgeAtRefreshSeconds
  if (limit === 0 || authentication === undefined) return
  const rule = { rule: 'authentication_age', clause: 'policy' }
  const age = environment.now() - authentication.authTime
  if (age > limit) {
    throw refuse(
      rule,
      {
        code: 'invalid_grant',
        message: 'The person signed in too long ago for a refresh.',
        sent: `signed in ${age} s ago`,
        expected: `at most ${limit} s ago`,
        fix: 'Send the person through a new authorization request.',
      },
      environment,
    )
  }
  accept(rule, 'The person signed in recently enough for a refresh.', environment)
}
