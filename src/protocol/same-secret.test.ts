import { expect, test } from 'vitest'
import { isSameSecret } from './same-secret.ts'

test.each([
  ['secret', 'secret', true],
  ['pässwört', 'pässwört', true],
  ['secret', 'Secret', false],
  ['secre', 'secret', false],
  ['secret!', 'secret', false],
  ['', 'secret', false],
  ['secret', '', false],
])('%j and %j are the same: %j', (given, expected, same) => {
  expect(isSameSecret(given, expected)).toBe(same)
})
