/** Whatever is tried with an authorization code, by whomever and in whichever order: it works once at most. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Example,
  errorOf,
  exchange,
  isActive,
  obtainCode,
  startExample,
  tokensOf,
} from './example-server.fixture.ts'

/** One attempt to redeem a code; each flaw alone must make it fail. */
interface Attempt {
  readonly client: 'right' | 'other'
  readonly verifier: 'right' | 'wrong' | 'missing'
  readonly redirectUri: 'right' | 'wrong' | 'missing'
  readonly waitSeconds: number
}

const right: Attempt = { client: 'right', verifier: 'right', redirectUri: 'right', waitSeconds: 0 }
const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  fc.constant(right),
  fc.record({
    client: fc.constantFrom<Attempt['client']>('right', 'other'),
    verifier: fc.constantFrom<Attempt['verifier']>('right', 'wrong', 'missing'),
    redirectUri: fc.constantFrom<Attempt['redirectUri']>('right', 'wrong', 'missing'),
    waitSeconds: fc.constantFrom(0, 0, 0, 30, 60),
  }),
)

function isFlawless({ client, verifier, redirectUri }: Attempt): boolean {
  return client === 'right' && verifier === 'right' && redirectUri === 'right'
}

function redeem(example: Example, code: string, { client, verifier, redirectUri }: Attempt) {
  return exchange(example, code, {
    ...(client === 'other' && { client_id: 'other-app' }),
    // An empty parameter counts as absent (RFC 6749 §3.2).
    ...(verifier !== 'right' && { code_verifier: verifier === 'wrong' ? 'x'.repeat(43) : '' }),
    ...(redirectUri !== 'right' && { redirect_uri: redirectUri === 'wrong' ? 'https://app.example/callback/' : '' }),
  })
}

const example = await startExample()

test('a code never works twice, nor for a flawed request (RFC 6749 §4.1.2, §4.1.3, RFC 7636 §4.6)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 6 }), fc.boolean(), async (attempts, atOnce) => {
      const code = await obtainCode(example)
      const run = async (attempt: Attempt) => {
        if (!atOnce) example.clock.elapsedSeconds += attempt.waitSeconds
        return redeem(example, code, attempt)
      }
      const responses = []
      if (atOnce) responses.push(...(await Promise.all(attempts.map(run))))
      else for (const attempt of attempts) responses.push(await run(attempt))

      const winners = responses.filter(({ status }) => status === 200)
      expect(winners.length).toBeLessThanOrEqual(1)
      responses.forEach((response, index) => {
        if (response.status === 200) expect(isFlawless(attempts[index] ?? right)).toBe(true)
        else expect(['invalid_grant', 'invalid_request']).toContain(errorOf(response))
      })
      // A further use by its own client revokes whatever came of it.
      const [winner] = winners
      const last = await redeem(example, code, right)
      if (winner === undefined) return
      expect(errorOf(last)).toBe('invalid_grant')
      expect(await isActive(example, tokensOf(winner).access_token)).toBe(false)
      expect(await isActive(example, tokensOf(winner).refresh_token)).toBe(false)
    }),
    { numRuns: 60 },
  )
})

test('a code that only others have tried still works for its client (RFC 6749 §4.1.3)', async () => {
  const others = fc.array(
    attempt.map((one): Attempt => ({ ...one, client: 'other', waitSeconds: 0 })),
    { maxLength: 5 },
  )
  await fc.assert(
    fc.asyncProperty(others, async (attempts) => {
      const code = await obtainCode(example)
      for (const attempt of attempts)
        expect(errorOf(await redeem(example, code, attempt))).toMatch(/^invalid_(grant|request)$/)
      expect((await redeem(example, code, right)).status).toBe(200)
    }),
    { numRuns: 20 },
  )
})
