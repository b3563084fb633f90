/** A login that a browser has recorded: being read, refused, or drawn with the first rule that it breaks. */
import { FileInput } from 'lucide-react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { closeCapture } from '../../actions/capture.ts'
import { openDialog } from '../../actions/view.ts'
import { megabytes } from '../../capture/client.ts'
import type { Capture } from '../../state/capture.ts'
import { useApp } from '../../state/store.ts'
import './capture-dialog.css'
import { CapturedLogin } from './captured-login.tsx'

/** What may be read here; the lists are `capture/redaction`. */
function privacy(capture: Capture): string {
  const hosts = capture.type === 'read' && capture.hosts === 'full' ? 'full host names' : 'registered domains'
  return `Nothing leaves this page. Shown are names and values that specifications register, usual words of endpoints and errors, status codes, times and ${hosts}. Everything else is replaced by a name such as state-1 before anything is drawn; the same value has the same name.`
}

/** The dialog. Closing it leads back to the run as it was. */
export default function CaptureDialog() {
  const capture = useApp((state) => state.run.capture)
  if (capture === undefined) return null
  return (
    <Dialog title="A recorded login" description={privacy(capture)} size="page" onClose={closeCapture}>
      <Content capture={capture} />
    </Dialog>
  )
}

function Content({ capture }: { readonly capture: Capture }) {
  switch (capture.type) {
    case 'reading':
      return (
        <div className="capture-reading">
          <p role="status">
            Reading {capture.fileName} ({megabytes(capture.sizeBytes)} MB) …
          </p>
          <Progress label="Read" value={capture.share} max={1} onCancel={closeCapture} />
        </div>
      )
    case 'failed':
      return (
        <div className="capture-failed">
          <p role="alert">
            <strong>{capture.fileName} cannot be read.</strong> {capture.message}
          </p>
          <p>
            A HAR is saved in the network panel of the browser’s developer tools: clear the panel, sign in, then choose
            “Save all as HAR”.
          </p>
          <Button look="primary" icon={<FileInput />} onClick={() => openDialog('open')}>
            Choose another file
          </Button>
        </div>
      )
    case 'read':
      return <CapturedLogin capture={capture} />
    default:
      return capture satisfies never
  }
}
