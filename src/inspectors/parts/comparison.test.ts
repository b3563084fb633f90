import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareCharacters } from './comparison.ts'

test('finds a missing slash at the end', () => {
  expect(compareCharacters('https://app.example/callback', 'https://app.example/callback/')).toEqual({
    sent: [{ text: 'https://app.example/callback', isDifferent: false }],
    expected: [
      { text: 'https://app.example/callback', isDifferent: false },
      { text: '/', isDifferent: true },
    ],
    firstDifference: 29,
  })
})

test('says that equal texts are equal', () => {
  const { sent, firstDifference } = compareCharacters('same', 'same')
  expect(sent).toEqual([{ text: 'same', isDifferent: false }])
  expect(firstDifference).toBeUndefined()
})

test('compares long texts as a whole', () => {
  const { sent, expected } = compareCharacters('a'.repeat(400), 'b'.repeat(400))
  expect(sent).toEqual([{ text: 'a'.repeat(400), isDifferent: true }])
  expect(expected).toHaveLength(1)
})

test('compares what has little in common as a whole, such as two hashes', () => {
  expect(compareCharacters('3oFPOZLzVhQyLCAlRoYRZ', '232ZH6eS3sh6RuDTtjSsu')).toEqual({
    sent: [{ text: '3oFPOZLzVhQyLCAlRoYRZ', isDifferent: true }],
    expected: [{ text: '232ZH6eS3sh6RuDTtjSsu', isDifferent: true }],
    firstDifference: undefined,
  })
})

test('loses no character of either text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const { sent, expected } = compareCharacters(one, other)
      expect(sent.map(({ text }) => text).join('')).toBe(one)
      expect(expected.map(({ text }) => text).join('')).toBe(other)
    }),
  )
})
