/** Everything that a run can be written as. */
import { Menu } from '@base-ui/react/menu'
import { Check, ChevronDown, Clipboard, Download } from 'lucide-react'
import { use } from 'react'
import type { Exporter } from '../../exporters/contract.ts'
import { copyExport, downloadExport } from '../actions/exporting.ts'
import { keepSignatures } from '../actions/view.ts'
import { loadExporters } from '../plugins.ts'
import { useApp } from '../store/store.ts'
import '../../ui/menu.css'

const exporters = loadExporters()

/** The button “Export” and its menu: each format can be copied or downloaded. */
export function ExportMenu() {
  const formats = use(exporters)
  const keepsSignatures = useApp((state) => state.view.exportsSignatures)
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
            <Menu.CheckboxItem className="menu-item" checked={keepsSignatures} onCheckedChange={keepSignatures}>
              <Menu.CheckboxItemIndicator keepMounted className="menu-check">
                <Check />
              </Menu.CheckboxItemIndicator>
              Keep the signatures of tokens
            </Menu.CheckboxItem>
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
      {exporter.kind !== 'project' && (
        <Menu.Item className="menu-item" title={exporter.hint} onClick={() => void copyExport(exporter)}>
          <Clipboard /> Copy {exporter.title}
        </Menu.Item>
      )}
      <Menu.Item className="menu-item" title={exporter.hint} onClick={() => downloadExport(exporter)}>
        <Download /> Download {exporter.fileName}
      </Menu.Item>
    </Menu.Group>
  )
}
