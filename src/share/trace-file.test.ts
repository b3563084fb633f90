import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TraceEvent } from '../simulation/types.ts'
import { firstDifference, readTraceFile } from './index.ts'

const RECIPE = {
  scenario: 'authorization-code-pkce',
  settings: { rotation: true },
  seed: 'authlane',
  choices: [{ type: 'deliver', gate: 'tab#1' }],
}

const EVENTS: readonly TraceEvent[] = [
  { step: 0, time: 1000, type: 'delivered', gate: 'tab#1' },
  { step: 1, time: 1000, type: 'clock', seconds: 60 },
]

const RECORDED = EVENTS.map((event) => JSON.stringify(event))

/** A file of version 1 as it went out. Never change it: it stands for all that were saved. */
const FROZEN_FILE_1 = `{
"format": "authlane-trace",
"version": 1,
"notice": "Every token, code and secret here is a fixture of a simulation, signed with public test keys.",
"session": {"scenario":"authorization-code-pkce","settings":{"rotation":true},"seed":"authlane","choices":[{"type":"deliver","gate":"tab#1"}]},
"step": 1,
"trace": [
{"step":0,"time":1000,"type":"delivered","gate":"tab#1"},
{"step":1,"time":1000,"type":"clock","seconds":60}
]
}
`

function file(changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...JSON.parse(FROZEN_FILE_1), ...changes })
}

function problemOf(text: string) {
  const read = readTraceFile(text)
  return read.ok ? undefined : read.problem
}

test('reads the frozen file of version 1', () => {
  expect(readTraceFile(FROZEN_FILE_1)).toEqual({
    ok: true,
    shared: { recipe: RECIPE, cursor: 1, recorded: RECORDED },
  })
})

test.each([
  ['nothing', '', 'not_a_trace'],
  ['no JSON', '{"format": "authlane-trace"', 'not_a_trace'],
  ['a HAR', '{"log":{"version":"1.2"}}', 'not_a_trace'],
  ['a list', '[]', 'not_a_trace'],
  ['a newer version', file({ version: 2 }), 'unknown_version'],
  ['no version that ever was', file({ version: 0 }), 'invalid'],
  ['no session', file({ session: null }), 'invalid'],
  ['a choice that there is not', file({ session: { ...RECIPE, choices: [{ type: 'explode' }] } }), 'invalid'],
  ['a step behind the last', file({ step: 2 }), 'invalid'],
  ['a member more in the session', file({ session: { ...RECIPE, cursor: 0, extra: 1 } }), 'invalid'],
  ['an event without a time', file({ trace: [{ type: 'clock', step: 1 }] }), 'invalid'],
  ['a member more', file({ script: 'alert(1)' }), 'invalid'],
])('%s is a problem in words', (_, text, code) => {
  const problem = problemOf(text)
  expect(problem?.code).toBe(code)
  expect(problem?.message).toMatch(/^.{20,400}\.$/s)
})

test('a file that is too large is not even parsed', () => {
  expect(problemOf(' '.repeat(20_000_001))?.code).toBe('too_large')
})

test('whatever a file says, nothing throws and no prototype is changed', () => {
  const json = fc.json({ maxDepth: 4 })
  fc.assert(
    fc.property(json, json, json, (session, step, trace) => {
      const text = `{"format":"authlane-trace","version":1,"notice":"","session":${session},"step":${step},"trace":${trace}}`
      expect(readTraceFile(text).ok).toBe(false)
    }),
    { numRuns: 2000 },
  )
  const polluted = FROZEN_FILE_1.replace('"rotation"', '"__proto__":{"polluted":1},"rotation"')
  readTraceFile(polluted)
  expect('polluted' in {}).toBe(false)
})

test('an event that is nested beyond the stack is a problem in words', () => {
  const event = `{"type":"clock","step":0,"time":0,"seconds":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
  expect(problemOf(FROZEN_FILE_1.replace('"trace": [', `"trace": [${event},`))?.code).toBe('too_large')
})

test('says at which step a recorded run and its replay part', () => {
  const changed = [...RECORDED.slice(0, 1), JSON.stringify({ ...EVENTS[1], seconds: 61 })]
  expect(firstDifference({ recorded: RECORDED }, EVENTS)).toBeUndefined()
  expect(firstDifference({ recorded: changed }, EVENTS)).toBe(1)
  expect(firstDifference({ recorded: RECORDED.slice(0, 1) }, EVENTS)).toBe(1)
  expect(firstDifference({ recorded: [...RECORDED, '{}'] }, EVENTS)).toBe(1)
  expect(firstDifference({ recorded: ['{}'] }, [])).toBe(0)
})
