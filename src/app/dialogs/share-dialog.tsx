/** The link to this run at this step. */
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import '../../ui/field.css'
import { closeDialog } from '../actions/view.ts'
import { linkOf } from '../link.ts'
import { useApp } from '../store/store.ts'
import './dialogs.css'
import { Fingerprint } from './fingerprint.tsx'

/** Whoever opens the link sees the same bytes, paused at the same step. */
export default function ShareDialog() {
  const link = useApp((state) => `${location.href.split('#', 1)[0]}#${linkOf(state)}`)
  const cursor = useApp((state) => state.view.cursor)
  const total = useApp((state) => state.session.choices.length)
  return (
    <Dialog
      title="Share this run"
      description={`Whoever opens this link sees the same run, byte for byte, paused at step ${cursor} of ${total}. It carries the recipe alone: scenario, settings and choices. Nothing is sent to a server.`}
      onClose={closeDialog}
    >
      <div className="share">
        <textarea
          className="field field-mono"
          aria-label="Link"
          rows={4}
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <CopyButton look="primary" label="Copy link" text={link} />
      </div>
      <Fingerprint />
    </Dialog>
  )
}
