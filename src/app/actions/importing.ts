/** Opening what somebody has as a text: a run as a link, a recipe or a trace; a playlist; progress. What is open can be had back. */
import { SIGNATURE_REMOVED, withoutSignatures } from '../../exporters/signatures.ts'
import { eventsUpTo } from '../../projections/index.ts'
import {
  decodePlaylist,
  firstDifference,
  isLabLink,
  isPlaylistLink,
  linkIn,
  readPlaylistFile,
  readSavedRun,
  type SavedRun,
} from '../../share/index.ts'
import { readLabLink } from '../link.ts'
import { readProgressFile } from '../state/progress.ts'
import { current } from '../state/store.ts'
import { recipeProblems } from './checking.ts'
import { showLibrary } from './learning.ts'
import { takeProgress } from './lessons.ts'
import { notify, replacedNotice } from './notices.ts'
import { open } from './opening.ts'
import { takePlaylist } from './playlists.ts'
import { showLab } from './view.ts'

/** What is wrong with a text, in sentences; nothing when what is in it has been opened. `details`: what else to say when it is a run. */
export async function openText(text: string, details: readonly string[] = []): Promise<readonly string[]> {
  const taken = openProgress(text) ?? (await openPlaylist(text)) ?? (await openLab(text))
  if (taken !== undefined) return taken
  const read = readSavedRun(text)
  if (!read.ok) return [read.problem.message]
  const problems = await recipeProblems(read.shared.recipe)
  if (problems.length > 0) return problems
  await openRun(read.shared, details)
  return []
}

/** Adds saved progress to what is here; `undefined` when the text is none. */
function openProgress(text: string): readonly string[] | undefined {
  const file = readProgressFile(text)
  if (file === undefined) return undefined
  if (!file.ok) return [file.message]
  takeProgress(file.progress)
  showLibrary('lessons')
  return []
}

/** Adds a playlist to those that are here and opens its first run; `undefined` when the text is none. */
async function openPlaylist(text: string): Promise<readonly string[] | undefined> {
  const trimmed = text.trim()
  const fragment = trimmed.startsWith('{') ? '' : linkIn(trimmed)
  const read = isPlaylistLink(fragment) ? decodePlaylist(fragment) : readPlaylistFile(trimmed)
  if (read === undefined) return undefined
  if (!read.ok) return [read.problem.message]
  await takePlaylist(read.shared)
  return []
}

/** Shows the table of the policy lab that a link leads to, beside the run that is open; `undefined` when the text is no such link. */
async function openLab(text: string): Promise<readonly string[] | undefined> {
  const trimmed = text.trim()
  if (/^[{<]/.test(trimmed) || !isLabLink(trimmed)) return undefined
  const reading = await readLabLink(trimmed)
  if (!('place' in reading)) return reading.problems
  showLab(reading.place)
  return []
}

async function openRun({ recipe, cursor, recorded }: SavedRun, details: readonly string[]): Promise<void> {
  const before = { recipe: current().recipe, cursor: current().view.cursor }
  const told = [...details, 'Undo brings back the previous run.']
  await open({ recipe, cursor }, replacedNotice(before, 'The run is open.', told))
  if (recorded === undefined) return
  const replayed = eventsUpTo(current().run.trace, cursor)
  const isBare = recorded.some((event) => event.includes(SIGNATURE_REMOVED))
  const step = firstDifference({ recorded }, isBare ? withoutSignatures(replayed) : replayed)
  if (step === undefined) return
  notify({
    tone: 'problem',
    title: `From step ${step} on, this run differs from what the file recorded.`,
    details: [
      'The file was changed, or saved by another version of Authlane. What you see was executed here, just now.',
    ],
    offers: 'undo',
  })
}
