/** `acr_values`: how strong the sign-in must be (OpenID Connect Core §3.1.2.1, RFC 9470 §5). */
import type { Environment } from '../environment.ts'
import type { RequestParameters } from '../parameters.ts'
import { accept, refuse } from '../verdict.ts'

/**
 * Checks `acr_values` and returns those that the server can reach, of `acrValues`. `unmet_authentication_requirements` when it can reach
 * none: a client that was asked to step up must learn that it is in vain, or it would ask forever (RFC 9470 §5).
 */
export function checkAcrValues(
  parameters: RequestParameters,
  acrValues: readonly string[],
  environment: Environment,
): string[] {
  const rule = { rule: 'acr_values', clause: 'RFC 9470 §5' }
  const sent = parameters.get('acr_values')
  if (sent === undefined) return []
  const reachable = sent.split(' ').filter((value) => acrValues.includes(value))
  if (reachable.length === 0) {
    throw refuse(
      rule,
      {
        code: 'unmet_authentication_requirements',
        message: 'The server can reach none of the requested acr_values.',
        sent,
        expected: acrValues.join(' '),
        fix: 'Ask for a value of acr_values_supported in the discovery document.',
      },
      environment,
    )
  }
  accept(rule, `The server can reach ${reachable.join(' ')}.`, environment)
  return reachable
}
