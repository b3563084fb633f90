/** The scenarios that have a table in the lab, in the order in which the tables are offered. */
import type { Scenario } from '../../scenario-kit/contract.ts'
import type { LabShape } from '../../scenario-kit/policy-lab/source.ts'
import type { LabPlace } from '../../share/index.ts'
import { loadScenarios } from '../registry.ts'
import { askForShapes } from './client.ts'

/** The scenario whose table a visitor meets first; the others follow as in the library. */
export const FIRST_TABLE = 'malicious-script'

/** A scenario, and the rows and columns of its table. */
export interface ScenarioLab {
  readonly scenario: Scenario
  readonly shape: LabShape
}

let loaded: Promise<readonly ScenarioLab[]> | undefined

/** Loads them all, once. Rejects where the page may start no worker. */
export function loadLabs(): Promise<readonly ScenarioLab[]> {
  loaded ??= load()
  return loaded
}

/** What a place in the lab has that no table here has, as a sentence; `undefined` when it can be shown. */
export function whatIsMissing({ table, asked }: LabPlace, labs: readonly ScenarioLab[]): string | undefined {
  const found = labs.find(({ scenario }) => scenario.id === table)
  if (found === undefined) return `The policy lab has no table “${table.slice(0, 60)}”.`
  if (asked === undefined) return undefined
  const { attacks, columns } = found.shape
  const ids = asked.about === 'attack' ? attacks : columns.map(String).filter((id) => id !== 'none' && id !== 'all')
  return ids.includes(asked.id)
    ? undefined
    : `The table “${found.scenario.title}” of the policy lab has no ${asked.about} “${asked.id.slice(0, 60)}”.`
}

async function load(): Promise<readonly ScenarioLab[]> {
  const [scenarios, shapes] = await Promise.all([loadScenarios(), askForShapes()])
  const labs = scenarios.flatMap((scenario) => {
    const shape = shapes[scenario.id]
    return shape === undefined ? [] : [{ scenario, shape }]
  })
  const placeOf = ({ scenario: { id } }: ScenarioLab) => (id === FIRST_TABLE ? 0 : 1)
  return labs.sort((one, other) => placeOf(one) - placeOf(other))
}
