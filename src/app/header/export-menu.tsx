/** Everything that a run can be written as. */
import { Popover } from '@base-ui/react/popover'
import { ChevronDown, Download } from 'lucide-react'
import { use, useState } from 'react'
import { EXPORT_GROUPS, type Exporter } from '../../exporters/contract.ts'
import { Part } from '../../ui/part.tsx'
import { keepSignatures, writeAddress } from '../actions/view.ts'
import { loadExporters } from '../plugins.ts'
import { useApp } from '../state/store.ts'
import '../../ui/menu.css'
import './export-menu.css'
import { ExportRow } from './export-row.tsx'
import { moveInGrid } from './move-in-grid.ts'

let loading: Promise<readonly Exporter[]> | undefined

/** The formats, loaded when somebody first asks for them; where they do not come, the next opening tries again. */
function formatsOf(): Promise<readonly Exporter[]> {
  loading ??= loadExporters().catch((problem: unknown) => {
    loading = undefined
    throw problem
  })
  return loading
}

/** What the parts of the menu are called. */
const HEADINGS: Readonly<Record<Exporter['group'], string>> = { Diagram: 'Diagrams', Data: 'Data', Code: 'Code' }

/** The button “Export” and what it opens: a row for each format, with what can be done with it. */
export function ExportMenu() {
  const step = useApp((state) => state.view.cursor)
  const isUntouched = useApp((state) => state.recipe.choices.length === 0)
  const keepsSignatures = useApp((state) => state.view.exportsSignatures)
  const writesAddress = useApp((state) => state.view.exportsAddress)
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className={isUntouched ? 'button receded' : 'button'} data-look="quiet" aria-label="Export">
        <Download />
        <span className="button-label">Export</span>
        <ChevronDown />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" sideOffset={6} align="end" collisionPadding={8}>
          <Popover.Popup className="menu export" onKeyDown={moveInGrid}>
            <Popover.Title className="export-title">Export this run</Popover.Title>
            <Popover.Description className="export-description">
              As it stands at step {step}. Every token in it is a fixture, signed with public test keys.
            </Popover.Description>
            <Part loading={<p className="export-description">Loading the formats …</p>}>
              <Formats onDone={() => setOpen(false)} />
            </Part>
            <div className="export-options">
              <label>
                <input
                  type="checkbox"
                  checked={keepsSignatures}
                  onChange={(event) => keepSignatures(event.target.checked)}
                />
                <span>Keep the signatures of tokens</span>
              </label>
              <label>
                <input
                  type="checkbox"
                  checked={writesAddress}
                  onChange={(event) => writeAddress(event.target.checked)}
                />
                <span>Address at the foot of the picture</span>
              </label>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Formats({ onDone }: { onDone(): void }) {
  const formats = use(formatsOf())
  return EXPORT_GROUPS.map((group) => (
    <section key={group} aria-labelledby={`export-${group}`}>
      <h3 id={`export-${group}`} className="menu-label">
        {HEADINGS[group]}
      </h3>
      <ul>
        {formats
          .filter((exporter) => exporter.group === group)
          .map((exporter) => (
            <ExportRow key={exporter.id} exporter={exporter} onDone={onDone} />
          ))}
      </ul>
    </section>
  ))
}
