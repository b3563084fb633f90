/** An outcome that has been played for its page: what is drawn, told and linked of it. */
import type { ExportableRun } from '../exporters/contract.ts'
import svg from '../exporters/svg/index.ts'
import { type Failure, failureAt } from '../projections/index.ts'
import { narrate } from '../projections/narration/index.ts'
import { decisiveRowOf } from '../projections/sequence/decisive-row.ts'
import { createSequence, type SequenceModel, type SequenceRow } from '../projections/sequence/index.ts'
import type { Outcome, Scenario } from '../scenario-kit/contract.ts'
import { playOutcome, startRun } from '../scenario-kit/run.ts'
import { encodeLink, type Place } from '../share/index.ts'
import type { Recipe, Trace } from '../simulation/types.ts'

/** A refusal of the run, with the wire's name for it. */
interface Refusal extends Failure {
  readonly code: string
  readonly row: SequenceRow
}

/** A played outcome. */
export interface ShownRun {
  readonly scenario: Scenario
  readonly outcome: Outcome
  readonly place: Place
  readonly recipe: Recipe
  readonly trace: Trace
  readonly sequence: SequenceModel
  /** The row that decided it, or else the last one. */
  readonly decisive: SequenceRow | undefined
  /** Why that row went wrong, when the run fails. */
  readonly failure: Failure | undefined
  /** Every refusal that has a name. */
  readonly refusals: readonly Refusal[]
}

/** Plays an outcome. Rejects with what its script throws. */
export async function showRun(scenario: Scenario, outcome: Outcome): Promise<ShownRun> {
  const { recipe, trace } = await playOutcome(scenario, outcome)
  const { actors } = await startRun(scenario, { ...recipe, choices: [] })
  const sequence = createSequence(actors)
  sequence.push(trace)
  const decisive = decisiveRowOf(outcome.result, sequence, trace)
  const refusals = sequence.rows.flatMap((row) => {
    const failure = row.tone === 'error' ? failureAt(trace, row) : undefined
    return failure?.error === undefined ? [] : [{ ...failure, code: failure.error, row }]
  })
  return {
    scenario,
    outcome,
    place: { scenario: scenario.id, outcome: outcome.id },
    recipe,
    trace,
    sequence,
    decisive: decisive ?? sequence.rows.at(-1),
    failure: outcome.result === 'failure' && decisive ? failureAt(trace, decisive) : undefined,
    refusals,
  }
}

/** The link to a step of the run, without the `#`. */
export function fragmentAt({ recipe }: ShownRun, step: number): string {
  return encodeLink({ recipe, cursor: step })
}

/** What happens, row by row, and why. */
export function tellRun({ trace, sequence }: ShownRun) {
  return sequence.rows.map((row) => ({ row, ...narrate(trace, sequence, row) }))
}

/** The whole run as the Export menu draws it, as an element of a page. */
export function drawWhole(run: ShownRun): string {
  const { sequence, recipe } = run
  return withoutProlog(svg.convert(exportable(run, sequence, recipe.choices.length)))
}

/** The first arrow of the run alone. */
export function drawFirst(run: ShownRun): string {
  const { sequence } = run
  const rows = sequence.rows.slice(0, 1)
  return withoutProlog(svg.convert(exportable(run, { ...sequence, rows }, 1)))
}

/** How many rows a picture has room for. */
const MOST_ROWS = 6

/** The rows that lead to the decisive one, between the lanes that they touch; drawn as the Export menu draws them. */
export function drawDecisive(run: ShownRun): string {
  const { sequence, decisive } = run
  const end = (decisive?.index ?? -1) + 1
  const rows = sequence.rows.slice(Math.max(0, end - MOST_ROWS), end)
  const touched = new Set(rows.flatMap(({ from, to }) => [from, to]))
  const lanes = sequence.lanes.filter(({ id }) => touched.has(id))
  return withoutProlog(svg.convert(exportable(run, { ...sequence, lanes, rows }, decisive?.step ?? 0)))
}

function exportable({ scenario, outcome, recipe, trace }: ShownRun, model: SequenceModel, step: number): ExportableRun {
  const title = `${scenario.title}: ${outcome.title}`
  return { title, recipe, step, trace, model, rowCount: model.rows.length }
}

function withoutProlog(text: string): string {
  return text.replace(/^<\?xml[^>]*>\s*/, '').trim()
}
