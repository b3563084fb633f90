/** A table taken away: its link, copied, or saved in its formats. */
import { Copy, Download } from 'lucide-react'
import { use } from 'react'
import type { LabTable } from '../../../projections/lab/index.ts'
import type { LabPlace } from '../../../share/index.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { copyTable, downloadTable } from '../../actions/lab.ts'
import { labAddress } from '../../link.ts'
import { loadLabExporters } from '../../plugins.ts'

const exporters = loadLabExporters()

interface TableFilesProps {
  readonly table: LabTable
  /** What is asked of it, which the link asks too. */
  readonly place: LabPlace
}

/** The buttons, as those of a document. What holds the cells waits for the last one. */
export function TableFiles({ table, place }: TableFilesProps) {
  const found = use(exporters)
  const [first] = found
  const waits = table.readings === undefined ? 'Not all cells of this table have been played.' : undefined
  return (
    <div className="lab-files" role="toolbar" aria-label="Table">
      <CopyButton size="small" label="Copy link" text={labAddress(place)} />
      {first && (
        <Button size="small" icon={<Copy />} unavailable={waits} onClick={() => void copyTable(first, table)}>
          Copy {first.title}
        </Button>
      )}
      {found.map((exporter) => (
        <Button
          key={exporter.id}
          size="small"
          icon={<Download />}
          title={exporter.hint}
          unavailable={waits}
          onClick={() => downloadTable(exporter, table)}
        >
          {`Download ${exporter.title}`}
        </Button>
      ))}
    </div>
  )
}
