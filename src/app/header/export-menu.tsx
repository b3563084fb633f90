/** Everything that a run can be written as. */
import { Menu } from '@base-ui/react/menu'
import { ChevronDown, Clipboard, Download } from 'lucide-react'
import { use } from 'react'
import type { Exporter } from '../../exporters/contract.ts'
import { copyExport, downloadExport } from '../actions/exporting.ts'
import { loadExporters } from '../plugins.ts'
import '../../ui/menu.css'

const exporters = loadExporters()

/** The button “Export” and its menu: each format can be copied or downloaded. */
export function ExportMenu() {
  const formats = use(exporters)
  return (
    <Menu.Root>
      <Menu.Trigger className="button" data-look="quiet" aria-label="Export">
        <Download />
        <span className="button-label">Export</span>
        <ChevronDown />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={6} align="end">
          <Menu.Popup className="menu">
            {formats.map((exporter) => (
              <ExportItems key={exporter.id} exporter={exporter} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function ExportItems({ exporter }: { readonly exporter: Exporter }) {
  return (
    <Menu.Group>
      <Menu.GroupLabel className="menu-label">{exporter.title}</Menu.GroupLabel>
      <Menu.Item className="menu-item" onClick={() => void copyExport(exporter)}>
        <Clipboard /> Copy {exporter.title}
      </Menu.Item>
      <Menu.Item className="menu-item" onClick={() => downloadExport(exporter)}>
        <Download /> Download {exporter.fileName}
      </Menu.Item>
    </Menu.Group>
  )
}
