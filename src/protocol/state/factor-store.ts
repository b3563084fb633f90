/**
 * What an authorization server remembers of second factors: what was used, who was locked out, which browsers are trusted.
 * Its verbs are synchronous, like those of `store.ts`.
 *
 * Some of it has no end and stays. A recovery code that was forgotten would work again; and what is limited is failures in a
 * row (NIST SP 800-63B-4 §3.2.2), which a success ends and no pause does. All of that is of people who have an account: it
 * is bounded by them, whoever types what.
 */
import { forgetEnded, forgetUnless } from './forgetting.ts'
import type { PushPrompt, TrustedDevice } from './records.ts'

/** Failures in a row. Once there were too many it is a lock, and none are counted before its end. */
interface Failures {
  readonly count: number
  /** Epoch seconds. */
  readonly lockedUntil?: number
}

/** The memory of second factors. The maps keep insertion order. */
export interface FactorStore {
  readonly pushPrompts: ReadonlyMap<string, PushPrompt>
  readonly trustedDevices: ReadonlyMap<string, TrustedDevice>
  /** What was counted since the last success, and the locks that came of it, by what it was counted for. */
  readonly failures: ReadonlyMap<string, Failures>
  /** The trusted browser of a cookie value. */
  findTrustedDevice(cookie: string): TrustedDevice | undefined
  savePushPrompt(prompt: PushPrompt): void
  saveTrustedDevice(device: TrustedDevice): void
  /** Changes where a prompt stands, once: false when it did not stand at `from`. */
  movePushPrompt(id: string, from: PushPrompt['status'], to: PushPrompt['status']): boolean
  /** Uses the code of a step; false when that one or a later one was used (RFC 6238 §5.2). */
  consumeTotpStep(sub: string, step: number): boolean
  /** Uses a recovery code; false when it was used. */
  consumeRecoveryCode(sub: string, code: string): boolean
  /** Counts a wrong answer of a person, for an account, or a prompt, and locks it until `lockedUntil` once there were `max`. */
  countFailure(key: string, policy: { readonly max: number; readonly lockedUntil: number }): void
  clearFailures(key: string): void
  /** Until when it is locked, epoch seconds; `undefined` when it is not. */
  lockedUntil(key: string, now: number): number | undefined
  /** Forgets the prompts, trusted browsers and locks whose time ended at `before` or earlier. Epoch seconds. */
  forget(before: number): void
}

/** An empty memory. */
export function createFactorStore(): FactorStore {
  const pushPrompts = new Map<string, PushPrompt>()
  const trustedDevices = new Map<string, TrustedDevice>()
  const totpSteps = new Map<string, number>()
  const recoveryCodes = new Map<string, Set<string>>()
  const failures = new Map<string, Failures>()

  return {
    pushPrompts,
    trustedDevices,
    failures,
    findTrustedDevice: (cookie) => [...trustedDevices.values()].find((device) => device.cookie === cookie),
    savePushPrompt: (prompt) => void pushPrompts.set(prompt.id, prompt),
    saveTrustedDevice: (device) => void trustedDevices.set(device.id, device),
    movePushPrompt(id, from, to) {
      const prompt = pushPrompts.get(id)
      if (prompt?.status !== from) return false
      pushPrompts.set(id, { ...prompt, status: to })
      return true
    },
    consumeTotpStep(sub, step) {
      if (step <= (totpSteps.get(sub) ?? -1)) return false
      totpSteps.set(sub, step)
      return true
    },
    consumeRecoveryCode(sub, code) {
      const used = recoveryCodes.get(sub) ?? new Set()
      if (used.has(code)) return false
      recoveryCodes.set(sub, used.add(code))
      return true
    },
    countFailure(key, { max, lockedUntil }) {
      const count = (failures.get(key)?.count ?? 0) + 1
      failures.set(key, count < max ? { count } : { count: 0, lockedUntil })
    },
    clearFailures: (key) => void failures.delete(key),
    lockedUntil(key, now) {
      const until = failures.get(key)?.lockedUntil
      return until !== undefined && now < until ? until : undefined
    },
    forget(before) {
      forgetEnded(pushPrompts, before)
      forgetEnded(trustedDevices, before)
      forgetUnless(failures, ({ lockedUntil }) => lockedUntil === undefined || lockedUntil > before)
    },
  }
}
