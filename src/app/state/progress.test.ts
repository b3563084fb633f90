/** Progress comes back from its file, and what is no such file is told apart or refused in words. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Progress } from './learning.ts'
import { mergedProgress, readProgressFile, writeProgressFile } from './progress.ts'

const PROGRESS: Progress = {
  reached: ['lifecycle/silent-refresh', 'attacks/replayed-code'],
  answered: { 'lifecycle/silent-refresh/expired-call': 'right', 'races/two-tabs/second-tab': 'wrong' },
}

/** A file of version 1 as it went out. Never change it: it stands for all that were saved. */
const FROZEN_FILE_1 = `{
  "format": "authlane-progress",
  "version": 1,
  "reached": ["lifecycle/silent-refresh", "attacks/replayed-code"],
  "answered": {
    "lifecycle/silent-refresh/expired-call": "right",
    "races/two-tabs/second-tab": "wrong"
  }
}
`

test('reads the frozen file of version 1, and what is written now', () => {
  expect(readProgressFile(FROZEN_FILE_1)).toEqual({ ok: true, progress: PROGRESS })
  expect(readProgressFile(writeProgressFile(PROGRESS))).toEqual({ ok: true, progress: PROGRESS })
})

test.each(['', '{"format": "authlane-progress"', '[]', '{"format":"authlane-session","version":1}'])(
  'is not taken for progress: %s',
  (text) => {
    expect(readProgressFile(text)).toBeUndefined()
  },
)

test.each([
  ['another version', { version: 2 }],
  ['no list', { reached: 'all' }],
  ['a verdict that there is not', { answered: { a: 'perfect' } }],
  ['a member more', { script: 'alert(1)' }],
  ['a list of answers', { answered: ['right'] }],
  ['a list without end', { reached: Array.from({ length: 1001 }, String) }],
])('%s is refused in words', (_what, changes) => {
  const read = readProgressFile(JSON.stringify({ ...JSON.parse(FROZEN_FILE_1), ...changes }))
  expect(read).toMatchObject({ ok: false, message: expect.stringMatching(/^.{20,400}\.$/s) })
})

/** No id is called one of these, with which a prototype could be reached: such a member is left out. */
const NO_IDS = ['__proto__', 'prototype', 'constructor']
const withoutPrototype = (name: string, value: unknown) => (NO_IDS.includes(name) ? undefined : value)

test.each(NO_IDS)('a member %s of the answers is left out', (name) => {
  const text = `{"format":"authlane-progress","version":1,"reached":[],"answered":{"${name}":"right","a":"wrong"}}`
  const read = readProgressFile(text)
  expect(read).toMatchObject({ ok: true, progress: { reached: [] } })
  expect(read?.ok && Object.entries(read.progress.answered)).toEqual([['a', 'wrong']])
})

test('whatever a file holds, it is taken as it is or refused in words', () => {
  const ids = fc.array(fc.string(), { maxLength: 3 })
  const verdicts = fc.dictionary(fc.string(), fc.constantFrom('right', 'wrong', 'perfect'), { maxKeys: 3 })
  const texts = (fitting: fc.Arbitrary<unknown>) =>
    fc.oneof(
      fitting.map((value) => JSON.stringify(value)),
      fc.json(),
    )
  fc.assert(
    fc.property(texts(ids), texts(verdicts), (reached, answered) => {
      const text = `{"format":"authlane-progress","version":1,"reached":${reached},"answered":${answered}}`
      const read = readProgressFile(text)
      if (read?.ok) expect(JSON.parse(writeProgressFile(read.progress))).toEqual(JSON.parse(text, withoutPrototype))
      else expect(read?.message).toMatch(/^“.+” in the file .{20,}\.$/s)
    }),
    { numRuns: 1000 },
  )
  expect('polluted' in {}).toBe(false)
})

test('two together have what either has, each lesson once, and the later answer', () => {
  const other: Progress = {
    reached: ['attacks/replayed-code', 'mfa/push'],
    answered: { 'races/two-tabs/second-tab': 'right' },
  }
  expect(mergedProgress(PROGRESS, other)).toEqual({
    reached: ['lifecycle/silent-refresh', 'attacks/replayed-code', 'mfa/push'],
    answered: { ...PROGRESS.answered, 'races/two-tabs/second-tab': 'right' },
  })
})
