/** Giving a run away as a ticket: on the clipboard, or as an archive with the picture, the steps and the run. */
import { strToU8, zipSync } from 'fflate'
import picture from '../../exporters/svg/index.ts'
import { settingRows } from '../../projections/document/setting-words.ts'
import { failureAt } from '../../projections/index.ts'
import type { SequenceRow } from '../../projections/sequence/index.ts'
import { writeRecipeFile } from '../../share/index.ts'
import { drawPixels, pictureUrl } from '../exporting/pixels.ts'
import { type Copied, copyBoth } from '../exporting/rich-copy.ts'
import { stepsTo, type TicketFacts, ticketHtml, ticketMarkdown, ticketText } from '../exporting/ticket.ts'
import { addressAt } from '../link.ts'
import { selectOutcome, selectScenario } from '../selectors/outcome.ts'
import { type AppState, current } from '../state/store.ts'
import { ARCHIVE_DATE, exportableRun } from './exporting.ts'
import { notify, problemNotice } from './notices.ts'
import { saveFile } from './saving.ts'

/** Where in the run a ticket is about. */
export interface TicketMoment {
  readonly step: number
  readonly row: SequenceRow | undefined
}

/** What a ticket says of a moment: how the run gets there, why it or the last red row before it went wrong, and what others call that. */
export async function ticketFacts(state: AppState, { step, row }: TicketMoment): Promise<TicketFacts> {
  const { recipe, run } = state
  const red = run.sequence.rows.slice(0, (row?.index ?? -1) + 1).findLast(({ tone }) => tone === 'error')
  const failure = red && failureAt(run.trace, red)
  const outcome = selectOutcome(state)
  const cause = outcome && (await causeShownBy(recipe.scenario, outcome.id, failure?.message))
  return {
    scenario: selectScenario(state)?.title ?? '',
    ...(outcome && { outcome: { title: outcome.title, description: outcome.goal.description } }),
    ...(row && { row, steps: stepsTo(run.trace, run.sequence, row) }),
    ...(failure && { failure }),
    ...(cause && { cause }),
    differences: differencesOf(state),
    address: addressAt(state, step),
  }
}

/** Copies the ticket with its picture where this browser can, and as text. Call it in the press of a button. */
export function copyTicket(moment: TicketMoment): Promise<Copied> {
  const facts = ticketFacts(current(), moment)
  const svg = svgAt(moment.step)
  const html = Promise.all([facts, pictureUrl(svg)]).then(([known, url]) => ticketHtml(known, url))
  return copyBoth(facts.then(ticketText), html)
}

/** Saves the ticket as `ticket.zip`: the picture, the steps as Markdown, and the run as a file. */
export async function saveTicket(moment: TicketMoment): Promise<void> {
  try {
    const { recipe } = current()
    const [facts, { image }] = await Promise.all([ticketFacts(current(), moment), drawPixels(svgAt(moment.step), 1)])
    const files = {
      'sequence.png': new Uint8Array(await image.arrayBuffer()),
      'steps.md': strToU8(ticketMarkdown(facts, 'sequence.png')),
      'run.authlane.json': strToU8(writeRecipeFile({ recipe, cursor: moment.step })),
    }
    saveFile('ticket.zip', zipSync(files, { mtime: ARCHIVE_DATE }), 'application/zip')
  } catch (problem) {
    notify(problemNotice('The picture could not be drawn.', problem))
  }
}

function svgAt(step: number): string {
  return picture.convert({ ...exportableRun(step), showsAddress: true })
}

/** The cause of errors that an outcome shows; of several, the one whose run says what this one says. */
async function causeShownBy(scenario: string, outcome: string, says = ''): Promise<TicketFacts['cause']> {
  const { CAUSES } = await import('../../guidance/diagnosis/index.ts')
  const shown = CAUSES.filter(({ runs }) => runs.some((run) => run.scenario === scenario && run.outcome === outcome))
  return shown.find(({ runs }) => runs.some((run) => run.says !== undefined && says.includes(run.says))) ?? shown[0]
}

/** What cannot be the reader's: the names and the keys of the simulation, and rules that every server makes for itself. */
function differencesOf(state: AppState): readonly string[] {
  const fields = selectScenario(state)?.settings ?? []
  const chosen = fields.map((field) => ({ ...field, default: state.recipe.settings[field.id] ?? field.default }))
  const policies = settingRows(chosen)
    .filter(({ isPolicy }) => isPolicy)
    .map(({ label, value }) => `${label}: ${value}`)
  return [
    'Hosts, names, identifiers, keys and times are those of a simulation.',
    ...(policies.length > 0
      ? [`Policies, which no specification has and each server sets for itself. Here: ${policies.join('; ')}.`]
      : []),
  ]
}
