import { expect, test } from 'vitest'
import { findOutcome, played } from '../../scenario-kit/played.fixture.ts'
import type { Trace } from '../../simulation/index.ts'
import { CAUSES } from './causes/index.ts'

const runs = CAUSES.flatMap(({ id, runs }) => runs.map((run) => ({ cause: id, ...run })))

/** What a trace says where something went wrong: failed checks, refusals, error answers. */
function troubleIn(trace: Trace): string {
  return trace
    .flatMap((event) => {
      if (event.type === 'note' && event.note.type === 'check') return event.note.passed ? [] : [event.note.message]
      if (event.type === 'refused') return [event.reason]
      const response = event.type === 'held' ? event.message.response : undefined
      if (response === undefined) return []
      const isRefusal = response.status >= 400 || response.headers.some(([, value]) => /[?#&]error=/.test(value))
      return isRefusal ? [response.body, ...response.headers.map(([, value]) => value)] : []
    })
    .join('\n')
}

test('each cause has an id of its own, symptoms as they are compared, and threads that can be linked', () => {
  expect(new Set(CAUSES.map(({ id }) => id)).size).toBe(CAUSES.length)
  for (const { id, codes, messages, evidence } of CAUSES) {
    expect([...codes, ...messages], id).not.toHaveLength(0)
    expect([...codes, ...messages].join().toLowerCase(), id).toBe([...codes, ...messages].join())
    for (const thread of evidence) expect(thread).toMatch(/^[\w.-]+\/[\w.-]+#\d+$/)
  }
})

test.each(runs)('$cause is reproduced by $scenario/$outcome', async ({ scenario: id, outcome: name, says }) => {
  const { scenario, outcome } = findOutcome(id, name)
  const { trace } = await played(scenario, outcome)
  expect(outcome.goal.reached(trace)).toBe(true)
  if (says !== undefined) expect(troubleIn(trace)).toContain(says)
})
