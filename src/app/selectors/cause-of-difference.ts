/** What makes two runs go different ways, as a title over both: a setting, or else what was done otherwise. */
import type { ComparedRow, RunComparison } from '../../projections/comparison/index.ts'
import type { SequenceRow } from '../../projections/sequence/index.ts'
import type { ChangedSetting } from './counterpart.ts'

/** What differs, such as “Refresh strategy”, and what it is in each run. */
export type CauseOfDifference = ChangedSetting

/** The setting that differs, or the first thing that happened in one run and not in the other; nothing between equal runs. */
export function causeOfDifference(
  settings: readonly ChangedSetting[],
  { rows, divergence }: RunComparison,
): CauseOfDifference | undefined {
  const [setting] = settings
  if (setting !== undefined) return setting
  const row = divergence === undefined ? undefined : rows[divergence]
  if (row === undefined || divergence === undefined) return undefined
  return row.left && row.right ? valueIn(row) : aloneIn(rows, divergence)
}

/** A row of both runs: the value in it that tells most. */
function valueIn({ left, right, differences }: ComparedRow): CauseOfDifference | undefined {
  const [difference] = differences
  if (left === undefined || right === undefined || difference === undefined) return undefined
  const { place, name } = difference
  if (place === 'done') return { label: DONE[left.kind], left: left.text, right: right.text }
  return {
    label: name || `${place.charAt(0).toUpperCase()}${place.slice(1)}`,
    left: difference.left ?? 'not there',
    right: difference.right ?? 'not there',
  }
}

/** A row of one run: what the other does in its place. */
function aloneIn(rows: readonly ComparedRow[], divergence: number): CauseOfDifference {
  const rest = rows.slice(divergence)
  const [left, right] = [rest.find((row) => row.left)?.left, rest.find((row) => row.right)?.right]
  const row = rows[divergence]?.left ?? rows[divergence]?.right
  if (row !== undefined && row.kind !== 'message') {
    const isOurs = rows[divergence]?.left !== undefined
    const isLater = rest.some((other) => (isOurs ? other.right : other.left)?.kind === row.kind)
    const [done, instead] = [row.text, isLater ? 'not yet' : NOT_DONE[row.kind]]
    return { label: DONE[row.kind], left: isOurs ? done : instead, right: isOurs ? instead : done }
  }
  return { label: 'What arrives first', left: arrival(left, right), right: arrival(right, left) }
}

/** A message by its label, and by its call where the other run's has the same label. */
function arrival(row: SequenceRow | undefined, other: SequenceRow | undefined): string {
  if (row === undefined) return 'nothing more'
  if (row.label !== other?.label) return row.label
  // A gate is `TASK#N`, a task within a tab `TAB/APP/CALL`.
  const call = ({ gate = '' }: SequenceRow) => gate.slice(gate.lastIndexOf('/') + 1).replace(/#.*$/, '')
  return call(row) === call(other) ? row.label : `${row.label} of ${call(row)}`
}

const DONE: Readonly<Record<SequenceRow['kind'], string>> = {
  person: 'What was done',
  clock: 'The clock',
  wire: 'On the wire',
  message: 'What is said',
}

const NOT_DONE: Readonly<Record<Exclude<SequenceRow['kind'], 'message'>, string>> = {
  person: 'not done',
  clock: 'not moved',
  wire: 'left alone',
}
