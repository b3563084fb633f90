import { expect, test } from 'vitest'
import { AUTHORIZE, NOON_MS, recordTrace, SIGN_IN, TOKEN, TOKENS } from './example-trace.ts'
import { exchangeAt } from './exchange.ts'

test('follows an exchange from sent to served to answered', () => {
  expect(exchangeAt(SIGN_IN, TOKEN.exchange, 2)).toBeUndefined()
  expect(exchangeAt(SIGN_IN, TOKEN.exchange, 3)).toMatchObject({
    from: 'app',
    to: 'as',
    requestFate: 'waiting',
    sentAt: NOON_MS,
  })
  const served = exchangeAt(SIGN_IN, TOKEN.exchange, 4)
  expect(served).toMatchObject({ requestFate: 'delivered', servedAt: NOON_MS, responseFate: 'waiting' })
  expect(served).not.toHaveProperty('response')
  expect(exchangeAt(SIGN_IN, TOKEN.exchange, 5)).toMatchObject({ responseFate: 'delivered', response: TOKENS.response })
})

test('has the notes of the server that served it, and no others', () => {
  const note = { type: 'check', rule: 'pkce', clause: 'RFC 7636 §4.6', passed: true, message: 'ok' } as const
  const trace = recordTrace([
    { type: 'held', message: TOKEN },
    { type: 'deliver', gate: TOKEN.gate },
    { type: 'delivered', gate: TOKEN.gate },
    { type: 'note', actor: 'as', note, exchange: TOKEN.exchange },
    { type: 'note', actor: 'as', note, exchange: 'another#1' },
    { type: 'note', actor: 'app', note },
  ])
  expect(exchangeAt(trace, TOKEN.exchange, 1)?.notes).toEqual([{ actor: 'as', step: 1, note }])
})

test('shows the request as it was rewritten', () => {
  const changed = { ...AUTHORIZE, request: { ...AUTHORIZE.request, url: 'https://auth.example/authorize' } }
  const trace = recordTrace([
    { type: 'held', message: AUTHORIZE },
    { type: 'rewrite', gate: AUTHORIZE.gate, parameter: 'state' },
    { type: 'rewritten', message: changed, parameter: 'state', before: 'xyz', after: null },
  ])
  expect(exchangeAt(trace, AUTHORIZE.exchange, 0)?.request).toEqual(AUTHORIZE.request)
  expect(exchangeAt(trace, AUTHORIZE.exchange, 1)?.request).toEqual(changed.request)
})

test('keeps a lost response to itself', () => {
  const trace = recordTrace([
    { type: 'held', message: TOKEN },
    { type: 'delivered', gate: TOKEN.gate },
    { type: 'held', message: TOKENS },
    { type: 'drop', gate: TOKENS.gate },
    { type: 'dropped', gate: TOKENS.gate },
  ])
  const view = exchangeAt(trace, TOKEN.exchange, 1)
  expect(view?.responseFate).toBe('lost')
  expect(view).not.toHaveProperty('response')
})

test('shows a response that nobody waited for', () => {
  const trace = recordTrace([
    { type: 'held', message: TOKEN },
    { type: 'held', message: TOKENS },
    { type: 'deliver', gate: TOKENS.gate },
    { type: 'delivered', gate: TOKENS.gate },
    { type: 'discarded', gate: TOKENS.gate, reason: 'The page that asked is gone.' },
  ])
  expect(exchangeAt(trace, TOKEN.exchange, 1)).toMatchObject({ responseFate: 'discarded', response: TOKENS.response })
})
