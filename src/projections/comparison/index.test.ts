import fc from 'fast-check'
import { expect, test } from 'vitest'
import { json, redirect } from '../../http/index.ts'
import { base64url, utf8 } from '../../lib/encoding.ts'
import type { Choice, Message } from '../../simulation/types.ts'
import { ACTORS, answer, type Recorded, recordTrace, request } from '../example-trace.fixture.ts'
import { createSequence } from '../sequence/index.ts'
import { align } from './align.ts'
import { createCorrespondence } from './drawn-values.ts'
import { compareEnds } from './ends.ts'
import { compareRuns } from './index.ts'
import type { ComparedRun } from './steps.ts'
import { changedTokens } from './tokens.ts'

const STATE = 'jqUqEaDTGLmxP8C47K11V2rzreCN7HwO5T3oEjlCR2w'
const OTHER = 'DTQFRpDHYp_-P87pwcbwe_8c_QyAIult9GC9JyiJt48'
const THIRD = 'Xe4fPG1KtHQOmWWW1wKIfplXzfr2SDvTIIySCCZS4SE'

/** A run of these messages, delivered one after the other, and of what else happens. */
function run(...items: (Message | Recorded | Choice)[]): ComparedRun {
  const trace = recordTrace(
    items.flatMap((item): (Recorded | Choice)[] =>
      'type' in item
        ? [item]
        : [
            { type: 'held', message: item },
            { type: 'deliver', gate: item.gate },
            { type: 'delivered', gate: item.gate },
          ],
    ),
  )
  const sequence = createSequence(ACTORS)
  sequence.push(trace)
  return { trace, sequence }
}

const authorize = (state: string) =>
  request('tab#1', 'browser', 'as', `GET https://auth.example/authorize?state=${state}`, '', 'navigation')
const back = (state: string) => answer('tab#2', authorize(state), redirect(`https://app.example/cb?state=${state}`))
const exchange = request('app#1', 'app', 'as', 'POST https://auth.example/token', 'grant_type=authorization_code')
const tokens = (body: object, status = 200) => answer('app#2', exchange, json(status, body))

function differencesAt(left: ComparedRun, right: ComparedRun, index: number) {
  return compareRuns(left, right).rows[index]?.differences.map(({ place, name, left, right }) => [
    place,
    name,
    left,
    right,
  ])
}

test('a run is the same as itself', () => {
  const sameRun = run({ type: 'act', action: 'x' }, authorize(STATE), back(STATE), exchange)
  const { rows, divergence, firstMessage } = compareRuns(sameRun, sameRun)
  expect(rows.map(({ isSame }) => isSame)).toEqual([true, true, true, true])
  expect([divergence, firstMessage]).toEqual([undefined, undefined])
})

test('another random value is no difference, wherever it comes back', () => {
  const { divergence } = compareRuns(run(authorize(STATE), back(STATE)), run(authorize(OTHER), back(OTHER)))
  expect(divergence).toBeUndefined()
})

test('a random value that was swapped is one, and named by its parameter', () => {
  const [left, right] = [run(authorize(STATE), back(STATE)), run(authorize(OTHER), back(THIRD))]
  expect(compareRuns(left, right).divergence).toBe(1)
  expect(differencesAt(left, right, 1)).toEqual([['redirect query', 'state', STATE, THIRD]])
})

test('says first what tells most: the status and the error', () => {
  const [left, right] = [run(exchange, tokens({ error: 'invalid_grant' }, 400)), run(exchange, tokens({ ok: true }))]
  expect(differencesAt(left, right, 1)).toEqual([
    ['status', '', '400 Bad Request', '200 OK'],
    ['body', 'error', 'invalid_grant', undefined],
    ['body', 'ok', undefined, 'true'],
    ['what came of it', '', 'error', 'delivered'],
  ])
})

const part = (value: object) => base64url(utf8(JSON.stringify(value)))
const jwt = (claims: object) => `${part({ alg: 'RS256' })}.${part(claims)}.${part({ drawn: JSON.stringify(claims) })}`

test('a token differs claim by claim, and times count from the moment it came', () => {
  const early = run(exchange, tokens({ access_token: jwt({ acr: 'low', exp: 1793620860 }) }))
  const late = run(
    { type: 'advance', seconds: 60 },
    { type: 'clock', seconds: 60 },
    exchange,
    tokens({ access_token: jwt({ acr: 'high', exp: 1793620920 }) }),
  )
  expect(differencesAt(early, late, 2)).toEqual([['body', 'access_token.acr', 'low', 'high']])
})

test('shows client credentials as they were sent (RFC 6749 §2.3.1)', () => {
  const basic = (secret: string) => ({
    ...exchange,
    request: { ...exchange.request, headers: [['authorization', `Basic ${btoa(`app:${secret}`)}`]] as const },
  })
  expect(differencesAt(run(basic('right')), run(basic('wrong')), 0)).toEqual([
    ['header', 'authorization', 'Basic app:right', 'Basic app:wrong'],
  ])
})

