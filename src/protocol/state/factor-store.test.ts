import { expect, test } from 'vitest'
import { createFactorStore } from './factor-store.ts'

const A_YEAR = 31_536_000
const two = { max: 2, lockedUntil: 300 }

test('forgets a lock once it has ended, and not before', () => {
  const store = createFactorStore()
  store.countFailure('ada', two)
  store.countFailure('ada', two)
  store.forget(299)
  expect([store.lockedUntil('ada', 299), store.failures.size]).toEqual([300, 1])
  store.forget(300)
  expect([store.lockedUntil('ada', 300), store.failures.size]).toEqual([undefined, 0])
})

test('a lock that is forgotten has ended: so many failures lead to the next one, as before', () => {
  const [forgetful, other] = [createFactorStore(), createFactorStore()]
  for (const store of [forgetful, other])
    for (let failures = 0; failures < 2; failures++) store.countFailure('ada', two)
  forgetful.forget(300)
  for (const store of [forgetful, other]) {
    store.countFailure('ada', { max: 2, lockedUntil: 900 })
    expect(store.lockedUntil('ada', 600)).toBeUndefined()
    store.countFailure('ada', { max: 2, lockedUntil: 900 })
    expect(store.lockedUntil('ada', 600)).toBe(900)
  }
})

test('failures in a row count however long the pause, and end with a success (NIST SP 800-63B-4 §3.2.2)', () => {
  const store = createFactorStore()
  store.countFailure('ada', two)
  store.forget(A_YEAR)
  store.countFailure('ada', { max: 2, lockedUntil: A_YEAR + 300 })
  expect(store.lockedUntil('ada', A_YEAR)).toBe(A_YEAR + 300)
  store.clearFailures('ada')
  expect(store.failures.size).toBe(0)
})

test('what works once never works again: codes of a list, and steps that went by (RFC 6238 §5.2)', () => {
  const store = createFactorStore()
  const use = () => [store.consumeRecoveryCode('ada', 'blue-fox-7'), store.consumeTotpStep('ada', 40)]
  expect(use()).toEqual([true, true])
  store.forget(A_YEAR)
  expect(use()).toEqual([false, false])
})
