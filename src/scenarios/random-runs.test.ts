import { expect, test } from 'vitest'
import type { Scenario } from '../scenario-kit/contract.ts'
import { scenarios } from '../scenario-kit/played.fixture.ts'
import { replayRecipe, startRun } from '../scenario-kit/run.ts'
import { createRandom, type Run, readForms, readLinks, requestParameters } from '../simulation/index.ts'
import type { Choice, Recipe, WindowView } from '../simulation/types.ts'

const STEPS = 14

/** Walks of the scenario that every part of the simulation takes part in, and of each of the others. */
const MANY_WALKS = 1000
const WALKS = 25

/** What a person could do in a window. */
function choicesInWindow({ id: window, html, canGoBack }: WindowView, { autofill }: Scenario): Choice[] {
  const forms = readForms(html).flatMap((form): Choice[] => {
    const names = form.fields.map(({ name }) => name)
    const filled = Object.entries(autofill).filter(([name]) => names.includes(name))
    const buttons = form.buttons.length === 0 ? [{ name: '', value: '' }] : form.buttons
    return buttons.map(({ name, value }) => ({
      type: 'submit',
      window,
      form: form.id,
      fields: Object.fromEntries(name === '' ? filled : [...filled, [name, value]]),
    }))
  })
  const links = readLinks(html).map(({ href }): Choice => ({ type: 'follow', window, href }))
  const history: Choice[] = [{ type: 'browse', window, command: 'reload' }]
  if (canGoBack) history.push({ type: 'browse', window, command: 'back' })
  return [...forms, ...forms, ...forms, ...links, ...history]
}

/** Everything a person could do at this moment, in an order that depends on the run alone. What carries a flow on comes more often. */
function possibleChoices(run: Run, scenario: Scenario): Choice[] {
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
  moves.push({ type: 'advance', seconds: 30 })
  const views = new Map(run.trace.flatMap((event) => (event.type === 'window' ? [[event.view.id, event.view]] : [])))
  const inWindows = [...views.values()].flatMap((view) => choicesInWindow(view, scenario))
  const onward = [...deliveries, ...acts]
  return [...onward, ...onward, ...onward, ...faults, ...inWindows, ...moves]
}

/** Takes one walk, replays it, and returns the kinds of choices that it made. */
async function walk(scenario: Scenario, number: number): Promise<readonly Choice['type'][]> {
  const random = createRandom(`walk ${number}`)
  const opening: Recipe = { scenario: scenario.id, settings: {}, seed: `${number}`, choices: [] }
  const run = await startRun(scenario, opening)
  const choices: Choice[] = []
  for (let step = 0; step < STEPS; step++) {
    const possible = possibleChoices(run, scenario)
    const [high = 0, low = 0] = random(2, 'choice')
    const choice = possible[(high * 256 + low) % possible.length]
    if (choice === undefined) break
    await run.apply(choice)
    choices.push(choice)
  }
  const again = await replayRecipe(scenario, { ...opening, choices })
  expect(JSON.stringify(again.trace), `walk ${number}: ${JSON.stringify(choices)}`).toBe(JSON.stringify(run.trace))
  return choices.map(({ type }) => type)
}

test.each(scenarios)('$id: random runs replay byte-identically', { timeout: 300_000 }, async (scenario) => {
  const isModel = scenario.id === 'authorization-code-pkce'
  const kinds = new Set<string>()
  for (let number = 0; number < (isModel ? MANY_WALKS : WALKS); number++) {
    for (const kind of await walk(scenario, number)) kinds.add(kind)
  }
  // The walks would prove little if they only ever did one thing.
  expect(kinds.size).toBeGreaterThanOrEqual(4)
  if (isModel) {
    const all = ['act', 'advance', 'browse', 'delay', 'deliver', 'drop', 'duplicate', 'rewrite', 'submit']
    expect([...kinds].sort()).toEqual(all)
  }
})
