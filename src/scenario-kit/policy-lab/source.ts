/** A lab and its cells as plain data: all that the table of a lab is made from. */
import type { Actor } from '../../simulation/index.ts'
import type { Scenario } from '../contract.ts'
import type { Lab } from './declaration.ts'
import { DEFENCES } from './defences.ts'
import { findingsOf } from './findings.ts'
import { type Cell, type Column, columnsOf } from './matrix.ts'

/** The rows and columns of a lab's table. Plain JSON. */
export interface LabShape {
  /** The outcomes whose attacks these are, in order. */
  readonly attacks: readonly string[]
  readonly columns: readonly Column[]
}

/** The rows and columns of a lab. */
export function shapeOf(lab: Lab): LabShape {
  return { attacks: lab.attacks.map(({ outcome }) => outcome), columns: columnsOf(lab) }
}

/** How many cells a table has. */
export function cellCount({ attacks, columns }: LabShape): number {
  return attacks.length * columns.length
}

/** Gathers the data, of as many cells as have been played; what they say together only of all of them. */
export function labSource(scenario: Scenario, shape: LabShape, cells: readonly Cell[], actors: readonly Actor[]) {
  return {
    scenario,
    attacks: shape.attacks,
    columns: shape.columns.map(headOf),
    actors,
    cells,
    ...(cells.length === cellCount(shape) && { findings: findingsOf(cells) }),
  }
}

function headOf(id: Column) {
  if (id === 'none') return { id, title: 'No defence' }
  return id === 'all' ? { id, title: 'All together' } : { id, ...DEFENCES[id] }
}
