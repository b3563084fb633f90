import { expect, test } from 'vitest'
import { isRecordingText, isRunText } from './sniff.ts'

test.each([
  'https://host.example/docs/r/logout/everywhere/#1.G82Co1lweGVBkmpR',
  '1.G82Co1lweGVBkmpR',
  'p1.G82Co1lweGVBkmpR',
  '{"format":"authlane-session","version":1}',
  'https://host.example/docs/#lab/mix-up',
  'https://host.example/docs/%23lab%2Fmix-up',
  ' #lab/mix-up/attack/code-stolen and so on',
  'lab/mix-up/defence/iss',
])('“%s” is opened', (text) => {
  expect(isRunText(text)).toBe(true)
  expect(isRecordingText(text)).toBe(false)
})

test.each([
  'lab/mix-up',
  'lab/results/attack/today failed with invalid_grant',
  'https://lab/mix-up/attack/code-stolen',
  'https://host.example/lab/mix-up/defence/iss 404',
  'error=invalid_grant#lab',
])('“%s” may be evidence of an error', (text) => {
  expect(isRunText(text)).toBe(false)
})

test('a recording is told by what it begins with', () => {
  expect(isRecordingText('\ufeff {"log": {"version": "1.2"}}')).toBe(true)
  expect(isRunText('{"log": {"version": "1.2"}}')).toBe(false)
})
