/** Whatever somebody has, dropped, pasted or chosen, goes one way: a recorded login is read, a run or a picture of one opened, an error explained. */
import { isRecordingFile, isRecordingText, isRunText } from '../capture/sniff.ts'
import { current } from '../state/store.ts'
import { openCapture } from './capture.ts'
import { openText } from './importing.ts'
import { notify } from './notices.ts'
import { openPicture } from './pictures.ts'
import { openSearch } from './view.ts'

/** Takes a file. What is wrong with it, in sentences; nothing when it is open. */
export async function takeFile(file: File): Promise<readonly string[]> {
  const picture = await openPicture(file)
  if (picture !== undefined) return picture
  if (!(await isRecordingFile(file))) return takeText(await file.text())
  openCapture(file, file.name)
  return []
}

/** Takes a text: a HAR, a link, a saved run, or any evidence of an error. What is wrong with it, in sentences; nothing when it is open. */
export async function takeText(text: string): Promise<readonly string[]> {
  if (isRecordingText(text)) {
    openCapture(new Blob([text]))
    return []
  }
  if (isRunText(text) || !(await tells(text))) return openText(text)
  openSearch(text)
  return []
}

/** Takes a text that was pasted on the page, outside of every field: most are none of our business and change nothing. */
export async function takePaste(text: string): Promise<void> {
  const isOurs =
    isRecordingText(text) || isRunText(text) || (current().view.dialog === undefined && (await tells(text)))
  if (isOurs) await sayWhatIsWrong(takeText(text))
}

/** The file on a clipboard, such as a picture; not where words came along, as word processors send both. */
export function pastedFile(clipboard: DataTransfer | null): File | undefined {
  return clipboard === null || clipboard.getData('text/plain') !== '' ? undefined : clipboard.files[0]
}

/** Shows what is wrong with what was dropped or pasted on the page. */
export async function sayWhatIsWrong(taking: Promise<readonly string[]>): Promise<void> {
  const problems = await taking
  if (problems.length === 0) return
  notify({ tone: 'problem', title: 'This cannot be opened. Nothing has changed here.', details: problems })
}

/** Whether there is anything in a text that the search can explain. */
async function tells(text: string): Promise<boolean> {
  const { CAUSES, diagnose, isEvidence } = await import('../../guidance/diagnosis/index.ts')
  const diagnosis = diagnose(text, CAUSES, 0)
  return isEvidence(diagnosis) || diagnosis.causes.length > 0
}
