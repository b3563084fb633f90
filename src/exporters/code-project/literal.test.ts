import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCall, writeString, writeValue } from './literal.ts'

/** What JavaScript makes of expressions, in a module of their own. */
async function evaluate(expressions: readonly string[]): Promise<readonly unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'authlane-literal-'))
  const file = join(folder, 'values.mjs')
  writeFileSync(file, `export default [\n${expressions.map((expression) => `(${expression}),\n`).join('')}]\n`)
  const module: { default: readonly unknown[] } = await import(/* @vite-ignore */ pathToFileURL(file).href)
  rmSync(folder, { recursive: true })
  return module.default
}

const HOSTILE =
  '\' " ` \x24{ } \\ \\\\ \n \r\n \t \0 \u2028 \u2029 \u202e \ufeff \ud800 \udfff 😀 */ // <!-- __proto__'.split(' ')

const text = fc.oneof(
  fc.array(fc.constantFrom(...HOSTILE, ' ', 'a'), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 30 }),
)

test('2,000 hostile texts come back as they were, each from one line without invisible characters', async () => {
  const texts = fc.sample(text, { numRuns: 2000, seed: 1 })
  const literals = texts.map(writeString)
  for (const literal of literals)
    expect(literal).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u)
  expect(await evaluate(literals)).toEqual(texts)
})

test('500 hostile values come back as they were', async () => {
  const values = fc.sample(fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }), { numRuns: 500, seed: 2 })
  expect(JSON.stringify(await evaluate(values.map((value) => writeValue(value))))).toBe(JSON.stringify(values))
})

test('a member __proto__ is a member', async () => {
  const [value] = await evaluate([writeValue(JSON.parse('{"__proto__": {"admin": true}}'))])
  expect(Object.keys(value ?? {})).toEqual(['__proto__'])
  expect((value as { admin?: boolean }).admin).toBeUndefined()
})

test('takes the quotes that need fewer escapes, and breaks a line where it is full', () => {
  expect(writeString(`it's`)).toBe(`"it's"`)
  expect(writeString(`"it's"`)).toBe(`'"it\\'s"'`)
  const long = 'x'.repeat(110)
  expect(writeValue({ url: long, location: long, 'a-b': ['1', '2'] })).toBe(
    `{\n  url: '${long}',\n  location:\n    '${long}',\n  'a-b': ['1', '2'],\n}`,
  )
  expect(writeCall('expect(a).toBe', long, 1)).toBe(`expect(a).toBe(\n    '${long}',\n  )`)
})
