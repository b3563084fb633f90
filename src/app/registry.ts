/** Every scenario that has a folder, loaded when it is opened. What stands around a run is in `plugins.ts`. */
import type { Scenario } from '../scenario-kit/contract.ts'

/** Groups that come first in the library, in this order; another one stands behind them. */
const FIRST_GROUPS = ['Sign in', 'MFA', 'Lifecycle', 'Services', 'API tokens', 'Attacks']

const scenarioModules = import.meta.glob<Scenario>('../scenarios/*/index.ts', { import: 'default' })

/** The scenario that opens when nobody asked for one. */
export const DEFAULT_SCENARIO = 'authorization-code-pkce'

/** Whether there is a scenario of this id, which is the name of its folder. */
export function hasScenario(id: string): boolean {
  return Object.hasOwn(scenarioModules, pathOf(id))
}

/** Loads one scenario. Rejects when there is none of this id. */
export async function loadScenario(id: string): Promise<Scenario> {
  const load = hasScenario(id) ? scenarioModules[pathOf(id)] : undefined
  if (load === undefined) throw new Error(`No scenario “${id}”.`)
  return load()
}

/** Loads every scenario, in the order of the library. */
export async function loadScenarios(): Promise<readonly Scenario[]> {
  const scenarios = await Promise.all(Object.values(scenarioModules).map((load) => load()))
  return scenarios.sort((one, other) => placeOf(one) - placeOf(other) || one.group.localeCompare(other.group, 'en'))
}

function placeOf({ group }: Scenario): number {
  const place = FIRST_GROUPS.indexOf(group)
  return place < 0 ? FIRST_GROUPS.length : place
}

function pathOf(id: string): string {
  return `../scenarios/${id}/index.ts`
}
