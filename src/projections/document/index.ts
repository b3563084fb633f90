/** The document of a scenario, made from the runs of all its outcomes; no line of it is written by hand. */
import { createSequence, type SequenceModel, type SequenceRow } from '../sequence/index.ts'
import { signInWalk, type TableRow } from '../sign-in/index.ts'
import { claimTable } from './claims.ts'
import { handOffOf } from './hand-off.ts'
import { introductionOf } from './introduction.ts'
import { meaningOf, mergeRuns } from './merge.ts'
import { changedSettings, settingRows } from './setting-words.ts'
import { documentSteps } from './steps.ts'
import type {
  DocumentDiagram,
  DocumentedRun,
  DocumentModel,
  DocumentOutcome,
  DocumentSource,
  GuardRow,
} from './types.ts'

export { type MergedBranch, type MergedPart, rowsOfRun } from './merge.ts'
export type * from './types.ts'

interface ModelledRun {
  readonly played: DocumentedRun
  readonly model: SequenceModel
}

/** Makes the document. Throws a RangeError when no outcome was played. */
export function createDocument(source: DocumentSource): DocumentModel {
  const { scenario, replacement } = source
  const runs = happyFirst(source.played).map((played) => ({ played, model: modelOf(played) }))
  const [first, ...others] = runs.map((run, index) => outcomeOf(run, runs.slice(0, index), source))
  if (first === undefined) throw new RangeError(`No outcome of “${scenario.title}” was played.`)
  const happy = runs[0]?.played
  const claims = claimTable(source.played)
  const handOff = source.transitions && happy && handOffOf(happy)
  return {
    id: scenario.id,
    title: scenario.title,
    summary: scenario.summary,
    introduction: introductionOf(source.lesson),
    asOf: scenario.asOf,
    version: scenario.version,
    status: scenario.status,
    ...(replacement !== undefined && { replacement }),
    specs: scenario.specs,
    actors: happy?.actors ?? [],
    outcomes: [first, ...others],
    diagrams: diagramsOf(runs),
    guards: guardRows(source),
    ...(scenario.flowchart !== undefined && { flowchart: scenario.flowchart }),
    ...(claims !== undefined && { claims }),
    ...(handOff !== undefined && { handOff }),
    storage: scenario.storage ?? [],
    troubles: source.played.flatMap(({ outcome: { title, trouble } }) =>
      trouble === undefined ? [] : [{ ...trouble, outcome: title }],
    ),
    ...(source.lab !== undefined && { lab: source.lab }),
    settings: settingRows(scenario.settings),
    changes: scenario.changes,
  }
}

/** The run that a reader should meet first: the first that succeeds, else the first. */
function happyFirst(played: readonly DocumentedRun[]): readonly DocumentedRun[] {
  const happy = played.find(({ outcome }) => outcome.result === 'success') ?? played[0]
  return happy === undefined ? [] : [happy, ...played.filter((run) => run !== happy)]
}

function modelOf({ actors, trace }: DocumentedRun): SequenceModel {
  const sequence = createSequence(actors)
  sequence.push(trace)
  return sequence
}

function outcomeOf(run: ModelledRun, before: readonly ModelledRun[], source: DocumentSource): DocumentOutcome {
  const { model, played } = run
  const { id, title, summary, result, goal, remedy, settings = {} } = played.outcome
  const [nearest] = before
    .filter((other) => beginning(other) === beginning(run))
    .map((other) => ({ other, shared: sharedRows(other.model.rows, model.rows) }))
    .sort((one, other) => other.shared - one.shared)
  const shown = source.played.find(({ outcome }) => outcome.id === remedy)?.outcome.title
  return {
    id,
    title,
    summary,
    result,
    goal: goal.description,
    settings: changedSettings(source.scenario.settings, settings),
    ...(shown !== undefined && { remedy: shown }),
    ...(nearest !== undefined && {
      branchesOff: { title: nearest.other.played.outcome.title, step: model.rows[nearest.shared - 1]?.step ?? 0 },
    }),
    steps: documentSteps(model.rows.slice(nearest?.shared ?? 0), { source, played, model }),
  }
}

/** How many rows two runs share from the start. */
function sharedRows(one: readonly SequenceRow[], other: readonly SequenceRow[]): number {
  const index = one.findIndex((row, at) => {
    const beside = other[at]
    return beside === undefined || meaningOf(row) !== meaningOf(beside)
  })
  return index < 0 ? one.length : index
}

/** Runs with other actors or another first row have nothing to share: each beginning gets a diagram of its own. */
function diagramsOf(runs: readonly ModelledRun[]): readonly DocumentDiagram[] {
  const groups = new Map<string, ModelledRun[]>()
  for (const run of runs) {
    const group = groups.get(beginning(run))
    if (group === undefined) groups.set(beginning(run), [run])
    else group.push(run)
  }
  return [...groups.values()].map((group) => ({
    title: group.map(({ played }) => played.outcome.title).join(' · '),
    lanes: group[0]?.model.lanes ?? [],
    parts: mergeRuns(group.map(({ played, model }) => ({ id: played.outcome.id, rows: model.rows }))),
  }))
}

function beginning({ model: { lanes, rows } }: ModelledRun): string {
  return JSON.stringify([lanes.map(({ id, title }) => [id, title]), rows[0] && meaningOf(rows[0])])
}

function guardRows({ transitions = [], played }: DocumentSource): readonly GuardRow[] {
  const walks = played.map(({ outcome, trace }) => ({
    outcome: outcome.title,
    firings: signInWalk(trace, trace.at(-1)?.step ?? 0, transitions).firings,
  }))
  return transitions.map((row: TableRow) => ({
    ...row,
    firedIn: walks.flatMap(({ outcome, firings }) => {
      const fired = firings.find((firing) => firing.row === row)
      return fired === undefined ? [] : [{ outcome, step: fired.step }]
    }),
  }))
}
