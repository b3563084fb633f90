import { expect, test } from 'vitest'
import { AUTHORIZE, CODE, NOON_MS, recordTrace, request, SIGN_IN, TOKEN, TOKENS } from './example-trace.fixture.ts'
import { carriedExchanges, exchangeAt, exchangesIn } from './exchanges.ts'

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

test('lists every exchange in the order sent, with the numbers of its arrows', () => {
  expect(exchangesIn(SIGN_IN).map(({ id, requestStep, responseStep }) => ({ id, requestStep, responseStep }))).toEqual([
    { id: AUTHORIZE.exchange, requestStep: 2, responseStep: 3 },
    { id: TOKEN.exchange, requestStep: 4, responseStep: 5 },
  ])
})

test('lists what was carried in the order of arrival, and leaves out what still waits', () => {
  const third = request('tab-b#1', 'browser', 'as', 'GET https://auth.example/login')
  const trace = recordTrace([
    ...[AUTHORIZE, TOKEN, third].map((message) => ({ type: 'held', message }) as const),
    { type: 'deliver', gate: TOKEN.gate },
    { type: 'delivered', gate: TOKEN.gate },
    { type: 'drop', gate: AUTHORIZE.gate },
    { type: 'dropped', gate: AUTHORIZE.gate },
  ])
  expect(carriedExchanges(trace).map(({ id, requestFate }) => [id, requestFate])).toEqual([
    [TOKEN.exchange, 'delivered'],
    [AUTHORIZE.exchange, 'lost'],
  ])
})

test('knows which redirect led to a request, a fragment aside (RFC 9110 §10.2.2)', () => {
  const fragment = { ...CODE, response: { status: 303, headers: [['location', '/next#top']], body: '' } } as const
  const hop = request('tab-a#3', 'browser', 'as', 'GET https://auth.example/next')
  const other = request('tab-b#1', 'browser', 'as', 'GET https://auth.example/next')
  const again = request('tab-a#4', 'browser', 'as', 'GET https://auth.example/next')
  const trace = recordTrace([
    { type: 'held', message: AUTHORIZE },
    { type: 'held', message: fragment },
    { type: 'delivered', gate: fragment.gate },
    ...[other, hop, again].map((message) => ({ type: 'held', message }) as const),
  ])
  expect(exchangesIn(trace).map(({ redirectedFrom }) => redirectedFrom)).toEqual([
    undefined,
    undefined,
    AUTHORIZE.exchange,
    undefined,
  ])
})
