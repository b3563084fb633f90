/** The warning before a run’s Mermaid text leaves the page: what goes, where to, and who can read it there. */
import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import mermaid from '../../exporters/mermaid/index.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import '../../ui/field.css'
import { exportedText } from '../actions/exporting.ts'
import { closeDialog } from '../actions/view.ts'
import { LIVE_EDITOR_HOST, liveEditorLink } from '../exporting/live-editor.ts'
import './live-editor-dialog.css'

/** The link is followed by the person, in a new tab that knows nothing of this page. */
export default function LiveEditorDialog() {
  const [text] = useState(() => exportedText(mermaid))
  return (
    <Dialog
      title="Open in the Mermaid live editor?"
      description={`The text below leaves this page. It goes to ${LIVE_EDITOR_HOST}, a public website that is not part of Authlane, inside the link: after the #, which browsers do not send to servers. But the site’s own scripts read it, and may keep it or pass it on. It also stays in your browser’s history.`}
      onClose={closeDialog}
    >
      <label className="live-editor">
        <span>Everything that is sent: {text.length.toLocaleString('en')} characters</span>
        <textarea className="field field-mono" aria-label="Text that is sent" rows={9} readOnly value={text} />
      </label>
      <div className="live-editor-actions">
        <Button onClick={closeDialog}>Stay here</Button>
        <a
          className="button"
          data-look="primary"
          href={liveEditorLink(text)}
          target="_blank"
          rel="noopener noreferrer"
          onClick={closeDialog}
        >
          <ExternalLink aria-hidden="true" />
          Open {LIVE_EDITOR_HOST}
        </a>
      </div>
    </Dialog>
  )
}
