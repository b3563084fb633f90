import { expect, test } from 'vitest'
import { json, redirect } from '../../http/index.ts'
import type { Choice } from '../../simulation/types.ts'
import { ACTORS, AUTHORIZE, answer, CODE, type Recorded, recordTrace, TOKEN, TOKENS } from '../example-trace.fixture.ts'
import { createSequence } from './index.ts'

function rowsOf(items: readonly (Recorded | Choice)[]) {
  const sequence = createSequence(ACTORS)
  sequence.push(recordTrace(items))
  return sequence.rows
}

/** The last row that these events make. */
function lastRow(items: readonly (Recorded | Choice)[]) {
  return rowsOf(items).at(-1)
}

const FAILED_CHECK = { type: 'check', rule: 'pkce', clause: 'RFC 7636 §4.6', passed: false, message: 'no' } as const

test('marks a lost message', () => {
  const row = lastRow([
    { type: 'held', message: TOKEN },
    { type: 'drop', gate: TOKEN.gate },
    { type: 'dropped', gate: TOKEN.gate },
    { type: 'failed', task: 'tab-a/app', actor: 'app', error: 'NetworkError' },
  ])
  expect(row).toMatchObject({ kind: 'message', tone: 'lost', status: 'lost' })
})

test('keeps the request arrow of a refused request, and marks its answer, whatever the status', () => {
  const rows = rowsOf([
    { type: 'held', message: TOKEN },
    { type: 'deliver', gate: TOKEN.gate },
    { type: 'delivered', gate: TOKEN.gate },
    { type: 'note', actor: 'as', note: FAILED_CHECK, exchange: TOKEN.exchange },
    { type: 'held', message: TOKENS },
    { type: 'deliver', gate: TOKENS.gate },
    { type: 'delivered', gate: TOKENS.gate },
  ])
  expect(rows.map((row) => row.tone)).toEqual(['ok', 'error'])
  expect(rows[1]?.status).toBe('error')
})

test('marks a redirect that carries an error (RFC 6749 §4.1.2.1)', () => {
  const denied = answer('tab-a#2', AUTHORIZE, redirect('https://app.example/callback?error=access_denied&state=xyz'))
  const row = lastRow([
    { type: 'held', message: AUTHORIZE },
    { type: 'held', message: denied },
    { type: 'deliver', gate: 'tab-a#2' },
    { type: 'delivered', gate: 'tab-a#2' },
  ])
  expect(row).toMatchObject({ tone: 'error', label: '303 → /callback?error=access_denied&state…' })
})

test.each<[string, Recorded]>([
  ['a check that the client fails', { type: 'note', actor: 'app', note: FAILED_CHECK }],
  ['a client that breaks down', { type: 'failed', task: 'tab-a/app', actor: 'app', error: 'Error: state' }],
])('marks the arrow that led to %s', (_, event) => {
  const row = lastRow([
    { type: 'held', message: CODE },
    { type: 'deliver', gate: CODE.gate },
    { type: 'delivered', gate: CODE.gate },
    event,
  ])
  expect(row).toMatchObject({ tone: 'error', status: 'error' })
})

test('leaves a server that breaks down to its answer', () => {
  const broken = answer('tab-a/app#2', TOKEN, { status: 500, headers: [], body: '' })
  const rows = rowsOf([
    { type: 'held', message: TOKEN },
    { type: 'deliver', gate: TOKEN.gate },
    { type: 'delivered', gate: TOKEN.gate },
    { type: 'failed', task: TOKEN.exchange, actor: 'as', error: 'TypeError' },
    { type: 'held', message: broken },
    { type: 'deliver', gate: broken.gate },
    { type: 'delivered', gate: broken.gate },
  ])
  expect(rows.map((row) => [row.label, row.tone])).toEqual([
    ['POST /token grant_type=authorization_code', 'ok'],
    ['500 Internal Server Error', 'error'],
  ])
})

test('tells an answer that nobody waits for from one that arrives', () => {
  const row = lastRow([
    { type: 'held', message: CODE },
    { type: 'deliver', gate: CODE.gate },
    { type: 'delivered', gate: CODE.gate },
    { type: 'discarded', gate: CODE.gate, reason: 'The window went elsewhere.' },
  ])
  expect(row).toMatchObject({ tone: 'neutral', status: 'discarded' })
})

test('marks the refusal of a copy, though nobody waits for it', () => {
  const refusal = { ...answer('copy#2', TOKEN, json(400, { error: 'invalid_grant' })), copyOf: 'tab-a/app#1' }
  const row = lastRow([
    { type: 'held', message: refusal },
    { type: 'deliver', gate: refusal.gate },
    { type: 'delivered', gate: refusal.gate },
    { type: 'discarded', gate: refusal.gate, reason: 'Nobody waits for the answer to a copy.' },
  ])
  expect(row).toMatchObject({ tone: 'error', label: 'to the copy: 400 invalid_grant' })
})
