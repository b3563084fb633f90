/** The three questions that the table of a lab answers: what stops this, what does this leave open, which could go. */
import type { LabReadings, LabSource, LabTable } from './types.ts'

type Findings = NonNullable<LabSource['findings']>

/** Reads a table that has all its cells. */
export function readingsOf({ columns, rows }: LabTable, { attacks, defences }: Findings): LabReadings {
  const attackTitle = (id: string) => rows.find(({ attack }) => attack === id)?.title ?? id
  const defenceTitle = (id: string) => columns.find((column) => column.id === id)?.title ?? id
  return {
    attacks: attacks.map(({ attack, stoppedBy, isStopped }) => {
      const cells = rows.find((row) => row.attack === attack)?.cells ?? []
      return {
        attack,
        title: attackTitle(attack),
        says: isStopped === 'alone' ? stoppedAlone(stoppedBy.map(defenceTitle)) : SAYS[isStopped],
        stoppedBy: stoppedBy.flatMap((id) => {
          const cell = cells.find((candidate) => candidate?.column === id)
          return cell === undefined ? [] : [{ defence: defenceTitle(id), cell }]
        }),
      }
    }),
    defences: defences.map(({ defence, leavesOpen, alone, isUsable }) => ({
      defence,
      title: defenceTitle(defence),
      clause: columns.find(({ id }) => id === defence)?.clause ?? '',
      says: [
        leavesOpen.length === 0
          ? 'No attack of this table reaches its goal with it alone.'
          : `With it alone ${countOf(leavesOpen.length, attacks.length)} of this table still ${leavesOpen.length === 1 ? 'reaches its goal' : 'reach their goals'}.`,
        ...(isUsable ? [] : ['In some cells honest use does not work with it alone.']),
      ].join(' '),
      leavesOpen: leavesOpen.map(attackTitle),
      alone: alone.map(attackTitle),
    })),
    redundant: defences
      .filter(({ isRedundant }) => isRedundant)
      .map(({ defence }) => ({
        defence,
        title: defenceTitle(defence),
        standIns: attacks
          .filter(({ stoppedBy }) => stoppedBy.includes(defence))
          .map(({ attack, stoppedBy }) => ({
            attack: attackTitle(attack),
            defences: stoppedBy.filter((id) => id !== defence).map(defenceTitle),
          })),
      })),
  }
}

const SAYS = {
  together: 'No defence stops it alone; all of them together do.',
  not: 'Nothing in this table stops it: it reaches its goal in spite of all defences.',
  unknown: 'No run of this table shows what stops it.',
}

function stoppedAlone(defences: readonly string[]): string {
  return defences.length === 1
    ? 'One defence stops it alone.'
    : `Each of these ${defences.length} defences stops it alone.`
}

/** “1 of 4 attacks”. */
function countOf(count: number, all: number): string {
  return `${count} of ${all} ${all === 1 ? 'attack' : 'attacks'}`
}