test('what only one run has stands alone, and what follows stands beside its like again', () => {
  const waiting: (Recorded | Choice)[] = [
    { type: 'advance', seconds: 60 },
    { type: 'clock', seconds: 60 },
  ]
  const { rows, divergence, firstMessage } = compareRuns(
    run(exchange, ...waiting, tokens({ error: 'invalid_grant' }, 400)),
    run(exchange, tokens({ ok: true })),
  )
  expect(rows.map(({ left, right }) => [left?.kind, right?.kind])).toEqual([
    ['message', 'message'],
    ['clock', undefined],
    ['message', 'message'],
  ])
  expect([divergence, firstMessage]).toEqual([1, 2])
})

test('a message at another place is shown where it stands in the other run', () => {
  const calls = ['one', 'two'].map((task) => request(`${task}#1`, 'app', 'api', 'GET https://api.example/photos'))
  const [one, two] = calls
  if (one === undefined || two === undefined) throw new Error('Two were made.')
  const { rows } = compareRuns(run(one, two), run(two, one))
  expect(rows.map(({ left, right }) => [left?.gate, right?.gate])).toEqual([
    ['one#1', undefined],
    ['two#1', 'two#1'],
    [undefined, 'one#1'],
  ])
  expect(rows.map(({ moved }) => moved?.step)).toEqual([2, undefined, 1])
})

test('another message at a gate of the same number is not the same one at another place', () => {
  const call = (path: string) => request('one#1', 'app', 'api', `GET https://api.example${path}`)
  const { rows } = compareRuns(run(call('/photos')), run(call('/albums')))
  expect(rows.map(({ moved }) => moved)).toEqual([undefined, undefined])
})

test('a lost message is not a delivered one', () => {
  const lost = run(
    { type: 'held', message: exchange },
    { type: 'drop', gate: 'app#1' },
    { type: 'dropped', gate: 'app#1' },
  )
  expect(differencesAt(lost, run(exchange), 0)).toEqual([['what came of it', '', 'lost', 'delivered']])
})

test('an alignment has every item once and in order, and no pair that may not be', () => {
  const list = fc.array(fc.nat(5))
  fc.assert(
    fc.property(list, list, (left, right) => {
      const aligned = align(
        left.map((value) => ({ value })),
        right.map((value) => ({ value })),
        (one, other) => (one.value === other.value ? 1 : 0),
      )
      expect(aligned.flatMap((row) => (row.left ? [row.left.value] : []))).toEqual(left)
      expect(aligned.flatMap((row) => (row.right ? [row.right.value] : []))).toEqual(right)
      for (const row of aligned) if (row.left && row.right) expect(row.left.value).toBe(row.right.value)
    }),
  )
})

test('random values pair up one to one', () => {
  const correspond = createCorrespondence()
  expect(correspond(`state=${STATE}`, `state=${OTHER}`)).toBe(true)
  expect(correspond(STATE, OTHER)).toBe(true)
  expect(correspond(STATE, THIRD)).toBe(false)
  expect(correspond(THIRD, OTHER)).toBe(false)
  expect(correspond('correct horse', 'wrong horse')).toBe(false)
})

test('the ends say what was refused last and what became of everything issued', () => {
  const issued = (change: 'issued' | 'revoked'): Recorded => ({
    type: 'note',
    actor: 'as',
    note: { type: 'lifecycle', artifact: 'refresh_token', id: 'one', change, reason: 'replayed' },
  })
  const failed = run(exchange, issued('issued'), issued('revoked'), tokens({ error: 'invalid_grant' }, 400))
  const facts = compareEnds(failed, run(exchange, issued('issued'), tokens({})))
  expect(facts.map(({ label, left, right, isSame }) => [label, left, right, isSame])).toEqual([
    ['Steps', '2', '2', true],
    ['Virtual time', '0 s', '0 s', true],
    ['Last refusal', 'invalid_grant: The answer is 400 invalid_grant.', 'none', false],
    ['Its rule', 'none', 'none', true],
    ['Refresh tokens', '1 revoked (replayed)', '1 live', false],
  ])
})

test('changed tokens are those of one name, else any two of a kind that differ', () => {
  const standard = run(exchange, tokens({ access_token: jwt({ acr: 'low', jti: 'a' }) }))
  const same = run(exchange, tokens({ access_token: jwt({ acr: 'low', jti: 'b' }) }))
  const strong = run(exchange, tokens({ access_token: jwt({ acr: 'high', jti: 'c' }) }))
  expect(changedTokens(standard, same)).toEqual([])
  expect(changedTokens(standard, strong)[0]?.claims[0]).toMatchObject({ name: 'acr', one: 'low', other: 'high' })
})
