/** Several runs of a scenario as one: what they share once, and branches where they part. */
import type { SequenceRow } from '../sequence/types.ts'

/** A run with its rows. */
export interface MergeableRun {
  readonly id: string
  readonly rows: readonly SequenceRow[]
}

/** A piece of the merged run, in order. Whatever follows branches stands within them: runs that part do not meet again. */
export type MergedPart =
  /** A row, and the ids of the runs that have it. */
  | { readonly type: 'row'; readonly row: SequenceRow; readonly runs: readonly string[] }
  /** A run is over. */
  | { readonly type: 'end'; readonly run: string }
  /** Here the runs part: at least two branches, the shortest first. */
  | { readonly type: 'branches'; readonly branches: readonly MergedBranch[] }

/** One way on. Its parts are never empty: they come to the end of each of its runs. */
export interface MergedBranch {
  /** Ids, in the order in which the runs were given. */
  readonly runs: readonly string[]
  readonly parts: readonly MergedPart[]
}

/**
 * What a row means: two rows with the same meaning after the same rows are one row of the merged run. Labels name secret
 * and random values with an ellipsis, so those do not tell rows apart.
 */
export function meaningOf({ kind, step, from, to, label, status, isResponse }: SequenceRow): string {
  return JSON.stringify([kind, step, from, to, label, status, isResponse])
}

/** Merges runs: O(rows). Walking the parts with one run's id gives that run's rows, as often and in the order it has them. */
export function mergeRuns(runs: readonly MergeableRun[], at = 0): readonly MergedPart[] {
  const parts: MergedPart[] = []
  for (let index = at; ; index += 1) {
    const ended = runs.filter(({ rows }) => rows.length === index)
    const ends = ended.map(({ id }): MergedPart => ({ type: 'end', run: id }))
    const ways = waysOn(runs, index)
    const [only] = ways
    if (only === undefined) return [...parts, ...ends]
    if (ways.length > 1 || ends.length > 0) {
      const branches = ways.map((way) => ({ runs: idsOf(way.runs), parts: mergeRuns(way.runs, index) }))
      const stops = ends.length === 0 ? [] : [{ runs: idsOf(ended), parts: ends }]
      return [...parts, { type: 'branches', branches: shortestFirst([...stops, ...branches]) }]
    }
    parts.push({ type: 'row', row: only.row, runs: idsOf(runs) })
  }
}

/** The rows of one run, read off the merged parts. */
export function rowsOfRun(parts: readonly MergedPart[], run: string): readonly SequenceRow[] {
  return parts.flatMap((part) => {
    switch (part.type) {
      case 'row':
        return part.runs.includes(run) ? [part.row] : []
      case 'branches':
        return part.branches.flatMap((branch) => rowsOfRun(branch.parts, run))
      case 'end':
        return []
      default:
        return part satisfies never
    }
  })
}

interface Way {
  readonly row: SequenceRow
  readonly runs: MergeableRun[]
}

/** The runs that go on, by what their next row means. */
function waysOn(runs: readonly MergeableRun[], index: number): readonly Way[] {
  const ways = new Map<string, Way>()
  for (const run of runs) {
    const row = run.rows[index]
    if (row === undefined) continue
    const meaning = meaningOf(row)
    const way = ways.get(meaning) ?? { row, runs: [] }
    way.runs.push(run)
    ways.set(meaning, way)
  }
  return [...ways.values()]
}

/** What ends soon stands where it begins; the long way on comes last and does not push the others away. */
function shortestFirst(branches: readonly MergedBranch[]): readonly MergedBranch[] {
  return branches
    .map((branch) => ({ branch, length: lengthOf(branch.parts) }))
    .sort((one, other) => one.length - other.length)
    .map(({ branch }) => branch)
}

function lengthOf(parts: readonly MergedPart[]): number {
  return parts.reduce(
    (length, part) =>
      length + (part.type === 'branches' ? part.branches.reduce((sum, { parts }) => sum + lengthOf(parts), 0) : 1),
    0,
  )
}

function idsOf(runs: readonly MergeableRun[]): readonly string[] {
  return runs.map(({ id }) => id)
}
