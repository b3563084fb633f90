import { createRequire } from 'node:module'
import { Ajv, type AnySchemaObject } from 'ajv'
import type { Har } from 'har-format'
import { expect, test } from 'vitest'
import { NOON_MS, recordTrace, request } from '../../projections/example-trace.fixture.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import type { Trace } from '../../simulation/types.ts'
import { FIXTURE_NOTICE } from '../contract.ts'
import { exportableRun, outcomeNames } from '../example-runs.fixture.ts'
import { hostileTrace } from '../hostile-traces.fixture.ts'
import har from './index.ts'

const validate = createValidator()

/** The published schema: draft 06, an object a file, with some keywords that no draft has. */
function createValidator() {
  const require = createRequire(import.meta.url)
  const schemas: Readonly<Record<string, AnySchemaObject>> = require('har-schema')
  const ajv = new Ajv({
    strict: false,
    formats: { uri: URL.canParse, 'date-time': isDateTime, ipv4: true, ipv6: true },
  })
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-06.json'))
  for (const schema of Object.values(schemas)) ajv.addSchema(schema)
  return ajv.compile({ $ref: 'har.json#' })
}

/** RFC 3339 §5.6. */
function isDateTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))
}

function read(text: string): Har {
  return JSON.parse(text)
}

function convert(trace: Trace): Har {
  const recipe = { scenario: 'example', settings: {}, seed: '1', choices: [] }
  return read(har.convert({ title: 'Example', recipe, step: 0, trace, model: createSequence([]), rowCount: 0 }))
}

test.each(outcomeNames)('%s: follows the schema of HAR 1.2 and leaves no answer out', async (name) => {
  const run = await exportableRun(name)
  const { log } = read(har.convert(run))
  expect(validate({ log }), JSON.stringify(validate.errors)).toBe(true)
  const answered = run.trace.filter((event) => event.type === 'held' && event.message.direction === 'response')
  expect(log.entries.length).toBeGreaterThanOrEqual(answered.length)
  expect(log.comment).toBe(FIXTURE_NOTICE)
  const started = log.entries.map(({ startedDateTime }) => startedDateTime)
  expect(started).toEqual([...started].sort())
})

test('the schema is in force: an entry without timings fails', async () => {
  const { log } = read(har.convert(await exportableRun('client-credentials/cold')))
  const [first, ...rest] = log.entries
  const { timings, ...broken } = first ?? {}
  expect(timings).toBeDefined()
  expect(validate({ log: { ...log, entries: [broken, ...rest] } })).toBe(false)
})

test('is written as it was', async () => {
  await expect(har.convert(await exportableRun('client-credentials/cold'))).toMatchFileSnapshot('cold.har')
})

test('counts time on the run’s own clock, from sent to arrived to answered', () => {
  const asked = request('tab#1', 'app', 'api', 'GET https://api.example/photos?page=2')
  const response = { status: 200, headers: [['content-type', 'text/plain']], body: 'é' } as const
  const { log } = convert(
    recordTrace([
      { type: 'held', message: asked },
      { type: 'clock', seconds: 30 },
      { type: 'delivered', gate: 'tab#1' },
      { type: 'held', message: { ...asked, gate: 'tab#2', direction: 'response', response } },
      { type: 'clock', seconds: 2 },
      { type: 'delivered', gate: 'tab#2' },
    ]),
  )
  expect(log.entries).toHaveLength(1)
  expect(log.entries[0]).toMatchObject({
    startedDateTime: new Date(NOON_MS).toISOString(),
    time: 32_000,
    timings: { send: 30_000, wait: 2000, receive: 0 },
    request: { queryString: [{ name: 'page', value: '2' }], headersSize: 31, bodySize: 0 },
    response: { statusText: 'OK', content: { size: 2, text: 'é' }, headersSize: 45 },
  })
})

test('a lost message is an entry with status 0, one on the wire is none', () => {
  const [lost, waiting] = ['a#1', 'b#1'].map((gate) => request(gate, 'app', 'api', 'GET https://api.example/'))
  if (lost === undefined || waiting === undefined) throw new Error('unreachable')
  const { log } = convert(
    recordTrace([
      { type: 'held', message: lost },
      { type: 'held', message: waiting },
      { type: 'dropped', gate: lost.gate },
    ]),
  )
  expect(log.entries.map(({ response }) => response.status)).toEqual([0])
  expect(validate({ log })).toBe(true)
})

test('lists cookies with their attributes, Max-Age as a date (RFC 6265 §5.3)', () => {
  const asked = request('tab#1', 'browser', 'as', 'GET https://auth.example/')
  const sent = { ...asked, request: { ...asked.request, headers: [['cookie', 'a=1; b=2=3']] } } as const
  const lines = ['s=x; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Lax', 't=y; Max-Age=99999999999999999']
  const response = { status: 204, headers: lines.map((line) => ['set-cookie', line] as const), body: '' }
  const { log } = convert(
    recordTrace([
      { type: 'held', message: sent },
      { type: 'delivered', gate: 'tab#1' },
      { type: 'held', message: { ...sent, gate: 'tab#2', direction: 'response', response } },
      { type: 'delivered', gate: 'tab#2' },
    ]),
  )
  expect(log.entries[0]?.request.cookies).toEqual([
    { name: 'a', value: '1' },
    { name: 'b', value: '2=3' },
  ])
  const expires = new Date(NOON_MS + 60_000).toISOString()
  expect(log.entries[0]?.response.cookies).toEqual([
    { name: 's', value: 'x', path: '/', expires, httpOnly: true, secure: true, sameSite: 'Lax' },
    { name: 't', value: 'y', httpOnly: false, secure: false },
  ])
})

test('2,000 hostile texts stay text: 500 exchanges follow the schema', () => {
  const { log } = convert(hostileTrace(500))
  expect(log.entries).toHaveLength(500)
  expect(validate({ log }), JSON.stringify(validate.errors)).toBe(true)
})
