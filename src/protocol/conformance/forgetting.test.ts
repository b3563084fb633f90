/** What the authorization server forgets, and when: an hour after it ended, unless something that is left needs it. Policy. */
import { beforeEach, expect, test } from 'vitest'
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
} from './example-server.fixture.ts'

const HOUR = 3600
/** The lifetimes of this server, in seconds. A session lasts longest. */
const lifetimes = { authorization_code: 60, access_token: 300, refresh_token: 2 * HOUR, session: 10 * HOUR }

let example: Example

beforeEach(async () => {
  example = await startExample({ policy: { lifetimes } })
})

/** A request that has nothing to do with what is to be forgotten, so many seconds later. */
async function later(seconds: number) {
  example.clock.elapsedSeconds += seconds
  await isActive(example, 'unknown')
  return example.server.snapshot()
}

test('a code and an access token are forgotten an hour after they expired, and not before', async () => {
  await obtainTokens(example)
  const before = await later(lifetimes.authorization_code + HOUR - 1)
  expect([before.codes.length, before.access_tokens.length]).toEqual([1, 1])
  const after = await later(lifetimes.access_token)
  expect([after.codes.length, after.access_tokens.length]).toEqual([0, 0])
})

test('a code that comes back within the hour still ends what came of it (RFC 6749 §4.1.2)', async () => {
  const code = await obtainCode(example)
  const { refresh_token } = tokensOf(await exchange(example, code))
  await later(lifetimes.authorization_code + HOUR - 1)
  expect(errorOf(await exchange(example, code))).toBe('invalid_grant')
  expect(errorOf(await refresh(example, refresh_token))).toBe('invalid_grant')
})

test('a family is remembered whole until an hour after its end, so that each of its tokens is known when it comes back', async () => {
  const { refresh_token } = await obtainTokens(example)
  await refresh(example, refresh_token)
  const generations = ({ grants }: Awaited<ReturnType<typeof later>>) =>
    grants.flatMap(({ refresh_tokens }) => refresh_tokens.map(({ generation }) => generation))
  expect(generations(await later(lifetimes.refresh_token + HOUR - 1))).toEqual([1, 2])
  expect(generations(await later(60))).toEqual([])
})

test('a grant stays as long as its session, of which its client is told, and goes with it', async () => {
  await obtainTokens(example)
  const inSession = await later(9 * HOUR)
  expect(inSession.grants).toMatchObject([{ client_id: 'app', refresh_tokens: [] }])
  const after = await later(3 * HOUR)
  expect([after.grants.length, after.sessions.length]).toEqual([0, 0])
})

test('a hundred sign-ins leave nothing behind', async () => {
  for (let index = 0; index < 100; index++) await obtainTokens(example)
  const { codes, grants, access_tokens } = await later(12 * HOUR)
  expect({ codes, grants, access_tokens }).toEqual({ codes: [], grants: [], access_tokens: [] })
})
