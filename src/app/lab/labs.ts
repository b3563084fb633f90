/** The scenarios that declare attacks, loaded when somebody opens the lab. */
import type { Scenario } from '../../scenario-kit/contract.ts'
import type { Lab } from '../../scenario-kit/policy-lab/declaration.ts'
import { loadScenarios } from '../registry.ts'

/** Tables that a visitor meets first, in this order; the others follow as in the library. */
const FIRST = ['malicious-script']

const modules = import.meta.glob<Lab>('../../scenarios/*/attacks.ts', { import: 'default' })

/** A scenario with its attacks and defences. */
export interface ScenarioLab {
  readonly scenario: Scenario
  readonly lab: Lab
}

/** Loads the attacks and defences of a scenario; `undefined` where it declares none. */
export async function loadLab(id: string): Promise<Lab | undefined> {
  return modules[`../../scenarios/${id}/attacks.ts`]?.()
}

/** Loads every lab, in the order in which the tables are offered. */
export async function loadLabs(): Promise<readonly ScenarioLab[]> {
  const scenarios = await loadScenarios()
  const labs = await Promise.all(
    scenarios.map(async (scenario) => {
      const lab = await loadLab(scenario.id)
      return lab === undefined ? [] : [{ scenario, lab }]
    }),
  )
  const placeOf = ({ scenario: { id } }: ScenarioLab) => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length)
  return labs.flat().sort((one, other) => placeOf(one) - placeOf(other))
}
