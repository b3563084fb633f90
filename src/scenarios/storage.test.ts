/** What actors hold, and what became of refresh tokens, over every solution of every scenario: nothing is left out or invented. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { familiesAt, type Generation } from '../projections/families/index.ts'
import { stateAt, tokensIn, windowsAt } from '../projections/index.ts'
import { type ActorStorage, storageAt } from '../projections/storage/index.ts'
import type { ServerSnapshot } from '../protocol/index.ts'
import type { Actor, Trace } from '../simulation/index.ts'
import type { Scenario, Solution } from './contract.ts'
import { DEFAULT_SEED, expandSolution, startRun } from './run.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const scenarios = await Promise.all(
  folders.map(async ({ name }): Promise<Scenario> => (await import(`./${name}/index.ts`)).default),
)
const cases = scenarios.flatMap((scenario) => scenario.solutions.map((solution) => ({ scenario, solution })))

interface Played {
  readonly trace: Trace
  readonly actors: readonly Actor[]
  /** By step, from 0. */
  readonly storage: readonly (readonly ActorStorage[])[]
}

const runs = new Map<Solution, Promise<Played>>()

function played(scenario: Scenario, solution: Solution): Promise<Played> {
  const known = runs.get(solution) ?? play(scenario, solution)
  runs.set(solution, known)
  return known
}

async function play(scenario: Scenario, solution: Solution): Promise<Played> {
  const { trace } = await expandSolution(scenario, solution)
  const settings = solution.settings ?? {}
  const { actors } = await startRun(scenario, { scenario: scenario.id, settings, seed: DEFAULT_SEED, choices: [] })
  const steps = Array.from({ length: (trace.at(-1)?.step ?? 0) + 1 }, (_, step) => step)
  return { trace, actors, storage: steps.map((step) => storageAt(trace, step, actors)) }
}

test.each(cases)(
  '$scenario.id / $solution.id: whoever’s state or address bar has a token in it is shown to hold it, and nobody else',
  async ({ scenario, solution }) => {
    const { trace, storage } = await played(scenario, solution)
    for (const [step, actors] of storage.entries()) {
      // A `token` parameter does not say of what kind it is; what nobody in the run issued has no number.
      const tokens = tokensIn(trace, step).filter(
        ({ kind, name }) => kind !== 'token' && !name.endsWith('from elsewhere'),
      )
      const told = Object.entries(stateAt(trace, step)).map(([actor, state]) => [actor, JSON.stringify(state)] as const)
      const addresses = windowsAt(trace, step).map(({ url }) => url)
      for (const { actor, places } of actors) {
        const isBrowser = places.some(({ kind }) => kind === 'address-bar')
        const texts = [...told.flatMap(([of, text]) => (of === actor ? [text] : [])), ...(isBrowser ? addresses : [])]
        const has = tokens.filter(({ token }) => texts.some((text) => text.includes(token)))
        const items = places.flatMap(({ kind, items }) => (kind === 'database' ? [] : items))
        const shown = new Set(items.map(({ name }) => name))
        expect([...shown].filter((name) => tokens.some((token) => token.name === name)).sort()).toEqual(
          has.map(({ name }) => name).sort(),
        )
      }
    }
  },
)

test.each(cases)(
  '$scenario.id / $solution.id: what is held since a step was there in every step since',
  async ({ scenario, solution }) => {
    const { storage } = await played(scenario, solution)
    const held = storage.map(heldIn)
    for (const [step, items] of held.entries()) {
      for (const [item, since] of items) {
        expect(since, item).toBeLessThanOrEqual(step)
        // What is new in a step may have taken the place of what was there under the same name: a cookie with a new value.
        if (since < step) expect(held[step - 1]?.get(item), item).toBe(since)
        else expect(held[step - 1]?.get(item), item).not.toBe(step)
      }
    }
  },
)

test.each(scenarios)('$id: every advice is about something that some run stores', async (scenario) => {
  const stored = new Set<string>()
  for (const solution of scenario.solutions) {
    const { storage } = await played(scenario, solution)
    for (const { artifact } of storage.flat().flatMap(({ places }) => places.flatMap(({ items }) => items))) {
      stored.add(artifact)
    }
  }
  expect(scenario.storage?.filter(({ artifact }) => !stored.has(artifact)) ?? []).toEqual([])
})

test('every scenario whose client keeps a token, a secret or a session says where they belong', async () => {
  const silent: string[] = []
  for (const scenario of scenarios) {
    const { storage } = await played(scenario, scenario.solutions[0])
    const client = storage.flat().filter(({ actor }) => actor === scenario.client)
    if (client.some(({ places }) => places.length > 0) && scenario.storage === undefined) silent.push(scenario.id)
  }
  expect(silent).toEqual([])
})

test.each(cases)(
  '$scenario.id / $solution.id: families have every refresh token of the server in its generation, and say who revoked which',
  async ({ scenario, solution }) => {
    const { trace, actors, storage } = await played(scenario, solution)
    const end = storage.length - 1
    const servers = Object.values(stateAt(trace, end)) as unknown as readonly Partial<ServerSnapshot>[]
    const records = servers.flatMap(({ grants = [] }) => grants.flatMap(({ refresh_tokens }) => refresh_tokens))
    const shown = familiesAt(trace, end, actors).flatMap(({ first }) => lineOf(first))
    expect(shown.map(({ token, number }) => `${token.id} ${number}`).sort()).toEqual(
      records.map(({ id, generation }) => `${id} ${generation}`).sort(),
    )
    for (const { token, revocation } of shown) {
      const isRevoked = records.find(({ id }) => id === token.id)?.status === 'revoked'
      expect(revocation !== undefined, token.name).toBe(isRevoked)
      if (revocation !== undefined) expect(actors.map(({ id }) => id)).toContain(revocation.by.actor)
    }
  },
)

function lineOf(first: Generation): readonly Generation[] {
  return [first, ...(first.next === undefined ? [] : lineOf(first.next))]
}

/** What is held at a step: each item by its actor, place, name and, where names are shared, path; and since when. */
function heldIn(storage: readonly ActorStorage[]): ReadonlyMap<string, number> {
  return new Map(
    storage.flatMap(({ places }) =>
      places.flatMap(({ key, items }) => items.map(({ name, since }) => [`${key}: ${name}`, since] as const)),
    ),
  )
}
