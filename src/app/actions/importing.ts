/** Opening a run that somebody has as a text: a link, a saved recipe, a saved trace. What is open can be had back. */
import { SIGNATURE_REMOVED, withoutSignatures } from '../../exporters/signatures.ts'
import { eventsUpTo } from '../../projections/index.ts'
import { settingProblems } from '../../scenarios/contract.ts'
import { firstDifference, readSavedRun, type SavedRun } from '../../share/index.ts'
import { hasScenario, loadScenario } from '../registry.ts'
import { current } from '../store/store.ts'
import { notify, replacedNotice } from './notices.ts'
import { open } from './opening.ts'

/** What is wrong with a text, in sentences; nothing when the run in it has been opened. */
export async function openText(text: string): Promise<readonly string[]> {
  const read = readSavedRun(text)
  if (!read.ok) return [read.problem.message]
  const { session } = read.shared
  if (!hasScenario(session.scenario)) {
    return [`It asks for a scenario that is not here: “${session.scenario.slice(0, 60)}”.`]
  }
  const problems = settingProblems(await loadScenario(session.scenario), session.settings)
  if (problems.length > 0) return problems
  await openRun(read.shared)
  return []
}

async function openRun({ session, cursor, recorded }: SavedRun): Promise<void> {
  const before = { session: current().session, cursor: current().view.cursor }
  await open({ session, cursor }, replacedNotice(before, 'The run is open.', ['Undo brings back the one before.']))
  if (recorded === undefined) return
  const replayed = eventsUpTo(current().run.trace, cursor)
  const isBare = recorded.some((event) => event.includes(SIGNATURE_REMOVED))
  const step = firstDifference({ recorded }, isBare ? withoutSignatures(replayed) : replayed)
  if (step === undefined) return
  notify({
    tone: 'problem',
    title: `From step ${step} on, this run is not what the file has recorded.`,
    details: ['The file was changed, or saved by another version of Authlane. What you see was executed here and now.'],
    offers: 'undo',
  })
}
