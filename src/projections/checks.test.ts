import { expect, test } from 'vitest'
import { json, redirect } from '../http/index.ts'
import type { Choice, Trace } from '../simulation/types.ts'
import { type CheckNote, checksOf, failureAt } from './checks.ts'
import { ACTORS, AUTHORIZE, answer, CODE, type Recorded, recordTrace, TOKEN } from './example-trace.fixture.ts'
import { createSequence, type SequenceRow } from './sequence/index.ts'

const CLIENT: CheckNote = { type: 'check', rule: 'client', clause: 'RFC 6749 §3.2.1', passed: true, message: 'known' }
const PKCE: CheckNote = {
  type: 'check',
  rule: 'pkce',
  clause: 'RFC 7636 §4.6',
  passed: false,
  message: 'The verifier does not match the challenge.',
  sent: 'abc',
  expected: 'abd',
  fix: 'Send the verifier of this sign-in.',
}
const REFUSAL = answer('tab-a/app#2', TOKEN, json(400, { error: 'invalid_grant', error_description: 'No.' }))
const REFUSED = recordTrace([
  { type: 'held', message: TOKEN },
  { type: 'deliver', gate: TOKEN.gate },
  { type: 'delivered', gate: TOKEN.gate },
  { type: 'note', actor: 'as', note: CLIENT, exchange: TOKEN.exchange },
  { type: 'note', actor: 'as', note: PKCE, exchange: TOKEN.exchange },
  { type: 'held', message: REFUSAL },
  { type: 'deliver', gate: REFUSAL.gate },
  { type: 'delivered', gate: REFUSAL.gate },
])

/** The last row of a trace; all the tests look at it. */
function lastRow(trace: Trace): SequenceRow {
  const sequence = createSequence(ACTORS)
  sequence.push(trace)
  return sequence.rows.at(-1) as SequenceRow
}

function failureOf(items: readonly (Recorded | Choice)[]) {
  const trace = recordTrace(items)
  return failureAt(trace, lastRow(trace))
}

test('lists the checks of a request with its arrow, and again with its answer', () => {
  const request = lastRow(REFUSED.filter((event) => event.step < 2))
  expect(checksOf(REFUSED, request).map(({ check }) => check.rule)).toEqual(['client', 'pkce'])
  expect(checksOf(REFUSED, lastRow(REFUSED))).toEqual([
    { actor: 'as', step: 1, check: CLIENT },
    { actor: 'as', step: 1, check: PKCE },
  ])
})

test('explains a refusal by the rule that failed, and names the error on the wire', () => {
  const { type: _type, passed: _passed, ...rule } = PKCE
  expect(failureAt(REFUSED, lastRow(REFUSED))).toEqual({ actor: 'as', ...rule, error: 'invalid_grant' })
})

test('explains an error without a failed check by what the answer says (RFC 6749 §5.2)', () => {
  const failure = failureOf([
    { type: 'held', message: TOKEN },
    { type: 'held', message: REFUSAL },
    { type: 'deliver', gate: REFUSAL.gate },
    { type: 'delivered', gate: REFUSAL.gate },
  ])
  expect(failure).toEqual({ actor: 'as', error: 'invalid_grant', message: 'No.' })
})

test('explains a redirect that carries an error (RFC 6749 §4.1.2.1)', () => {
  const denied = answer('tab-a#2', AUTHORIZE, redirect('https://app.example/callback?error=access_denied&state=xyz'))
  const failure = failureOf([
    { type: 'held', message: AUTHORIZE },
    { type: 'held', message: denied },
    { type: 'deliver', gate: denied.gate },
    { type: 'delivered', gate: denied.gate },
  ])
  expect(failure).toMatchObject({ actor: 'as', error: 'access_denied' })
})

test('explains a client that breaks down by its error', () => {
  const failure = failureOf([
    { type: 'held', message: CODE },
    { type: 'deliver', gate: CODE.gate },
    { type: 'delivered', gate: CODE.gate },
    { type: 'failed', task: 'tab-a/app', actor: 'app', error: 'Error: no state' },
  ])
  expect(failure).toEqual({ actor: 'app', message: 'Error: no state' })
})

test('has nothing to explain where all went well', () => {
  expect(
    failureOf([
      { type: 'held', message: CODE },
      { type: 'deliver', gate: CODE.gate },
      { type: 'delivered', gate: CODE.gate },
    ]),
  ).toBeUndefined()
})
