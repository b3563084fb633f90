/** Every run of this project, exported as a HAR and read back as if somebody had recorded it. */
import { expect, test } from 'vitest'
import { exportableRun, outcomeNames } from '../exporters/example-runs.fixture.ts'
import har from '../exporters/har/index.ts'
import { analyse, createHarReader } from './index.ts'

/** Where a failing run breaks first. */
const FIRST_BROKEN: Readonly<Record<string, string>> = {
  'authorization-code-pkce/access-denied': 'authorization-error',
  'authorization-code-pkce/state-mismatch': 'state',
  'authorization-code-pkce/pkce-mismatch': 'pkce-verifier',
  'authorization-code-pkce/code-expired': 'code-expired',
  'authorization-code-pkce/code-replayed': 'code-once',
  'authorization-code-pkce/redirect-uri-mismatch': 'authorization-refused',
  'authorization-code-web-app/wrong-secret': 'token-error',
  'authorization-code-web-app/lost-state': 'callback-answer',
  'client-credentials/invalid-scope': 'token-error',
  'implicit/history': 'response-type',
  'implicit/query': 'token-in-query',
  'implicit/unsupported': 'authorization-error',
  'logout/unregistered-uri': 'logout-address',
  'lost-response/strict': 'token-answer',
  'parallel-401-race/each-refreshes': 'refresh-once',
  'refresh-token-theft/app-first': 'refresh-once',
  'token-lifecycle/refresh-token-expired': 'token-error',
  'token-lifecycle/retry-refused': 'bearer-error',
  'two-tabs-race/strict': 'refresh-once',
  'api-token/insufficient-scope': 'bearer-error',
}

/** Runs that go well, and break nothing. */
const WELL: readonly string[] = [
  'authorization-code-pkce/happy',
  'authorization-code-pkce/refresh',
  'authorization-code-web-app/happy',
  'client-credentials/cached',
  'logout/both-sessions',
  'mfa-sign-in/totp',
  'session-cookie/happy',
  'step-up/at-the-endpoint',
  'token-lifecycle/silent-refresh',
  'two-tabs-race/web-locks',
]

async function reportOn(name: string) {
  if (har.kind !== 'text') throw new Error('unreachable')
  const reader = createHarReader()
  reader.push(har.convert(await exportableRun(name)))
  return analyse(reader.end())
}

test('every run can be read back, and what its messages say stands in no secret', async () => {
  for (const name of outcomeNames) {
    const { rows, exchanges, others, assets, damaged } = await reportOn(name)
    expect({ name, damaged }).toEqual({ name, damaged: 0 })
    expect(exchanges.length + others + assets).toBeGreaterThan(0)
    expect(rows.every(({ label, index }) => label !== '' && rows[index]?.index === index)).toBe(true)
    expect(JSON.stringify(exchanges)).not.toMatch(/eyJ[\w-]{10}/)
  }
  expect(outcomeNames.length).toBeGreaterThan(50)
}, 120_000)

test.each(Object.entries(FIRST_BROKEN))('%s breaks first at %s', async (name, rule) => {
  const { rules, first } = await reportOn(name)
  expect(rules[first?.rule ?? -1]?.id).toBe(rule)
})

test.each(WELL)('%s breaks nothing', async (name) => {
  const { rules, rows } = await reportOn(name)
  expect(rules.flatMap(({ id, findings }) => (findings.length > 0 ? [id] : []))).toEqual([])
  expect(rows.length).toBeGreaterThan(0)
})
