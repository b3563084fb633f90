/** A lab and its cells as plain data: all that the table of a lab is made from. */
import type { Actor } from '../../simulation/index.ts'
import type { Scenario } from '../contract.ts'
import type { Lab } from './declaration.ts'
import { DEFENCES } from './defences.ts'
import { findingsOf } from './findings.ts'
import { type Cell, type Column, columnsOf } from './matrix.ts'

/** How many cells a lab has. */
export function cellCount(lab: Lab): number {
  return lab.attacks.length * columnsOf(lab).length
}

/** Gathers the data, of as many cells as have been played; what they say together only of all of them. */
export function labSource(scenario: Scenario, lab: Lab, cells: readonly Cell[], actors: readonly Actor[]) {
  return {
    scenario,
    attacks: lab.attacks.map(({ outcome }) => outcome),
    columns: columnsOf(lab).map(headOf),
    actors,
    cells,
    ...(cells.length === cellCount(lab) && { findings: findingsOf(cells) }),
  }
}

function headOf(id: Column) {
  if (id === 'none') return { id, title: 'No defence' }
  return id === 'all' ? { id, title: 'All together' } : { id, ...DEFENCES[id] }
}
