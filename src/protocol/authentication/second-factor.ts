/** The second factor: which ones a person has, which one is verified, and how often somebody may be wrong. */
import type { SecondFactors, User } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import { countWrongAnswer, secondsLocked } from './attempts.ts'
import { type FactorVerdict, failFactor } from './factor-verdict.ts'
import { notEnrolled, verifyRecoveryCode, verifyTotp } from './one-time-code.ts'
import { verifyPush } from './push.ts'

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
  const { store, environment } = context
  const seconds = secondsLocked(user.sub, context)
  if (seconds !== undefined) {
    const message = `Too many wrong answers: the second factor is locked for another ${seconds} seconds.`
    const fix = 'Wait, and find out whether somebody else knows the password.'
    return failFactor('too_many_attempts', { clause: 'RFC 4226 §7.3', message, fix }, environment)
  }
  const verdict = await verify(answer, user, context)
  if (verdict.type === 'passed') {
    store.factors.clearFailures(user.sub)
    store.factors.clearFailures(promptsTo(user))
  }
  // A wrong number was counted when the phone sent it: whoever guesses need not ask here.
  if (verdict.type === 'failed' && verdict.code !== 'push_number_mismatch') countWrongAnswer(user.sub, context)
  return verdict
}

/** Counts a prompt that is about to be sent, or says why the phone is left alone. */
export function countPrompt(user: User, { config, store, environment }: ServerContext): FactorVerdict | undefined {
  const { maxPushPrompts: max, lockoutSeconds } = config.policy.secondFactor
  if (max === 0) return undefined
  const now = environment.now()
  const lockedUntil = store.factors.lockedUntil(promptsTo(user), now)
  if (lockedUntil === undefined) {
    store.factors.countFailure(promptsTo(user), { max, lockedUntil: now + lockoutSeconds })
    return undefined
  }
  const message = `Too many prompts: the phone is left alone for another ${lockedUntil - now} seconds.`
  const fix = 'Use another factor. If somebody else sent them, change the password.'
  return failFactor('too_many_prompts', { clause: 'NIST SP 800-63B-4 §3.1.3.2', message, fix }, environment)
}

/** The name under which the prompts to a person are counted. */
function promptsTo({ sub }: User): string {
  return `prompts to ${sub}`
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
