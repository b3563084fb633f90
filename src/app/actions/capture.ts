/** A recorded login: reading it, walking through it, going from a broken rule to the run that shows it. */
import type { CaptureReport, Finding, ShownHosts } from '../../capture/index.ts'
import { playOutcome } from '../../scenario-kit/run.ts'
import { startReading } from '../capture/client.ts'
import type { HarAnswer } from '../capture/messages.ts'
import { loadScenario } from '../registry.ts'
import type { ReadCapture } from '../state/capture.ts'
import { commit, current } from '../state/store.ts'
import { notify, problemNotice, replacedNotice } from './notices.ts'
import { open } from './opening.ts'
import { play } from './playback.ts'
import { showView } from './view.ts'

let giveUp: () => void = () => undefined

/** Reads a recording and shows it instead of the one before, its host names cut to the registered domain unless asked otherwise. */
export function openCapture(file: Blob, fileName = 'the pasted text', hosts: ShownHosts = 'domain'): void {
  giveUp()
  commit({
    run: { capture: { type: 'reading', fileName, sizeBytes: file.size, share: 0 } },
    view: { dialog: 'capture' },
  })
  const hearAnswer = (answer: HarAnswer) => hear(answer, { file, fileName, hosts })
  try {
    giveUp = startReading(file, hosts, hearAnswer)
  } catch {
    // A sandboxed frame has no origin, so it may start no worker of this one.
    hearAnswer({ type: 'failed', message: 'This frame lets the page start no worker. Open it in a tab of its own.' })
  }
}

/** Closes it; a reading that is under way is given up. The run is as it was. */
export function closeCapture(): void {
  giveUp()
  commit({ run: { capture: undefined }, view: { dialog: undefined } })
}

/** Reads the open recording again, with other host names. */
export function showHosts(hosts: ShownHosts): void {
  const { capture } = current().run
  if (capture?.type === 'read') openCapture(capture.file, capture.fileName, hosts)
}

/** Selects a message of the recording. */
export function selectCaptured(selected: number): void {
  const { capture } = current().run
  if (capture?.type === 'read') commit({ run: { capture: { ...capture, selected } } })
}

/** Plays the run that shows what happened in the recording. */
export async function openNearest({ scenario, outcome }: NonNullable<Finding['see']>): Promise<void> {
  const { recipe, view } = current()
  closeCapture()
  const loaded = await loadScenario(scenario)
  const found = loaded.outcomes.find(({ id }) => id === outcome)
  if (found === undefined) return
  try {
    const expanded = await playOutcome(loaded, found)
    const notice = replacedNotice({ recipe, cursor: view.cursor }, `“${found.title}” of “${loaded.title}” is open.`, [
      'Undo brings back the previous run. The recording is closed; nothing from it was kept.',
    ])
    await open({ recipe: expanded.recipe, cursor: 0 }, notice)
    showView('sequence')
    play()
  } catch (problem) {
    notify(problemNotice(`“${found.title}” cannot be played.`, problem))
  }
}

type Source = Pick<ReadCapture, 'file' | 'fileName' | 'hosts'>

function hear(answer: HarAnswer, source: Source): void {
  const { capture } = current().run
  if (capture?.type !== 'reading') return
  switch (answer.type) {
    case 'progress':
      commit({ run: { capture: { ...capture, share: answer.share } } })
      return
    case 'failed':
      commit({ run: { capture: { type: 'failed', fileName: source.fileName, message: answer.message } } })
      return
    case 'over':
      commit({ run: { capture: toCapture(answer.report, source) } })
      return
    default:
      answer satisfies never
  }
}

function toCapture(report: CaptureReport, source: Source): ReadCapture {
  const { parties, rows, first, rules } = report
  return {
    type: 'read',
    ...source,
    report,
    model: { lanes: parties, rows, rowsAt: () => rows.length, waitingAt: () => [] },
    selected: first === undefined ? rows[0]?.index : rules[first.rule]?.findings[first.finding]?.row,
  }
}
