/** The second factor: when it is due, which one is verified, and how often somebody may be wrong. */
import type { HttpRequest } from '../../http/index.ts'
import type { SecondFactors, User } from '../authorization-server/config.ts'
import type { ServerContext } from '../authorization-server/context.ts'
import type { Necessity } from '../authorization-server/interaction.ts'
import type { AuthorizationRequest } from '../authorization-server/records.ts'
import { multiFactor, reachesContext } from './context-class.ts'
import { type FactorVerdict, failFactor } from './factor-verdict.ts'
import { notEnrolled, verifyRecoveryCode, verifyTotp } from './one-time-code.ts'
import { verifyPush } from './push.ts'
import { isTrustedDevice } from './trusted-device.ts'

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

/** The factors that a person can use, in the order in which the page offers them. */
export function enrolledFactors({ factors }: User): readonly (keyof SecondFactors)[] {
  const names = ['totp', 'push', 'recovery_codes'] as const
  return names.filter((name) => factors?.[name] !== undefined)
}

/** Verifies an answer, unless too many before it were wrong, and counts it. `push` is the prompt that was sent last. */
export async function verifySecondFactor(
  answer: { readonly method: string; readonly code: string; readonly push: string | undefined },
  user: User,
  context: ServerContext,
): Promise<FactorVerdict> {
  const { config, store, environment } = context
  const { maxAttempts: max, lockoutSeconds } = config.policy.secondFactor
  const lockedUntil = store.factors.lockedUntil(user.sub, environment.now())
  if (lockedUntil !== undefined) {
    const seconds = lockedUntil - environment.now()
    const message = `Too many wrong answers: the second factor is locked for another ${seconds} seconds.`
    const fix = 'Wait, and find out whether somebody else knows the password.'
    return failFactor('too_many_attempts', { clause: 'RFC 4226 §7.3', message, fix }, environment)
  }
  const verdict = await verify(answer, user, context)
  if (verdict.type === 'passed') store.factors.clearFailures(user.sub)
  if (verdict.type === 'failed') {
    store.factors.countFailure(user.sub, { max, lockedUntil: environment.now() + lockoutSeconds })
  }
  return verdict
}

function verify(
  { method, code, push }: { readonly method: string; readonly code: string; readonly push: string | undefined },
  user: User,
  context: ServerContext,
): FactorVerdict | Promise<FactorVerdict> {
  switch (method) {
    case 'totp':
      return verifyTotp(code, user, context)
    case 'recovery_code':
      return verifyRecoveryCode(code, user, context)
    case 'push':
      return verifyPush(push, context)
    default:
      return notEnrolled(`a factor ${method}`, context)
  }
}
