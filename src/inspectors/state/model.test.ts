import { expect, test } from 'vitest'
import { recordTrace } from '../../projections/example-trace.fixture.ts'
import { played } from '../../scenario-kit/played.fixture.ts'
import scenario from '../../scenarios/authorization-code-pkce/index.ts'
import { compareStates } from './changes.ts'
import { cookieFacts, stateModel } from './model.ts'
import { readBrowser, readMemory, readServer } from './readers.ts'

test('marks what is new and what changed, up to the root', () => {
  const changes = compareStates(
    { list: [{ id: 1, status: 'active' }] },
    { list: [{ id: 1, status: 'used' }, { id: 2 }] },
  )
  expect([...changes]).toEqual([
    ['/list/0/status', 'changed'],
    ['/list/0', 'changed'],
    ['/list/1', 'new'],
    ['/list', 'changed'],
    ['', 'changed'],
  ])
})

test('marks nothing in an equal state', () => {
  expect(compareStates({ a: [1, { b: null }] }, { a: [1, { b: null }] }).size).toBe(0)
})

test('marks what lost a member', () => {
  expect([...compareStates({ a: { b: 1 } }, { a: {} })]).toEqual([
    ['/a', 'changed'],
    ['', 'changed'],
  ])
})

test('escapes names in places (RFC 6901 §3)', () => {
  expect([...compareStates({}, { 'a/b~c': 1 }).keys()]).toContain('/a~1b~0c')
})

test('puts the actor first whose state the step changed', () => {
  const trace = recordTrace([
    { type: 'state', actor: 'app', state: { memory: {} } },
    { type: 'state', actor: 'as', state: { codes: 0 } },
    { type: 'act', action: 'sign-in' },
    { type: 'state', actor: 'as', state: { codes: 1 } },
  ])
  const { actors } = stateModel(trace, 1)
  expect(actors.map(({ actor }) => actor)).toEqual(['as', 'app'])
  expect(actors[0]?.changes.get('/codes')).toBe('changed')
  expect(stateModel(trace, 0).actors.flatMap(({ changes }) => [...changes])).toEqual([])
})

test('keeps what browsers refused up to the step, newest first', () => {
  const trace = recordTrace([
    { type: 'act', action: 'one' },
    { type: 'refused', actor: 'browser', what: 'first', reason: 'a' },
    { type: 'act', action: 'two' },
    { type: 'refused', actor: 'browser', what: 'second', reason: 'b' },
  ])
  expect(stateModel(trace, 2).refusals.map(({ what }) => what)).toEqual(['second', 'first'])
  expect(stateModel(trace, 1).refusals.map(({ what }) => what)).toEqual(['first'])
})

test('says who can read a cookie (RFC 6265bis §5.6.6, §5.6.7)', () => {
  const facts = cookieFacts({ httpOnly: false, secure: true, sameSite: 'None' })
  expect(facts[0]).toContain('Every script')
  expect(facts[2]).toContain('other sites make')
})

test('recognises the states of a real run by their shape', async () => {
  const { trace } = await played(scenario, scenario.outcomes[0])
  const { actors } = stateModel(trace, trace.at(-1)?.step ?? 0)
  const find = <State>(read: (state: (typeof actors)[number]['state']) => State | undefined) =>
    actors.flatMap(({ state }) => read(state) ?? [])
  expect(find(readServer)[0]?.grants[0]?.refresh_tokens[0]).toMatchObject({ generation: 1, status: 'active' })
  expect(find(readBrowser)[0]?.cookies.map(({ httpOnly }) => httpOnly)).toContain(true)
  expect(find(readMemory)[0]).toMatchObject({ member: 'memory', items: { token_type: 'Bearer' } })
})
