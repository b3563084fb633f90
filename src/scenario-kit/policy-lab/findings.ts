/** What the cells of a lab say together: what stops an attack, what a defence leaves open, and which one could go. */
import { DEFENCES, type DefenceId } from './defences.ts'
import type { Cell, Column } from './matrix.ts'

/** What became of one attack. */
interface AttackFinding {
  readonly attack: string
  /** The defences that keep it from its goal alone, with honest use still working. */
  readonly stoppedBy: readonly DefenceId[]
  /**
   * `alone`: by one of them at least. `together`: only by all of them. `not`: it reaches its goal in spite of all. `unknown`: its
   * script could not go on, or honest use does not work either, so that nothing is shown.
   */
  readonly isStopped: 'alone' | 'together' | 'not' | 'unknown'
}

/** What one defence is worth here. */
interface DefenceFinding {
  readonly defence: DefenceId
  /** The attacks that reach their goal with it alone. */
  readonly leavesOpen: readonly string[]
  /** The attacks that no other defence stops alone. */
  readonly alone: readonly string[]
  /** True when it stops something alone, another one stops each of those attacks alone as well, and so do the others together. */
  readonly isRedundant: boolean
  /** False when honest use no longer works with it, in some cell. */
  readonly isUsable: boolean
}

/** What the cells of a lab come to. */
export interface Findings {
  readonly attacks: readonly AttackFinding[]
  readonly defences: readonly DefenceFinding[]
}

/** Reads the cells of one lab, all of them. */
export function findingsOf(cells: readonly Cell[]): Findings {
  const defences = [...new Set(cells.map(({ column }) => column))].filter(isDefence)
  const attacks = [...new Set(cells.map(({ attack }) => attack))].map((attack): AttackFinding => {
    const own = cells.filter((cell) => cell.attack === attack)
    const stoppedBy = own.filter(holds).flatMap(({ column }) => (isDefence(column) ? [column] : []))
    return { attack, stoppedBy, isStopped: stoppedBy.length > 0 ? 'alone' : stoppedByAll(own) }
  })
  return {
    attacks,
    defences: defences.map((defence): DefenceFinding => {
      const own = cells.filter(({ column }) => column === defence)
      const stopped = attacks.filter(({ stoppedBy }) => stoppedBy.includes(defence))
      const alone = stopped.filter(({ stoppedBy }) => stoppedBy.length === 1).map(({ attack }) => attack)
      return {
        defence,
        leavesOpen: own.filter(({ ending }) => ending === 'succeeded').map(({ attack }) => attack),
        alone,
        // Of two ways to do one thing the other may be the worse one: what counts is a run without this one.
        isRedundant:
          stopped.length > 0 &&
          alone.length === 0 &&
          own.filter(holds).every(({ worksWithoutIt }) => worksWithoutIt !== true),
        isUsable: own.every(({ isUsable }) => isUsable),
      }
    }),
  }
}

/** True when the attack came to nothing and somebody honest would not have. A run that could not go on shows neither. */
function holds({ ending, isUsable }: Cell): boolean {
  return isUsable && (ending === 'stopped' || ending === 'in_vain')
}

/** What the cell of all defences says where none of them stops the attack alone. */
function stoppedByAll(own: readonly Cell[]): 'together' | 'not' | 'unknown' {
  const all = own.find(({ column }) => column === 'all')
  if (all?.ending === 'succeeded') return 'not'
  return all !== undefined && holds(all) ? 'together' : 'unknown'
}

function isDefence(column: Column): column is DefenceId {
  return column in DEFENCES
}
