/** Links: the same run comes back, old links stay readable, and nothing a link can contain does harm. */

import fc from 'fast-check'
import { deflateSync } from 'fflate'
import { expect, test } from 'vitest'
import { base64url, utf8 } from '../lib/encoding.ts'
import type { Choice } from '../simulation/types.ts'
import { decodeLink, encodeLink } from './index.ts'
import type { Shared } from './shape.ts'

/** A link as it went out with version 1. Never change it: it stands for all the links in the world. */
const FROZEN_LINK_1 =
  '1.Iz0LKhXll4AVKFmVFJWmglyIKFLiczLTUksyQWkTWLYBs2ZOJigygbFekAh0ErUyL-GsSbdsRY0KDlt9S7DWw7CkGBgtKFUEZnWEnizQqjZ4RYqjesNaX2Imb0LNA_tEWxT1JLdJyGkBYasR4d400DMltspEjhR8DVB3Vyztz4JMhB9QW54gSwpAZmnpa6G1KpHqTEOjWgA'

const FROZEN_RUN_1: Shared = {
  recipe: {
    scenario: 'authorization-code-pkce',
    settings: { rotation: true, access_token_lifetime: 300, client: 'spa' },
    seed: 'authlane',
    choices: [
      { type: 'deliver', gate: 'tab#1' },
      { type: 'act', action: 'sign-in' },
      { type: 'submit', window: 'tab', form: 'sign-in', fields: { username: 'ada', password: 'correct horse' } },
      { type: 'rewrite', gate: 'tab#2', parameter: 'redirect_uri', value: 'https://app.example/callback/' },
      { type: 'rewrite', gate: 'tab#2', parameter: 'state' },
      { type: 'drop', gate: 'tab#3' },
      { type: 'delay', gate: 'tab/app#1', seconds: 30 },
      { type: 'duplicate', gate: 'tab/app#1' },
      { type: 'follow', window: 'tab', href: '/?a=1' },
      { type: 'visit', window: 'tab', url: 'https://app.example/' },
      { type: 'browse', window: 'tab', command: 'back' },
      { type: 'advance', seconds: 0.5 },
      { type: 'advance', to: 'access_token' },
      {
        type: 'request',
        request: { method: 'GET', url: 'https://api.example/', headers: [['accept', '*/*']], body: '' },
      },
    ],
  },
  cursor: 12,
}

/** Packs anything as a version 1 link would be, without its dictionary. */
function pack(value: unknown): string {
  return packText(JSON.stringify(value))
}

function packText(text: string): string {
  return `1.${base64url(deflateSync(utf8(text)))}`
}

/** A valid packed run, with changes. */
function packed(changes: Readonly<Record<string, unknown>>): string {
  return pack({ scenario: 's', settings: {}, seed: '1', choices: [], cursor: 0, ...changes })
}

function problemOf(fragment: string) {
  const decoded = decodeLink(fragment)
  return decoded.ok ? undefined : decoded.problem
}

const name = fc.string({ minLength: 1, maxLength: 12, unit: 'binary' })
/** Keys that valibot leaves out of records; a test of its own has them. */
const key = name.filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text))
const text = fc.string({ maxLength: 20, unit: 'binary' })
const seconds = fc.oneof(
  fc.nat(1_000_000),
  fc.double({ min: 0, max: 1000, noNaN: true }).map((value) => value + 0),
)
const gate = fc.tuple(fc.constantFrom('tab#', 'tab/app#', 'api@tab/app#'), fc.nat(50)).map((parts) => parts.join(''))

const choice: fc.Arbitrary<Choice> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('deliver' as const), gate }) },
  fc.record({ type: fc.constant('drop' as const), gate }),
  fc.record({ type: fc.constant('delay' as const), gate, seconds }),
  fc.record({ type: fc.constant('duplicate' as const), gate }),
  fc.record({ type: fc.constant('rewrite' as const), gate, parameter: name, value: text }),
  fc.record({ type: fc.constant('rewrite' as const), gate, parameter: name }),
  fc.record({
    type: fc.constant('submit' as const),
    window: name,
    form: name,
    fields: fc.dictionary(key, text, { maxKeys: 4, noNullPrototype: true }),
  }),
  fc.record({ type: fc.constant('follow' as const), window: name, href: text }),
  fc.record({ type: fc.constant('visit' as const), window: name, url: text }),
  fc.record({
    type: fc.constant('browse' as const),
    window: name,
    command: fc.constantFrom('back' as const, 'forward' as const, 'reload' as const),
  }),
  fc.record({ type: fc.constant('act' as const), action: name }),
  fc.record({ type: fc.constant('advance' as const), seconds }),
  fc.record({ type: fc.constant('advance' as const), to: name }),
  fc.record({
    type: fc.constant('request' as const),
    request: fc.record({
      method: fc.constantFrom('GET', 'POST', 'delete'),
      url: text,
      headers: fc.array(fc.tuple(name, text), { maxLength: 3 }),
      body: text,
    }),
  }),
)

