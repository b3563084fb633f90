/** The policy lab: plays its cells, opens one as the run, and takes its tables away. */
import type { LabExporter } from '../../exporters/contract.ts'
import type { LabTable } from '../../projections/lab/index.ts'
import type { Cell } from '../../scenario-kit/policy-lab/matrix.ts'
import { cellCount } from '../../scenario-kit/policy-lab/source.ts'
import { copyText } from '../../ui/clipboard.ts'
import { type RunningLabs, startLabs } from '../lab/client.ts'
import type { ScenarioLab } from '../lab/labs.ts'
import type { LabAnswer } from '../lab/messages.ts'
import type { LabWork } from '../state/run.ts'
import { commit, current } from '../state/store.ts'
import { notify, problemNotice, replacedNotice } from './notices.ts'
import { open } from './opening.ts'
import { saveFile } from './saving.ts'
import { showView } from './view.ts'

let running: RunningLabs | undefined

const IN_A_TAB = 'It lets the page start no worker. Open the page in a tab of its own.'

/** True when all cells of a lab have been played. */
export function isWhole({ played }: LabWork, declared: ScenarioLab): boolean {
  return played[declared.scenario.id]?.cells.length === cellCount(declared.shape)
}

/** Plays the cells of these labs that have not been played; what is under way is given up. */
export function playLabs(labs: readonly ScenarioLab[]): void {
  running?.discard()
  const { lab } = current().run
  const missing = labs.filter((declared) => !isWhole(lab, declared))
  const ids = missing.map(({ scenario }) => scenario.id)
  const kept = Object.entries(lab.played).filter(([id]) => !ids.includes(id))
  // The first one counts as begun, so that a cancelled table waits for the person.
  const begun = ids.slice(0, 1).map((id) => [id, { actors: [], cells: [] }] as const)
  const of = missing.reduce((sum, declared) => sum + cellCount(declared.shape), 0)
  commit({
    run: { lab: { played: Object.fromEntries([...kept, ...begun]), ...(of > 0 && { progress: { done: 0, of } }) } },
  })
  try {
    running = startLabs(ids, {}, hear)
  } catch {
    // A sandboxed frame has no origin, so it may start no worker of this one.
    stopLabs()
    notify({ tone: 'problem', title: 'The policy lab cannot play its cells in this frame.', details: [IN_A_TAB] })
  }
}

/** Plays a table that somebody looks at for the first time. */
export function playWhenSeen(declared: ScenarioLab): void {
  const { lab } = current().run
  if (lab.played[declared.scenario.id] === undefined) playLabs([declared])
}

/** Ends the playing; the cells that have been played stay. */
export function stopLabs(): void {
  running?.discard()
  commit({ run: { lab: { played: current().run.lab.played } } })
}

function hear(answer: LabAnswer): void {
  if (answer.type === 'failed') {
    stopLabs()
    notify(problemNotice('The policy lab cannot go on.', new Error(answer.message)))
    return
  }
  if (answer.type === 'over') return
  const { played, progress } = current().run.lab
  if (answer.type === 'actors') {
    const begun = { actors: answer.actors, cells: [] }
    commit({ run: { lab: { ...current().run.lab, played: { ...played, [answer.scenario]: begun } } } })
    return
  }
  const before = played[answer.scenario]
  if (before === undefined || progress === undefined) return
  const grown = { ...before, cells: [...before.cells, answer.cell] }
  const done = progress.done + 1
  commit({
    run: {
      lab: {
        played: { ...played, [answer.scenario]: grown },
        ...(done < progress.of && { progress: { done, of: progress.of } }),
      },
    },
  })
}

/** Opens the run of a cell, at its end, and shows it. */
export async function openCell({ recipe }: Cell, title: string): Promise<void> {
  const { recipe: before, view } = current()
  const notice = replacedNotice({ recipe: before, cursor: view.cursor }, title)
  await open({ recipe, cursor: recipe.choices.length }, notice)
  showView('sequence')
}

/** Puts a table on the clipboard. */
export async function copyTable(exporter: LabExporter, table: LabTable): Promise<void> {
  try {
    await copyText(exporter.convert(table))
    notify({ tone: 'info', title: `The table was copied as ${exporter.title}.`, details: [] })
  } catch {
    notify({
      tone: 'problem',
      title: 'The browser does not allow copying here.',
      details: ['Download the table instead.'],
    })
  }
}

/** Saves a table as a file. */
export function downloadTable(exporter: LabExporter, table: LabTable): void {
  saveFile(`${table.scenario.id}${exporter.fileSuffix}`, exporter.convert(table), exporter.mediaType)
}
