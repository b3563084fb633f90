/** One format of the export menu: what it is good for, and what can be done with it. */
import { Copy, Download, ExternalLink } from 'lucide-react'
import type { Exporter } from '../../exporters/contract.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { copyExport, downloadExport, downloadPixels } from '../actions/exporting.ts'
import { openDialog } from '../actions/view.ts'

interface ExportRowProps {
  readonly exporter: Exporter
  /** Something was taken away, and the menu may close. */
  onDone(): void
}

/** The scales that a picture is drawn at. */
const SCALES = [1, 2]

/** A row of buttons; each names its format, because a screen reader meets it alone. */
export function ExportRow({ exporter, onDone }: ExportRowProps) {
  const { title, hint, fileName } = exporter
  const act = (action: () => unknown) => () => {
    onDone()
    action()
  }
  return (
    <li className="export-row" data-grid-row>
      <div className="export-format">
        <p className="export-name">
          {title} <span>{fileName}</span>
        </p>
        <p className="export-hint">{hint}</p>
      </div>
      <div className="export-actions">
        {exporter.kind === 'picture' &&
          SCALES.map((scale) => (
            <Button
              key={scale}
              size="small"
              aria-label={`Download PNG ${scale}×`}
              onClick={act(() => void downloadPixels(exporter, scale))}
            >
              PNG {scale}×
            </Button>
          ))}
        {exporter.id === 'mermaid' && (
          <IconButton
            label="Open in the Mermaid live editor"
            icon={<ExternalLink />}
            onClick={act(() => openDialog('live-editor'))}
          />
        )}
        {exporter.kind !== 'project' && (
          <IconButton label={`Copy ${title}`} icon={<Copy />} onClick={act(() => void copyExport(exporter))} />
        )}
        <IconButton label={`Download ${fileName}`} icon={<Download />} onClick={act(() => downloadExport(exporter))} />
      </div>
    </li>
  )
}
