/** A run comes back from every form in which a person can have it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Recipe } from '../simulation/types.ts'
import { encodeLink, readSavedRun, writeRecipeFile } from './index.ts'

const RECIPE: Recipe = {
  scenario: 'authorization-code-pkce',
  settings: { rotation: false },
  seed: 'a',
  choices: [
    { type: 'act', action: 'sign-in' },
    { type: 'deliver', gate: 'tab#1' },
  ],
}
const SHARED = { recipe: RECIPE, cursor: 1 }

test('a recipe comes back from its file', () => {
  expect(readSavedRun(writeRecipeFile(SHARED))).toEqual({ ok: true, shared: SHARED })
})

test('a run comes back from a link, whole or in part, with spaces around it', () => {
  const fragment = encodeLink(SHARED)
  for (const text of [fragment, `#${fragment}`, ` https://playground.example/some/path/?embed=1#${fragment}\n`]) {
    expect(readSavedRun(text)).toEqual({ ok: true, shared: SHARED })
  }
})

test.each([
  ['a member that is unknown', (file: string) => file.replace('"step"', '"other": 1, "step"'), 'invalid'],
  ['a cursor behind the end', (file: string) => file.replace('"step": 1', '"step": 3'), 'invalid'],
  ['a choice that is none', (file: string) => file.replace('"deliver"', '"explode"'), 'invalid'],
  ['a newer version', (file: string) => file.replace('"version": 1', '"version": 2'), 'unknown_version'],
  ['another format', (file: string) => file.replace('authlane-session', 'else'), 'not_a_trace'],
  ['half a file', (file: string) => file.slice(0, 40), 'not_a_trace'],
])('a file with %s is refused and says why', (_what, change, code) => {
  const read = readSavedRun(change(writeRecipeFile(SHARED)))
  expect(read).toMatchObject({ ok: false, problem: { code } })
})

test('no text does harm', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((json) => `{"format":"authlane-session",${json}`),
      ),
      (text) => {
        const read = readSavedRun(text)
        expect(read.ok || read.problem.message.length > 0).toBe(true)
      },
    ),
    { numRuns: 2000 },
  )
})
