/** What can be done with a document: copied, saved in its formats, printed. */
import { Copy, Download, Printer } from 'lucide-react'
import { use } from 'react'
import type { Drawings } from '../../../exporters/contract.ts'
import type { DocumentModel } from '../../../projections/document/index.ts'
import { Button } from '../../../ui/button.tsx'
import { copyDocument, downloadDocument } from '../../actions/documents.ts'
import { loadDocumentExporters } from '../../plugins.ts'

const exporters = loadDocumentExporters()

interface DocumentToolbarProps {
  readonly model: DocumentModel
  readonly drawings: Drawings
  /** False while diagrams are still being drawn. */
  readonly isDrawn: boolean
}

/** The actions, in the order in which people reach for them. */
export function DocumentToolbar({ model, drawings, isDrawn }: DocumentToolbarProps) {
  const found = use(exporters)
  const [first] = found
  const waits = isDrawn ? undefined : 'The diagrams are still being drawn.'
  return (
    <div className="document-toolbar" role="toolbar" aria-label="Document">
      {first && (
        <Button size="small" icon={<Copy />} onClick={() => void copyDocument(first, model)}>
          Copy {first.title}
        </Button>
      )}
      {found.map((exporter) => (
        <Button
          key={exporter.id}
          size="small"
          icon={<Download />}
          title={exporter.hint}
          unavailable={exporter.mediaType === 'text/html' ? waits : undefined}
          onClick={() => downloadDocument(exporter, model, drawings)}
        >
          {exporter === first ? `Download ${exporter.title}` : exporter.title}
        </Button>
      ))}
      <Button size="small" icon={<Printer />} unavailable={waits} onClick={() => window.print()}>
        Print
      </Button>
    </div>
  )
}