const shared: fc.Arbitrary<Shared> = fc
  .record({
    scenario: name,
    settings: fc.dictionary(key, fc.oneof(text, fc.integer(), fc.boolean()), { maxKeys: 3, noNullPrototype: true }),
    seed: text,
    choices: fc.array(choice, { maxLength: 12 }),
    cursor: fc.nat(12),
  })
  .map(({ cursor, ...recipe }) => ({ recipe, cursor: Math.min(cursor, recipe.choices.length) }))

test('reads the frozen link of version 1', () => {
  expect(decodeLink(FROZEN_LINK_1)).toEqual({ ok: true, shared: FROZEN_RUN_1 })
  expect(decodeLink(`#${FROZEN_LINK_1}`)).toEqual({ ok: true, shared: FROZEN_RUN_1 })
})

test('any of 10,000 runs comes back from its link', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(shared, (run) => {
      expect(decodeLink(encodeLink(run))).toEqual({ ok: true, shared: run })
    }),
    { numRuns: 10_000 },
  )
})

test('what comes back is frozen', () => {
  const decoded = decodeLink(FROZEN_LINK_1)
  expect(decoded.ok && Object.isFrozen(decoded.shared.recipe.choices[2])).toBe(true)
})

test('a link is short: a sign-in of twenty choices stays below 120 characters', () => {
  const delivered = Array.from({ length: 16 }, (_, index): Choice => ({ type: 'deliver', gate: `tab#${index + 1}` }))
  const choices: Choice[] = [
    ...delivered.slice(0, 2),
    { type: 'act', action: 'sign-in' },
    ...delivered.slice(2, 8),
    { type: 'submit', window: 'tab', form: 'sign-in', fields: { username: 'grace', password: 'tr0ub4dor' } },
    ...delivered.slice(8),
    { type: 'act', action: 'call-api' },
    { type: 'advance', to: 'access_token' },
  ]
  const recipe = { scenario: 'device-authorization', settings: {}, seed: 'authlane', choices }
  expect(encodeLink({ recipe, cursor: 5 }).length).toBeLessThan(120)
})

test('a link cut off anywhere is a problem, not a shorter run', () => {
  for (let length = 0; length < FROZEN_LINK_1.length; length++) {
    expect(problemOf(FROZEN_LINK_1.slice(0, length))?.code).toMatch(/^(damaged|not_a_link)$/)
  }
})

test('none of 10,000 changed links throws; each gives a run or a problem in words', { timeout: 120_000 }, () => {
  const character = fc.constantFrom(...'ABCabc012-_.#%é\0')
  fc.assert(
    fc.property(
      shared,
      fc.nat(),
      fc.nat(3),
      fc.string({ unit: character, maxLength: 4 }),
      (run, at, remove, insert) => {
        const link = encodeLink(run)
        const place = at % (link.length + 1)
        const decoded = decodeLink(link.slice(0, place) + insert + link.slice(place + remove))
        if (decoded.ok) expect(decoded.shared.cursor).toBeLessThanOrEqual(decoded.shared.recipe.choices.length)
        else expect(decoded.problem.message).toMatch(/^(The|This|There|“).+\.$/s)
      },
    ),
    { numRuns: 10_000 },
  )
})

