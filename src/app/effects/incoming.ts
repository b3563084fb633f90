/** Whatever is dropped on the page or pasted outside of a text field is opened, if it is a run. */
import { openText } from '../actions/importing.ts'
import { notify } from '../actions/notices.ts'

/** What begins like something of ours; everything else that is pasted is none of our business. */
const LOOKS_LIKE_A_RUN = /^\s*(?:\{\s*"format"\s*:\s*"authlane-|(?:https?:\/\/\S+)?#?\d{1,4}\.[\w-]{10})/

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
    void (file === undefined ? openOrSay(text) : file.text().then(openOrSay))
  }
  const paste = (event: ClipboardEvent) => {
    if ((event.target as Element).closest('input, textarea, [contenteditable]') !== null) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (LOOKS_LIKE_A_RUN.test(text)) void openOrSay(text)
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

async function openOrSay(text: string): Promise<void> {
  const problems = await openText(text)
  if (problems.length > 0) {
    notify({ tone: 'problem', title: 'This cannot be opened. Nothing has changed here.', details: problems })
  }
}
