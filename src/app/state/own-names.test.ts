import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NAME_PRESETS } from '../../scenario-kit/name-presets.ts'
import { readOwnNames, titleProblem, withPreset } from './own-names.ts'

const ours = { title: 'Our login', values: { name_auth: 'Login', token_endpoint: '/oauth/token' } }

test('presets come back as they were kept', () => {
  const kept = [ours, { title: 'Another', values: {} }]
  expect(readOwnNames(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
})

test.each([
  ['nothing', undefined],
  ['no list', { title: 'x' }],
  ['a preset without a name', [{ title: ' ', values: {} }]],
  ['a value that is no text', [{ title: 'x', values: { name_auth: {} } }]],
  ['values in a list', [{ title: 'x', values: ['Login'] }]],
  ['a value that is too long', [{ title: 'x', values: { name_auth: 'x'.repeat(201) } }]],
  ['no presets', [null, 1, 'x', []]],
])('leaves out %s', (_, kept) => {
  expect(readOwnNames(kept)).toEqual([])
})

test('keeps one that is called as a preset that came later', () => {
  const kept = [{ title: 'Keycloak', values: { name_auth: 'Login' } }]
  expect(readOwnNames(kept)).toEqual(kept)
})

test('whatever was kept, at most thirty presets with names of their own come back, and nothing throws', () => {
  const some = fc.record({
    title: fc.string(),
    values: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.anything())),
  })
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.array(fc.oneof(some, fc.anything()), { maxLength: 50 })), (kept) => {
      const read = readOwnNames(kept)
      expect(read.length).toBeLessThanOrEqual(30)
      expect(new Set(read.map(({ title }) => title)).size).toBe(read.length)
    }),
    { numRuns: 1000 },
  )
  expect(({} as Record<string, unknown>).name_auth).toBeUndefined()
})

test('a preset takes the place of the one that had its name', () => {
  const newer = { title: 'Our login', values: { name_auth: 'SSO' } }
  expect(titleProblem('Our login', [ours])).toBeUndefined()
  expect(withPreset([ours], newer)).toEqual([newer])
})

test.each([
  ['', 'Give it a name.'],
  ['x'.repeat(41), 'at most 40 characters'],
  [' Okta ', 'exists already'],
])('“%s” is no name for a preset, in a sentence', (title, problem) => {
  expect(titleProblem(title, [], NAME_PRESETS)).toContain(problem)
})
