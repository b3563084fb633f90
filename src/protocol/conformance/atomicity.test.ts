/** Twenty at once: exactly one wins, and what follows is as the RFC says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HttpResponse } from '../../http/index.ts'
import {
  type Example,
  errorOf,
  exchange,
  isActive,
  obtainCode,
  obtainTokens,
  refresh,
  startExample,
  tokensOf,
  userinfo,
} from './example-server.fixture.ts'

const COUNT = 20

/** Holds everybody who reaches a step until `COUNT` wait there, then lets them go in a given order. */
function createTurnstile(step: string) {
  let waiting: (() => void)[] = []
  let order: readonly number[] | undefined
  return {
    /** Whether nobody has passed yet since it was armed. */
    isClosed: () => order !== undefined,
    /** From here on, the next `COUNT` arrivals pass in this order of their arrival. */
    arm: (permutation: readonly number[]) => {
      order = permutation
    },
    step: (name: string): Promise<void> => {
      if (order === undefined || name !== step) return Promise.resolve()
      return new Promise((resolve) => {
        waiting.push(resolve)
        if (waiting.length < COUNT) return
        for (const index of order ?? []) waiting[index]?.()
        waiting = []
        order = undefined
      })
    },
  }
}

async function expectOneWinnerAndARevokedFamily(example: Example, responses: readonly HttpResponse[]): Promise<void> {
  const winners = responses.filter(({ status }) => status === 200)
  expect(winners).toHaveLength(1)
  expect(responses.flatMap((response) => errorOf(response) ?? [])).toEqual(Array(COUNT - 1).fill('invalid_grant'))
  // The losers replayed what the winner had used, so what the winner got is revoked: also if its signatures took longer.
  const tokens = winners.map(tokensOf)[0]
  expect(await isActive(example, tokens?.access_token ?? '')).toBe(false)
  expect(await isActive(example, tokens?.refresh_token ?? '')).toBe(false)
  expect((await userinfo(example, tokens?.access_token ?? '')).status).toBe(401)
  expect(errorOf(await refresh(example, tokens?.refresh_token ?? ''))).toBe('invalid_grant')
}

const permutation = fc.shuffledSubarray(
  Array.from({ length: COUNT }, (_, index) => index),
  { minLength: COUNT, maxLength: COUNT },
)

test('of twenty simultaneous code exchanges one wins and its tokens are revoked (RFC 6749 §4.1.2)', async () => {
  const example = await startExample()
  const code = await obtainCode(example)
  const responses = await Promise.all(Array.from({ length: COUNT }, () => exchange(example, code)))
  await expectOneWinnerAndARevokedFamily(example, responses)
})

test('of twenty simultaneous refreshes one wins and the family is revoked (RFC 9700 §4.14.2)', async () => {
  const example = await startExample()
  const { access_token, refresh_token } = await obtainTokens(example)
  const responses = await Promise.all(Array.from({ length: COUNT }, () => refresh(example, refresh_token)))
  await expectOneWinnerAndARevokedFamily(example, responses)
  expect(await isActive(example, access_token)).toBe(false)
})

test('whatever the order inside the server, one exchange of a code wins (RFC 6749 §4.1.2)', async () => {
  const turnstile = createTurnstile('authorization_code.consume')
  const example = await startExample({}, { step: turnstile.step })
  await fc.assert(
    fc.asyncProperty(permutation, async (order) => {
      const code = await obtainCode(example)
      turnstile.arm(order)
      const responses = await Promise.all(Array.from({ length: COUNT }, () => exchange(example, code)))
      expect(turnstile.isClosed()).toBe(false)
      await expectOneWinnerAndARevokedFamily(example, responses)
    }),
    { numRuns: 8 },
  )
})

test('whatever the order inside the server, one refresh wins (RFC 9700 §4.14.2)', async () => {
  const turnstile = createTurnstile('refresh_token.consume')
  const example = await startExample({}, { step: turnstile.step })
  await fc.assert(
    fc.asyncProperty(permutation, async (order) => {
      const { refresh_token } = await obtainTokens(example)
      turnstile.arm(order)
      const responses = await Promise.all(Array.from({ length: COUNT }, () => refresh(example, refresh_token)))
      expect(turnstile.isClosed()).toBe(false)
      await expectOneWinnerAndARevokedFamily(example, responses)
    }),
    { numRuns: 8 },
  )
})

test('twenty others who try a code do not burn it (RFC 6749 §4.1.3)', async () => {
  const example = await startExample()
  const code = await obtainCode(example)
  const attempts = Array.from({ length: COUNT }, () => exchange(example, code, { client_id: 'other-app' }))
  const [winner, ...losers] = await Promise.all([exchange(example, code), ...attempts])
  expect(losers.map(errorOf)).toEqual(Array(COUNT).fill('invalid_grant'))
  expect(await isActive(example, tokensOf(winner).access_token)).toBe(true)
})
