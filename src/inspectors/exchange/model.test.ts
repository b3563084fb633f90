import { expect, test } from 'vitest'
import { json } from '../../http/index.ts'
import { ACTORS, AUTHORIZE, answer, recordTrace, SIGN_IN, TOKEN } from '../../projections/example-trace.fixture.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import type { Trace } from '../../simulation/types.ts'
import { exchangeModel } from './model.ts'

/** The model of a row, after `cursor` steps. */
function modelOf(trace: Trace, rowIndex: number, cursor: number) {
  const sequence = createSequence(ACTORS)
  sequence.push(trace)
  const row = sequence.rows[rowIndex]
  return row && exchangeModel(trace, row, cursor)
}

test('shows the request alone while the answer waits, and says so', () => {
  const model = modelOf(SIGN_IN, 1, 2)
  expect(model?.response).toBeUndefined()
  expect(model?.responseFate).toContain('has not arrived yet')
})

test('shows both messages once the answer has arrived', () => {
  const model = modelOf(SIGN_IN, 2, 3)
  expect(model?.response?.startLine.map(({ text }) => text).join('')).toBe('HTTP/1.1 303')
  expect(model?.responseFate).toBeUndefined()
})

test('has nothing for what a person does', () => {
  expect(modelOf(SIGN_IN, 0, 5)).toBeUndefined()
})

test('says what a lost answer means', () => {
  const lost = answer('tab-a/app#2', TOKEN, json(200, {}))
  const trace = recordTrace([
    { type: 'held', message: TOKEN },
    { type: 'deliver', gate: TOKEN.gate },
    { type: 'delivered', gate: TOKEN.gate },
    { type: 'held', message: lost },
    { type: 'drop', gate: lost.gate },
    { type: 'dropped', gate: lost.gate },
  ])
  const model = modelOf(trace, 1, 2)
  expect(model?.response).toBeUndefined()
  expect(model?.responseFate).toContain('the client will never know')
})

test('explains the parameters of the query and of the redirect', () => {
  const groups = modelOf(SIGN_IN, 2, 3)?.parameters ?? []
  expect(groups.map(({ place }) => place)).toEqual(['Query of the request', 'Redirect, query', 'Headers of the answer'])
  const challenge = groups[0]?.parameters.find(({ name }) => name === 'code_challenge')
  expect(challenge).toMatchObject({ value: 'abc', meaning: expect.stringContaining('PKCE') })
})

test('writes the request as it stands on the wire, piece by piece', () => {
  const line = modelOf(SIGN_IN, 1, 2)?.request.startLine ?? []
  expect(line.map(({ text }) => text).join('')).toBe(
    'GET /authorize?response_type=code&client_id=spa&state=xyz&code_challenge=abc HTTP/1.1',
  )
  expect(line.filter(({ kind }) => kind === 'value').map(({ text }) => text)).toEqual(['code', 'spa', 'xyz', 'abc'])
})

test('lays out JSON without losing a character', () => {
  const value = { list: [1, -2.5e3, true, null], 'a "b"': { text: 'x: 1, {y}' } }
  const asked = answer('tab-a/app#2', TOKEN, json(200, value))
  const trace = recordTrace([
    { type: 'held', message: TOKEN },
    { type: 'deliver', gate: TOKEN.gate },
    { type: 'delivered', gate: TOKEN.gate },
    { type: 'held', message: asked },
    { type: 'deliver', gate: asked.gate },
    { type: 'delivered', gate: asked.gate },
  ])
  const lines = modelOf(trace, 1, 2)?.response?.body ?? []
  expect(lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).toBe(JSON.stringify(value, null, 2))
  const numbers = lines.flat().filter(({ kind }) => kind === 'number')
  expect(numbers.map(({ text }) => text)).toEqual(['1', '-2500', 'true', 'null'])
})

test('keeps the checks and the refusals of the step', () => {
  const check = { type: 'check', rule: 'pkce', clause: 'RFC 7636 §4.2', passed: true, message: 'Good.' } as const
  const trace = recordTrace([
    { type: 'held', message: AUTHORIZE },
    { type: 'deliver', gate: AUTHORIZE.gate },
    { type: 'delivered', gate: AUTHORIZE.gate },
    { type: 'note', actor: 'as', note: check, exchange: AUTHORIZE.exchange },
    { type: 'refused', actor: 'browser', what: 'Cookie “sid” was not sent', reason: 'It is cross-site.' },
  ])
  const model = modelOf(trace, 0, 1)
  expect(model?.checks.map((found) => found.check.rule)).toEqual(['pkce'])
  expect(model?.refusals).toEqual([{ what: 'Cookie “sid” was not sent', reason: 'It is cross-site.' }])
})
