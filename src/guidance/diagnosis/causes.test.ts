import { expect, test } from 'vitest'
import { findOutcome, played } from '../../scenario-kit/played.fixture.ts'
import { playOutcome } from '../../scenario-kit/run.ts'
import type { Trace } from '../../simulation/index.ts'
import { CAUSES } from './causes/index.ts'
import { diagnose, takenSettings } from './index.ts'

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

test('at most five causes lie outside of the protocol; each says why, and has no run', () => {
  const outside = CAUSES.filter((cause) => cause.outside !== undefined)
  expect(outside.length).toBeLessThanOrEqual(5)
  for (const { id, runs: shown, outside: why } of outside) {
    expect(why, id).toMatch(/^[A-Z].{40,160}\.$/)
    expect(shown, id).toEqual([])
  }
})

test('every cause has a run that exists, or says why it lies outside of the protocol', () => {
  const unshown = CAUSES.filter(({ runs: shown, outside }) => shown.length === 0 && outside === undefined)
  expect(unshown.map(({ id }) => id)).toEqual([])
  for (const { scenario, outcome } of runs) expect(() => findOutcome(scenario, outcome)).not.toThrow()
})

test.each(runs)('$cause is reproduced by $scenario/$outcome', async ({ scenario: id, outcome: name, says }) => {
  const { scenario, outcome } = findOutcome(id, name)
  const { trace } = await played(scenario, outcome)
  expect(outcome.goal.reached(trace)).toBe(true)
  if (says !== undefined) expect(troubleIn(trace)).toContain(says)
})

test.each(runs.filter(({ takes }) => takes !== undefined))(
  '$scenario/$outcome ends as it does with a value of the paste',
  async ({ scenario: id, outcome: name, takes, says }) => {
    const { scenario, outcome } = findOutcome(id, name)
    const taken = Object.fromEntries(
      Object.keys(takes ?? {}).map((setting) => [setting, 'http://shop.example:3000/back']),
    )
    const { trace } = await playOutcome(scenario, { ...outcome, settings: { ...outcome.settings, ...taken } })
    expect(outcome.goal.reached(trace)).toBe(true)
    expect(troubleIn(trace)).toContain(says)
  },
)

test('a run takes the value that stands in the paste under its name, or that the message found', () => {
  const run = { scenario: '', outcome: '', takes: { redirect_uri: 'redirect_uri' } }
  const taken = (text: string) => takenSettings(run, diagnose(text, CAUSES, 0))
  const uri = 'http://localhost:3000/cb'
  expect(taken(`https://idp.example/authorize?client_id=a&redirect_uri=${encodeURIComponent(uri)}`)).toEqual({
    redirect_uri: uri,
  })
  expect(
    taken(
      `AADSTS50011: The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application 'a'.`,
    ),
  ).toEqual({ redirect_uri: uri })
  expect(taken('redirect_uri_mismatch')).toEqual({})
  expect(taken(`error=redirect_uri_mismatch&redirect_uri=https://a.example/${'x'.repeat(200)}`)).toEqual({})
})
