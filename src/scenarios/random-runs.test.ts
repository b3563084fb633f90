import { expect, test } from 'vitest'
import { createRandom, type Run, readForms, readLinks, requestParameters } from '../simulation/index.ts'
import type { Choice, Session } from '../simulation/types.ts'
import pkce from './authorization-code-pkce/index.ts'
import { replaySession, startRun } from './run.ts'

const RUNS = 1000
const STEPS = 14

/** Everything a person could do at this moment, in an order that depends on the run alone. */
function possibleChoices(run: Run): Choice[] {
  const deliveries = run.held().map(({ gate }): Choice => ({ type: 'deliver', gate }))
  const faults = run.held().flatMap(({ gate, direction, request }): Choice[] => {
    const parameter = requestParameters(request).fields[0]?.[0]
    const onRequest: Choice[] = [{ type: 'duplicate', gate }]
    if (parameter !== undefined) onRequest.push({ type: 'rewrite', gate, parameter, value: 'changed' })
    return [{ type: 'drop', gate }, { type: 'delay', gate, seconds: 20 }, ...(direction === 'request' ? onRequest : [])]
  })
  const offers = run.trace.findLast((event) => event.type === 'offers')
  const acts = offers?.actions.map(({ id }): Choice => ({ type: 'act', action: id })) ?? []
  const moves = offers?.milestones.map(({ id }): Choice => ({ type: 'advance', to: id })) ?? []
  const view = run.trace.findLast((event) => event.type === 'window')?.view
  const html = view?.html ?? ''
  const forms = readForms(html).map(({ id }): Choice => {
    const fields = id === 'sign-in' ? { ...pkce.autofill } : { decision: 'approve' }
    return { type: 'submit', window: 'tab', form: id, fields }
  })
  const links = readLinks(html).map(({ href }): Choice => ({ type: 'follow', window: 'tab', href }))
  const history: Choice[] = [{ type: 'browse', window: 'tab', command: 'reload' }]
  if (view?.canGoBack) history.push({ type: 'browse', window: 'tab', command: 'back' })
  // What carries a flow on is more likely than what disturbs it, so that runs get far.
  const onward = [...deliveries, ...acts, ...forms]
  return [...onward, ...onward, ...onward, ...faults, ...links, ...moves, ...history]
}

test(`${RUNS} random runs of ${STEPS} choices replay byte-identically`, { timeout: 300_000 }, async () => {
  const kinds = new Set<string>()
  let longest = 0
  for (let number = 0; number < RUNS; number++) {
    const random = createRandom(`walk ${number}`)
    const opening: Session = { scenario: pkce.id, settings: {}, seed: `${number}`, choices: [] }
    const run = await startRun(pkce, opening)
    const choices: Choice[] = []
    for (let step = 0; step < STEPS; step++) {
      const possible = possibleChoices(run)
      const [high = 0, low = 0] = random(2, 'choice')
      const choice = possible[(high * 256 + low) % possible.length]
      if (choice === undefined) break
      await run.apply(choice)
      choices.push(choice)
      kinds.add(choice.type)
    }
    longest = Math.max(longest, run.trace.length)
    const again = await replaySession(pkce, { ...opening, choices })
    expect(JSON.stringify(again.trace), `walk ${number}: ${JSON.stringify(choices)}`).toBe(JSON.stringify(run.trace))
  }
  // The walks would prove little if they only ever did one thing.
  expect([...kinds].sort()).toEqual([
    'act',
    'advance',
    'browse',
    'delay',
    'deliver',
    'drop',
    'duplicate',
    'rewrite',
    'submit',
  ])
  expect(longest).toBeGreaterThan(60)
})
