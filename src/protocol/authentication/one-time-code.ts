/** Verifying what a person typed from an authenticator app or from a list of recovery codes. */

import { isSameSecret } from '../same-secret.ts'
import type { User } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import { fromBase32 } from './base32.ts'
import { type FactorVerdict, failFactor, passFactor } from './factor-verdict.ts'
import { totpCode, totpStep, totpStepSeconds } from './totp.ts'

/** The `amr` value of every one-time code (RFC 8176 §2). */
const method = 'otp'

/**
 * How far around the present a refused code is looked for, in steps, only to say why it was refused: one that was shown
 * lately is an old one, one from further away or from the future comes from a clock that is wrong (RFC 6238 §6).
 */
const lately = 4
const horizon = 20

/** Verifies the code of an authenticator app (RFC 6238 §5.2). */
export async function verifyTotp(sent: string, user: User, context: ServerContext): Promise<FactorVerdict> {
  const { config, store, environment } = context
  const clause = 'RFC 6238 §5.2'
  const totp = user.factors?.totp
  if (totp === undefined) return notEnrolled('an authenticator app', context)
  const now = totpStep(environment.now())
  const offset = await findOffset(sent, { secret: fromBase32(totp.secret), now })
  const leeway = config.policy.secondFactor.totpLeewaySteps
  if (offset === undefined) {
    const message = 'The code is wrong.'
    const fix = 'Type the six digits that the authenticator shows for this account now.'
    return failFactor('otp_invalid', { clause, message, fix }, environment)
  }
  if (Math.abs(offset) > leeway) {
    const seconds = Math.abs(offset) * totpStepSeconds
    const direction = offset < 0 ? 'behind' : 'ahead'
    const expected = `within ${leeway * totpStepSeconds} s of the server’s clock`
    if (offset < 0 && offset >= -lately) {
      const message = `The code has expired: it was shown about ${seconds} seconds ago.`
      const fix = 'Type the one that is shown now.'
      return failFactor('otp_expired', { clause, message, fix, sent: `${seconds} s old`, expected }, environment)
    }
    const message = `The code is right for a clock that is about ${seconds} seconds ${direction}.`
    const fix = 'Set the time of the device to automatic, then try again.'
    const sent = `${seconds} s ${direction}`
    return failFactor('otp_clock_skew', { clause: 'RFC 6238 §6', message, fix, sent, expected }, environment)
  }
  await environment.step('totp.consume')
  const code = { type: 'lifecycle', artifact: 'one_time_code', id: `${user.sub}/${now + offset}` } as const
  if (!store.factors.consumeTotpStep(user.sub, now + offset)) {
    environment.note({ ...code, change: 'replayed' })
    const message = 'The code was used before: each works once.'
    const fix = 'Wait for the next one; it comes within 30 seconds.'
    return failFactor('otp_reused', { clause, message, fix }, environment)
  }
  // The server hears of a code when it is typed; it would have taken it since before, and for some time yet.
  const [first, last] = [now + offset - leeway, now + offset + leeway]
  const window = { not_before: first * totpStepSeconds, expires_at: (last + 1) * totpStepSeconds }
  environment.note({ ...code, change: 'issued', ...window })
  environment.note({ ...code, change: 'used' })
  const message = 'The code is that of the present step, or of one within the leeway, and was not used before.'
  return passFactor({ rule: 'totp', clause, method }, message, environment)
}

/** Verifies a recovery code. RFC 8176 has no word for it but what it is: a one-time password. */
export async function verifyRecoveryCode(sent: string, user: User, context: ServerContext): Promise<FactorVerdict> {
  const { store, environment } = context
  const clause = 'policy'
  const codes = user.factors?.recovery_codes
  if (codes === undefined) return notEnrolled('recovery codes', context)
  const code = codes.find((known) => isSameSecret(sent.trim().toLowerCase(), known))
  if (code === undefined) {
    const message = 'This is none of the recovery codes.'
    const fix = 'Type one of the list that was shown when they were made.'
    return failFactor('otp_invalid', { clause, message, fix }, environment)
  }
  await environment.step('recovery_code.consume')
  if (!store.factors.consumeRecoveryCode(user.sub, code)) {
    const message = 'This recovery code was used before: each works once.'
    return failFactor('otp_reused', { clause, message, fix: 'Type another one of the list.' }, environment)
  }
  return passFactor({ rule: 'recovery_code', clause, method }, 'The recovery code was not used before.', environment)
}

/** Says that a person has not enrolled what was asked for. */
export function notEnrolled(factor: string, { environment }: ServerContext): FactorVerdict {
  const message = `This account has not enrolled ${factor}.`
  const fix = 'Enrol a second factor in the account’s security settings, then sign in again.'
  return failFactor('factor_not_enrolled', { clause: 'policy', message, fix }, environment)
}

/** How many steps a code is away from the present, nearest first; `undefined` when it is nowhere near. */
async function findOffset(
  sent: string,
  { secret, now }: { secret: Uint8Array<ArrayBuffer>; now: number },
): Promise<number | undefined> {
  const given = sent.replaceAll(' ', '')
  for (let distance = 0; distance <= horizon; distance++) {
    for (const offset of distance === 0 ? [0] : [-distance, distance]) {
      if (isSameSecret(given, await totpCode(secret, now + offset))) return offset
    }
  }
  return undefined
}
