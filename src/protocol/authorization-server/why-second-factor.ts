/** When an authorization request owes a second factor. */
import type { HttpRequest } from '../../http/index.ts'
import { multiFactor, reachesContext } from '../authentication/context-class.ts'
import { isTrustedDevice } from '../authentication/trusted-device.ts'
import type { ServerContext } from '../state/context.ts'
import type { AuthorizationRequest } from '../state/records.ts'
import type { Necessity } from './interaction.ts'

/**
 * Why a sign-in of strength `acr` owes a second factor for a request, or `undefined`. A client's wish and a risky scope
 * count in every browser; a trusted one is spared what only a new one is asked.
 */
export function whySecondFactor(
  {
    httpRequest,
    request,
    sub,
    acr,
  }: { httpRequest: HttpRequest; request: AuthorizationRequest; sub: string; acr: string },
  context: ServerContext,
): Necessity | undefined {
  const { required, highRiskScopes } = context.config.policy.secondFactor
  const error = 'interaction_required'
  if (!reachesContext(acr, request.acrValues)) {
    const reason = 'The sign-in is not as strong as the acr_values ask.'
    return { rule: 'acr_values', clause: 'RFC 9470 §5', reason, error }
  }
  const clause = 'policy'
  if (reachesContext(acr, [multiFactor])) return undefined
  const risky = request.scope.filter((scope) => highRiskScopes.includes(scope))
  if (risky.length > 0) {
    return { rule: 'high_risk_action', clause, reason: `${risky.join(' ')} is a high-risk action.`, error }
  }
  if (required === 'always') {
    return { rule: 'second_factor_policy', clause, reason: 'The policy asks everybody for a second factor.', error }
  }
  if (required === 'new_device' && !isTrustedDevice(httpRequest, sub, context)) {
    return { rule: 'new_device', clause, reason: 'This browser is not one that the person trusts.', error }
  }
  return undefined
}
