/** Giving a cause away as an answer: its run is played out of sight, drawn up to the step that fails, and linked there. */
import picture from '../../exporters/svg/index.ts'
import { type CauseRun, type Diagnosis, failingRow, takenSettings } from '../../guidance/diagnosis/index.ts'
import { siteHome } from '../../lib/site-home.ts'
import { eventsUpTo } from '../../projections/index.ts'
import { createSequence, type SequenceModel } from '../../projections/sequence/index.ts'
import { type Scenario, settingProblems } from '../../scenario-kit/contract.ts'
import { playOutcome, startRun } from '../../scenario-kit/run.ts'
import { addressOf, encodeLink } from '../../share/index.ts'
import type { Actor, Trace } from '../../simulation/index.ts'
import { pictureUrl } from '../exporting/pixels.ts'
import { type Copied, copyBoth } from '../exporting/rich-copy.ts'
import { type AnswerFacts, type AnswerRun, answerHtml, answerText } from './answer.ts'

/** Puts the answer on the clipboard, formatted with its picture where this browser can, and as plain text. */
export function copyAnswer(
  cause: AnswerFacts['cause'],
  scenarios: readonly Scenario[],
  diagnosis: Diagnosis | undefined,
): Promise<Copied> {
  const facts = answerFacts(cause, scenarios, diagnosis)
  return copyBoth(facts.then(answerText), facts.then(answerHtml))
}

async function answerFacts(
  cause: AnswerFacts['cause'],
  scenarios: readonly Scenario[],
  diagnosis: Diagnosis | undefined,
): Promise<AnswerFacts> {
  const [first] = cause.runs
  const run = first && (await answerRun(first, scenarios, diagnosis))
  return { cause, ...(run && { run }) }
}

async function answerRun(
  run: CauseRun,
  scenarios: readonly Scenario[],
  diagnosis: Diagnosis | undefined,
): Promise<AnswerRun | undefined> {
  const scenario = scenarios.find(({ id }) => id === run.scenario)
  const outcome = scenario?.outcomes.find(({ id }) => id === run.outcome)
  if (scenario === undefined || outcome === undefined) return undefined
  const own = diagnosis === undefined ? {} : takenSettings(run, diagnosis)
  const allowed = settingProblems(scenario, own).length === 0 ? own : {}
  const settings = { ...outcome.settings, ...allowed }
  const { recipe, trace } = await playOutcome(scenario, { ...outcome, settings })
  const { actors } = await startRun(scenario, { ...recipe, choices: [] })
  const row = failingRow(trace, modelOf(actors, trace).rows, run.says)
  const step = row?.step ?? recipe.choices.length
  const seen = eventsUpTo(trace, step)
  const model = modelOf(actors, seen)
  const title = `${scenario.title}: ${outcome.title}`
  const place = { scenario: scenario.id, outcome: outcome.id }
  const address = addressOf(siteHome(), encodeLink({ recipe, cursor: step }), { place })
  const drawn = { title, recipe, step, trace: seen, model, rowCount: model.rows.length }
  const svg = picture.convert({ ...drawn, address, showsAddress: true })
  return {
    title,
    ...(row && { row: row.name }),
    address,
    picture: await pictureUrl(svg),
  }
}

function modelOf(actors: readonly Actor[], trace: Trace): SequenceModel {
  const sequence = createSequence(actors)
  sequence.push(trace)
  return sequence
}
