/** Whatever a client, a thief and a clock do to a refresh-token family: at most one live refresh token, and what is revoked stays so. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Example,
  errorOf,
  isActive,
  obtainTokens,
  refresh,
  revoke,
  startExample,
  tokensOf,
  userinfo,
} from './example-server.fixture.ts'

type Act =
  | { readonly type: 'refresh'; readonly pick: number }
  | { readonly type: 'refresh at once'; readonly picks: readonly number[] }
  | { readonly type: 'refresh as another client'; readonly pick: number }
  | { readonly type: 'ask for more'; readonly pick: number }
  | { readonly type: 'revoke refresh token'; readonly pick: number }
  | { readonly type: 'revoke access token'; readonly pick: number }
  | { readonly type: 'wait'; readonly seconds: number }

/** Which token, counted from the newest: small numbers, mostly 0, so that live tokens are picked often enough. */
const pick = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 5 }) })

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('refresh' as const), pick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('refresh at once' as const),
      picks: fc.array(pick, { minLength: 2, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('refresh as another client' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('ask for more' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('revoke refresh token' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('revoke access token' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('wait' as const), seconds: fc.constantFrom(1, 299, 86_399) }) },
)

/** What the test knows of a family: every token it ever saw, and which ones must be dead by now. */
interface Family {
  readonly refreshTokens: string[]
  readonly accessTokens: string[]
  readonly dead: Set<string>
  /** Refresh tokens that were exchanged for the next generation: using one again is a replay. */
  readonly used: Set<string>
  /** The one refresh token that may still work. */
  live: string | undefined
}

function newestFirst(tokens: readonly string[], index: number): string {
  return tokens.at(-1 - (index % tokens.length)) ?? ''
}

/** Everything that came out of the family is dead: a replay was seen, or its refresh token was revoked. */
function endFamily(family: Family): void {
  for (const token of [...family.refreshTokens, ...family.accessTokens]) family.dead.add(token)
  family.live = undefined
}

function admit(family: Family, tokens: { readonly access_token: string; readonly refresh_token: string }): void {
  family.refreshTokens.push(tokens.refresh_token)
  family.accessTokens.push(tokens.access_token)
}

async function refreshAll(example: Example, family: Family, picks: readonly number[]): Promise<void> {
  const attempts = picks.map((index) => newestFirst(family.refreshTokens, index))
  const { live } = family
  const responses = await Promise.all(attempts.map((token) => refresh(example, token)))
  const winners = responses.filter(({ status }) => status === 200)
  for (const response of responses) expect([undefined, 'invalid_grant']).toContain(errorOf(response))
  // Only the live token can win, and only once; all the others are replays.
  expect(winners.length).toBeLessThanOrEqual(live !== undefined && attempts.includes(live) ? 1 : 0)
  const isReplay = attempts.some((token) => family.used.has(token)) || (winners.length === 1 && attempts.length > 1)
  for (const winner of winners) {
    const tokens = tokensOf(winner)
    admit(family, tokens)
    family.live = tokens.refresh_token
    if (live === undefined) continue
    family.used.add(live)
    family.dead.add(live)
  }
  if (isReplay) endFamily(family)
}

async function perform(example: Example, family: Family, act: Act): Promise<void> {
  switch (act.type) {
    case 'refresh':
      return refreshAll(example, family, [act.pick])
    case 'refresh at once':
      return refreshAll(example, family, act.picks)
    case 'refresh as another client': {
      const token = newestFirst(family.refreshTokens, act.pick)
      expect(errorOf(await refresh(example, token, { client_id: 'other-app' }))).toBe('invalid_grant')
      return
    }
    case 'ask for more': {
      const { live } = family
      if (live === undefined || !(await isActive(example, live))) return
      expect(errorOf(await refresh(example, live, { scope: 'openid notes.write' }))).toBe('invalid_scope')
      // Neither a stranger's attempt nor a scope too wide burns the token (RFC 6749 §6).
      expect(await isActive(example, live)).toBe(true)
      return
    }
    case 'revoke refresh token': {
      expect((await revoke(example, newestFirst(family.refreshTokens, act.pick))).status).toBe(200)
      if (newestFirst(family.refreshTokens, act.pick) === family.live) endFamily(family)
      return
    }
    case 'revoke access token': {
      const token = newestFirst(family.accessTokens, act.pick)
      expect((await revoke(example, token)).status).toBe(200)
      family.dead.add(token)
      return
    }
    case 'wait':
      example.clock.elapsedSeconds += act.seconds
      return
    default:
      return act satisfies never
  }
}

const example = await startExample()

test('a family never has two live refresh tokens, and nothing revoked is ever accepted again (RFC 9700 §4.14.2, RFC 7009 §2)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      const first = await obtainTokens(example)
      const family: Family = {
        refreshTokens: [],
        accessTokens: [],
        dead: new Set(),
        used: new Set(),
        live: first.refresh_token,
      }
      admit(family, first)
      for (const act of acts) {
        await perform(example, family, act)
        const activity = await Promise.all(family.refreshTokens.map((token) => isActive(example, token)))
        const active = family.refreshTokens.filter((_, index) => activity[index])
        expect(active.length).toBeLessThanOrEqual(1)
        expect(active.filter((token) => token !== family.live)).toEqual([])
        for (const token of family.dead) expect(await isActive(example, token)).toBe(false)
      }
      for (const token of family.accessTokens) {
        const isDead = family.dead.has(token)
        if (isDead) expect((await userinfo(example, token)).status).toBe(401)
      }
      for (const token of family.dead) {
        if (family.refreshTokens.includes(token)) expect(errorOf(await refresh(example, token))).toBe('invalid_grant')
      }
    }),
    { numRuns: 60 },
  )
})
