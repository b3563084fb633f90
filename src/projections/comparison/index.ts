/** Two runs side by side: their rows aligned, and where they part. */
import type { SequenceRow } from '../sequence/types.ts'
import { align } from './align.ts'
import { type Correspondence, createCorrespondence } from './drawn-values.ts'
import type { Part } from './message-parts.ts'
import { type ComparedRun, type Step, stepsOf } from './steps.ts'

export { setBeside } from './beside.ts'
export { compareEnds, type EndFact } from './ends.ts'
export type { ComparedRun } from './steps.ts'
export {
  type ClaimedToken,
  changedTokens,
  claimedTokens,
  compareTokens,
  type TokenPair,
  tellingClaims,
} from './tokens.ts'

/** One value that two rows differ in. */
export interface Difference {
  /** Where it stands: `query`, `header`, `body`, `status` … */
  readonly place: string
  /** Such as `state`; `''` where the place says it all. */
  readonly name: string
  /** `undefined` where the row does not have it. */
  readonly left: string | undefined
  readonly right: string | undefined
}

/** A row of the one run, of the other, or of both. */
export interface ComparedRow {
  readonly left?: SequenceRow
  readonly right?: SequenceRow
  /** True when both runs have it and it says the same; values that only the dice made different are the same. */
  readonly isSame: boolean
  /** What differs; empty for a row that only one run has. */
  readonly differences: readonly Difference[]
  /** The same message in the other run, where it stands at another place. */
  readonly moved?: SequenceRow
}

/** Two runs compared. */
export interface RunComparison {
  readonly rows: readonly ComparedRow[]
  /** Position of the first row that is not the same; `undefined` when all are. */
  readonly divergence: number | undefined
  /** Position of the first message that is not the same: at the divergence, or what followed from it. */
  readonly firstMessage: number | undefined
}

/** Compares two runs. The same seed gives the same bytes, so whatever differs has a cause. */
export function compareRuns(left: ComparedRun, right: ComparedRun): RunComparison {
  const correspond = createCorrespondence()
  const pairs = alignSteps(stepsOf(left), stepsOf(right))
  const [aloneLeft, aloneRight] = (['left', 'right'] as const).map(
    (side) => new Map(pairs.flatMap((pair) => (pair.left && pair.right ? [] : identified(pair[side])))),
  )
  const rows = pairs.map((pair): ComparedRow => {
    const [one, other] = [pair.left, pair.right]
    if (one && other) {
      const differences = compareParts(one.parts, other.parts, correspond)
      return { left: one.row, right: other.row, isSame: differences.length === 0, differences }
    }
    const [same] = identified(one ?? other)
    const moved = same && (one ? aloneRight : aloneLeft)?.get(same[0])
    return {
      ...(one && { left: one.row }),
      ...(other && { right: other.row }),
      isSame: false,
      differences: [],
      ...(moved && { moved }),
    }
  })
  const find = (isWanted: (row: ComparedRow) => boolean) => {
    const index = rows.findIndex(isWanted)
    return index < 0 ? undefined : index
  }
  return {
    rows,
    divergence: find(({ isSame }) => !isSame),
    firstMessage: find(({ isSame, left: one, right: other }) => !isSame && (one ?? other)?.kind === 'message'),
  }
}

/** A message under what makes it the same one in both runs: its gate, and what is said there; nothing for other rows. */
function identified(step: Step | undefined): (readonly [id: string, row: SequenceRow])[] {
  return step?.row.kind === 'message' ? [[`${step.row.gate} ${step.key}`, step.row]] : []
}

/** Pairs what begins the same one by one, and lets the rest fall into place. */
function alignSteps(left: readonly Step[], right: readonly Step[]) {
  let shared = 0
  while (areTwins(left[shared], right[shared])) shared += 1
  const rest = align(left.slice(shared), right.slice(shared), fitness)
  return [...left.slice(0, shared).map((step, index) => ({ left: step, right: right[index] })), ...rest]
}

function areTwins(left: Step | undefined, right: Step | undefined): boolean {
  return left !== undefined && right !== undefined && fitness(left, right) === TWINS
}

const TWINS = 5

/** Two rows of one key may stand beside each other; better so when they say the same, best when it is the same message. */
function fitness(left: Step, right: Step): number {
  if (left.key !== right.key) return 0
  return 2 + (left.digest === right.digest ? 2 : 0) + (left.row.gate === right.row.gate ? 1 : 0)
}

function compareParts(left: readonly Part[], right: readonly Part[], correspond: Correspondence): Difference[] {
  const [lefts, rights] = [left, right].map((parts) => new Map(parts.map((part) => [keyOf(part), part])))
  const keys = new Set([...(lefts?.keys() ?? []), ...(rights?.keys() ?? [])])
  const differences = [...keys].flatMap((key): Difference[] => {
    const [one, other] = [lefts?.get(key), rights?.get(key)]
    if (one?.inner && other?.inner) return compareParts(one.inner, other.inner, correspond)
    if (one && other && isSame(one, other, correspond)) return []
    const { place, name } = one ?? other ?? { place: '', name: '' }
    return [{ place, name, left: one?.value, right: other?.value }]
  })
  // What a page says is in its markup too; told once is enough.
  const isSaid = differences.some(({ place }) => place === 'page')
  return differences
    .filter(({ place }) => !isSaid || place !== 'markup')
    .sort((one, other) => weight(one) - weight(other))
}

/** The places where the cause of a difference is looked for, the most telling first; others come after these. */
const TELLING = [
  'done',
  'form',
  'step',
  'method',
  'address',
  'status',
  'query',
  'body',
  'redirect to',
  'redirect query',
  'redirect fragment',
  'page',
  'what came of it',
]

/** An error code says more than whatever else a body has. */
function weight({ place, name }: Difference): number {
  if (name === 'error') return TELLING.indexOf('status')
  const index = TELLING.indexOf(place)
  return index < 0 ? TELLING.length : index
}

function isSame(one: Part, other: Part, correspond: Correspondence): boolean {
  // Asked first and always, because it remembers.
  const isAlike = correspond(one.value, other.value)
  return isAlike || (one.fromNow !== undefined && one.fromNow === other.fromNow)
}

function keyOf({ place, name }: Part): string {
  return `${place} ${name}`
}