test('any text at all gives a run or a problem', () => {
  const fragment = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.base64String().map((bytes) => `1.${bytes}`),
  )
  fc.assert(
    fc.property(fragment, (anything) => {
      expect(decodeLink(anything).ok).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('any JSON at all gives a run or a problem', () => {
  fc.assert(
    fc.property(fc.json(), fc.json(), (whole, choices) => {
      expect(problemOf(packText(whole))?.code).toBe('invalid')
      const inside = decodeLink(packed({ choices: JSON.parse(choices) }))
      expect(inside.ok || inside.problem.code).toSatisfy((code) => code === true || code === 'invalid')
    }),
    { numRuns: 1000 },
  )
})

test('says when a newer version made the link', () => {
  expect(problemOf('2.abc')).toMatchObject({
    code: 'unknown_version',
    message: expect.stringContaining('newer version'),
  })
  expect(problemOf('0.abc')).toMatchObject({
    code: 'unknown_version',
    message: expect.stringContaining('no link format 0'),
  })
})

test('says when it is no link of ours', () => {
  for (const fragment of ['', '#', '#section', 'javascript:alert(1)', '.abc', '1', '99999.abc']) {
    expect(problemOf(fragment)?.code).toBe('not_a_link')
  }
})

test('refuses a link that is too long before it looks inside', () => {
  expect(problemOf(`1.${'A'.repeat(100_000)}`)?.code).toBe('too_large')
})

test('refuses a zip bomb without unpacking it', () => {
  const bomb = packText(' '.repeat(60_000_000))
  expect(bomb.length).toBeLessThan(100_000)
  const before = process.memoryUsage().arrayBuffers
  expect(problemOf(bomb)?.code).toBe('too_large')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000)
})

test('members of Object.prototype do no harm', () => {
  const fields = '{"type":"submit","window":"w","form":"f","fields":{"__proto__":"x","constructor":"y","ok":"1"}}'
  const link = packText(`{"scenario":"s","settings":{"__proto__":"x"},"seed":"1","choices":[${fields}],"cursor":1}`)
  expect(decodeLink(link)).toMatchObject({ ok: true, shared: { recipe: { choices: [{ fields: { ok: '1' } }] } } })
  expect('polluted' in {}).toBe(false)
  const decoded = decodeLink(link)
  expect(decoded.ok && Object.getPrototypeOf(decoded.shared.recipe.settings)).toBe(Object.prototype)
  expect(
    problemOf(packText(`{"__proto__":{"scenario":"s","settings":{},"seed":"1","choices":[],"cursor":0}}`))?.code,
  ).toBe('invalid')
  expect(problemOf(packed({ choices: [{ type: 'constructor' }] }))?.code).toBe('invalid')
})

const WRONG: readonly [what: string, where: string, changes: Readonly<Record<string, unknown>>][] = [
  ['a missing scenario', 'scenario', { scenario: undefined }],
  ['a scenario of 101 characters', 'scenario', { scenario: 'x'.repeat(101) }],
  ['a setting that is no plain value', 'settings.a', { settings: { a: {} } }],
  ['a seed that is no text', 'seed', { seed: 1 }],
  ['an unknown choice', 'choices.0.type', { choices: [{ type: 'explode' }] }],
  ['a choice without its gate', 'choices.0.gate', { choices: [{ type: 'deliver' }] }],
  ['a choice with a member too many', 'choices.0.extra', { choices: [{ type: 'drop', gate: 'a', extra: 1 }] }],
  ['a clock that goes back', 'choices.0.seconds', { choices: [{ type: 'advance', seconds: -1 }] }],
  ['a delay of more than ten years', 'choices.0.seconds', { choices: [{ type: 'delay', gate: 'a', seconds: 4e8 }] }],
  [
    'a browser button that does not exist',
    'choices.0.command',
    { choices: [{ type: 'browse', window: 'w', command: 'x' }] },
  ],
  ['a gate of 201 characters', 'choices.0.gate', { choices: [{ type: 'drop', gate: 'x'.repeat(201) }] }],
  [
    'a field that is no text',
    'choices.0.fields.a',
    { choices: [{ type: 'submit', window: 'w', form: 'f', fields: { a: 1 } }] },
  ],
  ['2001 choices', 'choices', { choices: Array(2001).fill({ type: 'drop', gate: 'a' }) }],
  ['a cursor behind the last choice', 'The link', { cursor: 1 }],
  ['a cursor before the first choice', 'cursor', { cursor: -1 }],
  ['half a cursor', 'cursor', { cursor: 0.5 }],
  ['an unknown member', 'extra', { extra: 1 }],
]

test.each(WRONG)('refuses %s and says where', (_, where, changes) => {
  expect(problemOf(packed(changes))).toMatchObject({ code: 'invalid', message: expect.stringContaining(where) })
})
