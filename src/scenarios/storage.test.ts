/** What actors hold, and what became of refresh tokens, over every outcome of every scenario: nothing is left out or invented. */
import { expect, test } from 'vitest'
import { familiesAt, type Generation } from '../projections/families/index.ts'
import { stateAt, tokensIn, windowsAt } from '../projections/index.ts'
import { type ActorStorage, storageAt } from '../projections/storage/index.ts'
import type { ServerSnapshot } from '../protocol/index.ts'
import { cases, type Played, played, scenarios } from '../scenario-kit/played.fixture.ts'
import type { Trace } from '../simulation/index.ts'

const storages = new Map<Trace, readonly (readonly ActorStorage[])[]>()

/** What everybody holds, by step from 0. */
function storageIn({ trace, actors }: Played): readonly (readonly ActorStorage[])[] {
  const steps = Array.from({ length: (trace.at(-1)?.step ?? 0) + 1 }, (_, step) => step)
  const storage = storages.get(trace) ?? steps.map((step) => storageAt(trace, step, actors))
  storages.set(trace, storage)
  return storage
}

test.each(cases)(
  '$scenario.id / $outcome.id: whoever’s state or address bar has a token in it is shown to hold it, and nobody else',
  async ({ scenario, outcome }) => {
    const run = await played(scenario, outcome)
    const { trace } = run
    for (const [step, actors] of storageIn(run).entries()) {
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
  '$scenario.id / $outcome.id: what is held since a step was there in every step since',
  async ({ scenario, outcome }) => {
    const held = storageIn(await played(scenario, outcome)).map(heldIn)
    for (const [step, items] of held.entries()) {
      for (const [item, sinces] of items) {
        const before = held[step - 1]?.get(item) ?? []
        for (const since of sinces) {
          expect(since, item).toBeLessThanOrEqual(step)
          // What is new in a step may have taken the place of what was there under the same name: a cookie with a new value.
          if (since < step) expect(before, item).toContain(since)
          else expect(before, item).not.toContain(step)
        }
      }
    }
  },
)

test.each(scenarios)('$id: every advice is about something that some run stores', async (scenario) => {
  const stored = new Set<string>()
  for (const outcome of scenario.outcomes) {
    const storage = storageIn(await played(scenario, outcome))
    for (const { artifact } of storage.flat().flatMap(({ places }) => places.flatMap(({ items }) => items))) {
      stored.add(artifact)
    }
  }
  expect(scenario.storage?.filter(({ artifact }) => !stored.has(artifact)) ?? []).toEqual([])
})

test('every scenario whose client keeps a token, a secret or a session says where they belong', async () => {
  const silent: string[] = []
  for (const scenario of scenarios) {
    const storage = storageIn(await played(scenario, scenario.outcomes[0]))
    const client = storage.flat().filter(({ actor }) => actor === scenario.client)
    if (client.some(({ places }) => places.length > 0) && scenario.storage === undefined) silent.push(scenario.id)
  }
  expect(silent).toEqual([])
})

test.each(cases)(
  '$scenario.id / $outcome.id: families have every refresh token of the server in its generation, and say who revoked which',
  async ({ scenario, outcome }) => {
    const { trace, actors } = await played(scenario, outcome)
    const end = trace.at(-1)?.step ?? 0
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
  return [first, ...first.next.flatMap(lineOf)]
}

/** What is held at a step: each item by its actor, place and name; and since when. Several things may have one name. */
function heldIn(storage: readonly ActorStorage[]): ReadonlyMap<string, readonly number[]> {
  const held = new Map<string, number[]>()
  for (const { key, items } of storage.flatMap(({ places }) => places)) {
    for (const { name, since } of items) {
      const item = `${key}: ${name}`
      held.set(item, [...(held.get(item) ?? []), since])
    }
  }
  return held
}
