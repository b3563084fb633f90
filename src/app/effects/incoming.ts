/** What is dropped on the page or pasted outside of a text field. */
import { pastedFile, sayWhatIsWrong, takeFile, takePaste, takeText } from '../actions/intake.ts'

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
    void sayWhatIsWrong(file === undefined ? takeText(text) : takeFile(file))
  }
  const paste = (event: ClipboardEvent) => {
    if (event.defaultPrevented) return
    const picture = pastedFile(event.clipboardData)
    if (picture !== undefined) {
      event.preventDefault()
      void sayWhatIsWrong(takeFile(picture))
      return
    }
    if ((event.target as Element).closest('input, textarea, [contenteditable]') !== null) return
    void takePaste(event.clipboardData?.getData('text/plain') ?? '')
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
