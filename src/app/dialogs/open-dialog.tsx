/** Opens a run that somebody has sent, or a login that a browser has recorded: pasted, chosen as a file, or dropped anywhere on the page. */
import { FileInput } from 'lucide-react'
import { type ClipboardEvent, type FormEvent, useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import '../../ui/field.css'
import { pastedFile, takeFile, takeText } from '../actions/intake.ts'
import { closeDialog } from '../actions/view.ts'
import { current } from '../state/store.ts'
import './dialogs.css'

/** A text field and a file; what is wrong with either is said here, and the run on the page stays as it is. */
export default function OpenDialog() {
  const [problems, setProblems] = useState<readonly string[]>([])
  const problemsId = useId()

  const take = async (taking: Promise<readonly string[]>) => {
    const found = await taking
    setProblems(found)
    // A recording or an error has a dialog of its own by now.
    if (found.length === 0 && current().view.dialog === 'open') closeDialog()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void take(takeText(String(new FormData(event.currentTarget).get('run'))))
  }
  const paste = (event: ClipboardEvent) => {
    const file = pastedFile(event.clipboardData)
    if (file === undefined) return
    event.preventDefault()
    void take(takeFile(file))
  }

  return (
    <Dialog
      title="Open a run"
      description="Paste a link, an error or the contents of a saved file, or choose a file: a saved run, a picture of one, a log, or a HAR that your browser recorded of a real login. You can also drop it anywhere on the page."
      onClose={closeDialog}
    >
      <form className="open-run" onSubmit={submit} onPaste={paste}>
        <textarea
          className="field field-mono"
          data-first-focus
          name="run"
          aria-label="Link or saved run"
          aria-invalid={problems.length > 0}
          aria-describedby={problemsId}
          rows={5}
          spellCheck={false}
          required
        />
        <div id={problemsId} role="alert" className="open-run-problems">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
        <div className="open-run-actions">
          <label className="button" data-look="secondary">
            <FileInput aria-hidden="true" />
            <span className="button-label">Choose a file</span>
            <input
              type="file"
              className="visually-hidden"
              accept=".json,.har,.log,.txt,application/json,text/plain,image/*"
              onChange={(event) => {
                const file = event.target.files?.[0]
                if (file !== undefined) void take(takeFile(file))
              }}
            />
          </label>
          <Button type="submit" look="primary">
            Open
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
