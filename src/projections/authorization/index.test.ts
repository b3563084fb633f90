import { expect, test } from 'vitest'
import { foreseeRules } from '../../protocol/index.ts'
import { cases, findOutcome, played } from '../../scenario-kit/played.fixture.ts'
import type { Trace } from '../../simulation/index.ts'
import { authorizationAt, hasProtectedApi } from './index.ts'

async function play(id: string, outcomeId: string) {
  const { scenario, outcome } = findOutcome(id, outcomeId)
  const { trace } = await played(scenario, outcome)
  return { trace, at: (step = lastStep(trace)) => authorizationAt(trace, step, foreseeRules) }
}

const lastStep = (trace: Trace) => trace.at(-1)?.step ?? 0

/** What a matrix says, one line a cell. */
function lines({ apis }: ReturnType<typeof authorizationAt>): string[] {
  return apis.flatMap(({ rows }) =>
    rows.flatMap(({ route, cells }) =>
      cells.map(({ token, verdict, refusal, attempts }) =>
        [
          `${route.method} ${route.path}, ${token.name}: ${verdict}`,
          ...(refusal ? [refusal.rule] : []),
          ...attempts.map(({ status }) => status),
        ].join(' '),
      ),
    ),
  )
}

test.each(cases)(
  '$scenario.id / $outcome.id: what the matrix foresees is what the API answered',
  async ({ scenario, outcome }) => {
    const { trace } = await played(scenario, outcome)
    const answers = new Map<string, string>()
    const foreseen = new Map<string, string>()
    for (let step = 0; step <= lastStep(trace); step += 1) {
      for (const { rows } of authorizationAt(trace, step, foreseeRules).apis) {
        for (const { cells } of rows) {
          for (const { verdict, refusal, attempts } of cells) {
            for (const { exchange, status } of attempts.filter((attempt) => attempt.step === step)) {
              // A server that cannot reach its issuer has not judged the token.
              if (status >= 500) continue
              answers.set(exchange, status < 400 ? 'allowed' : `refused by ${failedRule(trace, exchange)}`)
              foreseen.set(exchange, refusal === undefined ? verdict : `refused by ${refusal.rule}`)
            }
          }
        }
      }
    }
    expect([...foreseen]).toEqual([...answers])
  },
)

/** The rule that an API noted as failed while it served an exchange. */
function failedRule(trace: Trace, exchange: string): string | undefined {
  const failed = trace.find(
    (event) =>
      event.type === 'note' && event.exchange === exchange && event.note.type === 'check' && !event.note.passed,
  )
  return failed?.type === 'note' && failed.note.type === 'check' ? failed.note.rule : undefined
}

test('every answer to a request with a token at a protected resource stands in the matrix', async () => {
  const statuses = new Set<number>()
  for (const { scenario, outcome } of cases) {
    const { trace } = await played(scenario, outcome)
    for (const { rows } of authorizationAt(trace, lastStep(trace), foreseeRules).apis) {
      for (const { cells } of rows)
        for (const { attempts } of cells) for (const { status } of attempts) statuses.add(status)
    }
  }
  expect([...statuses].sort()).toEqual([200, 401, 403])
})

test('a token without the scope is refused before anybody tries (RFC 6750 §3.1)', async () => {
  const { at } = await play('api-token', 'happy')
  expect(lines(at())).toEqual([
    'GET /resource, access token 1: allowed 200',
    'GET /profile, access token 1: refused scope',
    'GET /audit-log, access token 1: refused role',
  ])
})

test('a role is the person’s: the scope alone opens nothing (RFC 9068 §2.2.3.1)', async () => {
  const { at } = await play('api-token', 'role-missing')
  expect(lines(at()).at(-1)).toBe('GET /audit-log, access token 1: refused role 403')
  const held = await play('api-token', 'role-held')
  expect(lines(held.at()).at(-1)).toBe('GET /audit-log, access token 1: allowed 200')
})

test('a weaker and a stronger sign-in stand side by side (RFC 9470 §3)', async () => {
  const { at } = await play('step-up', 'at-the-endpoint')
  expect(lines(at())).toEqual([
    'GET /photos, access token 1: allowed 200',
    'GET /photos, access token 2: allowed',
    'DELETE /photos, access token 1: refused acr 401',
    'DELETE /photos, access token 2: allowed 200',
  ])
})

test('a revoked token is refused where the API asks, and good where it checks signatures (RFC 7662 §2.2, RFC 9068 §4)', async () => {
  const asked = await play('api-token', 'revoked-introspection')
  expect(lines(asked.at())[0]).toBe('GET /resource, access token 1: refused active 200 401')
  const unasked = await play('api-token', 'revoked-jwt')
  expect(lines(unasked.at())[0]).toBe('GET /resource, access token 1: allowed 200 200')
})

test('what an API protects is known before it is called', async () => {
  const { trace, at } = await play('mfa-sign-in', 'totp')
  expect(hasProtectedApi(trace)).toBe(true)
  expect(at(0).tokens).toEqual([])
  expect(
    at(0).apis.map(({ actor, rows }) => [actor, rows.map(({ route }) => `${route.method} ${route.path}`)]),
  ).toEqual([['api', ['DELETE /photos']]])
})

test('what was tried without a token stands beside the tokens', async () => {
  const { at } = await play('api-token', 'api-key')
  const [row] = at().apis[0]?.rows ?? []
  expect(row?.withoutToken.map(({ status }) => status)).toEqual([200])
})
