/** Refresh tokens whose state is in a database: what its conditions and writes are worth when something comes in between. */
import { expect, test } from 'vitest'
import { type HttpRequest, type HttpResponse, json, parseForm } from '../../http/index.ts'
import type { PolicyOptions } from '../index.ts'
import { errorOf, isActive, obtainTokens, refresh, revoke, startExample, tokensOf } from './example-server.fixture.ts'

type Database = NonNullable<PolicyOptions['refreshTokenDatabase']>

const URL_OF_TABLE = 'https://database.example/families'

/** An example whose families are in a table of one row. `meddle` sees each statement before it is executed, and may lose it. */
async function startWithDatabase(
  database: Partial<Database>,
  meddle: (request: HttpRequest) => Promise<void> = async () => {},
) {
  const row: Record<string, string | number> = { id: '', current: '', status: 'live', last_refresh: 0 }
  async function send(request: HttpRequest): Promise<HttpResponse> {
    await meddle(request)
    const isMet = parseForm(new URL(request.url).search).every(([column, filter]) =>
      filter.startsWith('eq.')
        ? String(row[column]) === filter.slice('eq.'.length)
        : Number(row[column]) <= Number(filter.slice('lte.'.length)),
    )
    if (isMet && request.method === 'PATCH') Object.assign(row, Object.fromEntries(parseForm(request.body)))
    return json(200, isMet ? [{ ...row }] : [])
  }
  const refreshTokenDatabase: Database = { url: URL_OF_TABLE, condition: 'current_token', writes: 'one', ...database }
  const example = await startExample({ policy: { refreshTokenDatabase } }, { send })
  const tokens = await obtainTokens(example)
  const [grant] = example.server.snapshot().grants
  Object.assign(row, { id: grant?.id, current: grant?.refresh_tokens[0]?.id })
  return { example, tokens, row }
}

/** Holds statements of a method until two of them wait. */
function inPairs(method: string) {
  let release: (() => void) | undefined
  return (request: HttpRequest): Promise<void> => {
    if (request.method !== method) return Promise.resolve()
    if (release !== undefined) {
      release()
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      release = resolve
    })
  }
}

test('of two writes with a condition one rotates, and the other is a replay (RFC 9700 §4.14.2)', async () => {
  const { example, tokens, row } = await startWithDatabase({}, inPairs('PATCH'))
  const answers = await Promise.all([1, 2].map(() => refresh(example, tokens.refresh_token)))
  expect(answers.map(errorOf)).toContain('invalid_grant')
  expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
  expect(row.status).toBe('revoked')
  expect(await isActive(example, tokens.access_token)).toBe(false)
})

test('of two reads before a write both rotate, and one of the new tokens is a replay (RFC 9700 §4.14.2)', async () => {
  const { example, tokens, row } = await startWithDatabase({ condition: 'none' }, inPairs('GET'))
  const answers = await Promise.all([1, 2].map(() => refresh(example, tokens.refresh_token)))
  const brought = answers.map((answer) => tokensOf(answer).refresh_token)
  expect(new Set(brought).size).toBe(2)
  const next = await Promise.all(brought.slice(0, 1).map((token) => refresh(example, token)))
  expect(next.map(errorOf)).toEqual(['invalid_grant'])
  expect(row.status).toBe('revoked')
})

test.each([
  { writes: 'one' as const, again: undefined },
  { writes: 'two' as const, again: 'invalid_grant' },
])(
  'with $writes for a rotation, a lost one ends in $again at the next try (RFC 6749 §5.2)',
  async ({ writes, again }) => {
    let isLost = false
    const { example, tokens } = await startWithDatabase({ writes }, async ({ body }) => {
      if (isLost || !body.includes('current=')) return
      isLost = true
      throw new TypeError('The connection was lost.')
    })
    const first = await refresh(example, tokens.refresh_token)
    expect([first.status, errorOf(first)]).toEqual([500, 'server_error'])
    expect(errorOf(await refresh(example, tokens.refresh_token))).toBe(again)
  },
)

test.each([
  { condition: 'issue_time' as const, replayed: undefined },
  { condition: 'current_token' as const, replayed: 'invalid_grant' },
])(
  'compared by $condition, a replay within a second gets $replayed (RFC 9700 §4.14.2)',
  async ({ condition, replayed }) => {
    const { example, tokens } = await startWithDatabase({ condition })
    example.clock.elapsedSeconds += 10
    const second = tokensOf(await refresh(example, tokens.refresh_token))
    expect(errorOf(await refresh(example, second.refresh_token))).toBeUndefined()
    example.clock.elapsedSeconds += 60
    expect(errorOf(await refresh(example, second.refresh_token))).toBe(replayed)
  },
)

test('asks no database for a family that was revoked here, or has expired (RFC 7009 §2.1, RFC 6749 §6)', async () => {
  const asked: HttpRequest[] = []
  const meddle = async (request: HttpRequest) => void asked.push(request)
  for (const end of ['revoked', 'expired']) {
    const { example, tokens } = await startWithDatabase({}, meddle)
    if (end === 'revoked') await revoke(example, tokens.refresh_token)
    else example.clock.elapsedSeconds += 86_400
    expect(errorOf(await refresh(example, tokens.refresh_token))).toBe('invalid_grant')
  }
  expect(asked).toEqual([])
})

test('issues nothing when the family has ended while the write was under way (RFC 9700 §4.14.2)', async () => {
  let end: (() => Promise<unknown>) | undefined
  const { example, tokens } = await startWithDatabase({}, async () => void (await end?.()))
  end = () => revoke(example, tokens.refresh_token)
  expect(errorOf(await refresh(example, tokens.refresh_token))).toBe('invalid_grant')
})

test.each([
  ['revoked', { status: 'revoked' }],
  ['of another word that nobody knows', { status: 'paused' }],
  ['gone', { id: 'another' }],
])('refuses a token whose row is %s: invalid_grant, and the row stays as it is (RFC 6749 §5.2)', async (_, changed) => {
  const { example, tokens, row } = await startWithDatabase({})
  Object.assign(row, changed)
  const before = { ...row }
  expect(errorOf(await refresh(example, tokens.refresh_token))).toBe('invalid_grant')
  expect(row).toEqual(before)
})
