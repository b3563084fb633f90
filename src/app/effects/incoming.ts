/** What is dropped on the page or pasted outside of a text field: a run or a recorded login is opened, an error explained. */
import { openCapture } from '../actions/capture.ts'
import { openText } from '../actions/importing.ts'
import { notify } from '../actions/notices.ts'
import { openSearch } from '../actions/view.ts'
import { isRecordingFile, isRecordingText } from '../capture/sniff.ts'
import { current } from '../state/store.ts'

/** What begins like something of ours; everything else that is pasted is none of our business. */
const LOOKS_LIKE_A_RUN = /^\s*(?:\{\s*"format"\s*:\s*"authlane-|(?:https?:\/\/\S+)?#?p?\d{1,4}\.[\w-]{10})/

/** Listens on the whole page; the result stops it. */
export function takeWhatComesIn(): () => void {
  const over = (event: DragEvent) => {
    if (isForUs(event)) event.preventDefault()
  }
  const drop = (event: DragEvent) => {
    if (!isForUs(event)) return
    event.preventDefault()
    const [file] = event.dataTransfer?.files ?? []
    const text = event.dataTransfer?.getData('text/plain') ?? ''
    void (file === undefined ? openOrSay(text) : openFile(file))
  }
  const paste = (event: ClipboardEvent) => {
    if ((event.target as Element).closest('input, textarea, [contenteditable]') !== null) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (LOOKS_LIKE_A_RUN.test(text) || isRecordingText(text)) void openOrSay(text)
    else void explainError(text)
  }
  document.addEventListener('dragover', over)
  document.addEventListener('drop', drop)
  document.addEventListener('paste', paste)
  return () => {
    document.removeEventListener('dragover', over)
    document.removeEventListener('drop', drop)
    document.removeEventListener('paste', paste)
  }
}

/** Files, and texts that are not dropped into a field that takes them. */
function isForUs(event: DragEvent): boolean {
  const types = event.dataTransfer?.types ?? []
  const isField = (event.target as Element).closest('input, textarea') !== null
  return types.includes('Files') || (types.includes('text/plain') && !isField)
}

async function openFile(file: File): Promise<void> {
  if (await isRecordingFile(file)) openCapture(file, file.name)
  else await openOrSay(await file.text())
}

async function openOrSay(text: string): Promise<void> {
  if (isRecordingText(text)) {
    openCapture(new Blob([text]))
    return
  }
  const problems = await openText(text)
  if (problems.length > 0) {
    notify({ tone: 'problem', title: 'This cannot be opened. Nothing has changed here.', details: problems })
  }
}

/** An error, a token, a redirect with an answer: the search tells what it is and where it may come from. */
async function explainError(text: string): Promise<void> {
  const { CAUSES, diagnose, isEvidence } = await import('../../guidance/diagnosis/index.ts')
  const diagnosis = diagnose(text, CAUSES, 0)
  if ((isEvidence(diagnosis) || diagnosis.causes.length > 0) && current().view.dialog === undefined) openSearch(text)
}
