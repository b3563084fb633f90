/** The warning before a run's Mermaid text leaves the page: what goes, where to, and who can read it there. */
import { ExternalLink } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import '../../ui/field.css'
import { LIVE_EDITOR_HOST, liveEditorLink } from './live-editor.ts'
import './live-editor-dialog.css'

/** The link is followed by the person, in a new tab that knows nothing of this page. */
export function LiveEditorDialog({ text, onClose }: { readonly text: string; onClose(): void }) {
  return (
    <Dialog
      title="Open in the Mermaid live editor?"
      description={`The text below leaves this page. It goes to ${LIVE_EDITOR_HOST}, a public website that is not part of Authlane, inside of the link: after the #, which browsers do not send to servers, but the site's own scripts read it and may keep or pass it on. It stays in your browser's history, too.`}
      onClose={onClose}
    >
      <label className="live-editor">
        <span>All that is sent: {text.length.toLocaleString('en')} characters</span>
        <textarea className="field field-mono" aria-label="Text that is sent" rows={9} readOnly value={text} />
      </label>
      <div className="live-editor-actions">
        <Button onClick={onClose}>Stay here</Button>
        <a
          className="button"
          data-look="primary"
          href={liveEditorLink(text)}
          target="_blank"
          rel="noopener noreferrer"
          onClick={onClose}
        >
          <ExternalLink aria-hidden="true" />
          Open {LIVE_EDITOR_HOST}
        </a>
      </div>
    </Dialog>
  )
}
