/** A table taken away: copied, or saved in its formats. */
import { Copy, Download } from 'lucide-react'
import { use } from 'react'
import type { LabTable } from '../../../projections/lab/index.ts'
import { Button } from '../../../ui/button.tsx'
import { copyTable, downloadTable } from '../../actions/lab.ts'
import { loadLabExporters } from '../../plugins.ts'

const exporters = loadLabExporters()

/** The buttons, as those of a document. They wait for the last cell. */
export function TableFiles({ table }: { readonly table: LabTable }) {
  const found = use(exporters)
  const [first] = found
  const waits = table.readings === undefined ? 'Not all cells of this table have been played.' : undefined
  return (
    <div className="lab-files" role="toolbar" aria-label="Table">
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
