import { expect, test } from 'vitest'
import { parseJson, parseJsonObject } from './json.ts'

test.each(['', '{', 'undefined', "{'a': 1}", '[1,]'])('%j is no JSON', (text) => {
  expect(parseJson(text)).toBeUndefined()
})

test.each(['null', '[]', '1', '"{}"', 'true'])('%s is JSON, but no object', (text) => {
  expect(parseJson(text)).toEqual(JSON.parse(text))
  expect(parseJsonObject(text)).toBeUndefined()
})

test('an object is read with whatever its members are called', () => {
  expect(Object.entries(parseJsonObject('{"__proto__":{"a":1}}') ?? {})).toEqual([['__proto__', { a: 1 }]])
})
