/** What stands around a run: inspectors and exporters. Not needed for the first arrow. */
import {
  type AnyExporter,
  type DocumentExporter,
  type Exporter,
  isOfRun,
  type LabExporter,
} from '../exporters/contract.ts'
import type { Inspector } from '../inspectors/contract.ts'

const inspectorModules = import.meta.glob<Inspector>('../inspectors/*/index.ts', { import: 'default' })
const exporterModules = import.meta.glob<AnyExporter>('../exporters/*/index.ts', { import: 'default' })

/** Loads the inspectors, in the order of their tabs. */
export async function loadInspectors(): Promise<readonly Inspector[]> {
  const inspectors = await Promise.all(Object.values(inspectorModules).map((load) => load()))
  return inspectors.sort((one, other) => one.order - other.order)
}

/** Loads the exporters of a run, in the order of the menu. */
export async function loadExporters(): Promise<readonly Exporter[]> {
  const exporters = await loadAllExporters()
  return exporters.filter(isOfRun).sort((one, other) => one.order - other.order)
}

/** Loads the exporters of a scenario's document, in the order of its buttons. */
export async function loadDocumentExporters(): Promise<readonly DocumentExporter[]> {
  const exporters = await loadAllExporters()
  return exporters.filter((exporter) => exporter.kind === 'document').sort((one, other) => one.order - other.order)
}

/** Loads the exporters of a table of the policy lab, in the order of its buttons. */
export async function loadLabExporters(): Promise<readonly LabExporter[]> {
  const exporters = await loadAllExporters()
  return exporters.filter((exporter) => exporter.kind === 'lab').sort((one, other) => one.order - other.order)
}

function loadAllExporters(): Promise<readonly AnyExporter[]> {
  return Promise.all(Object.values(exporterModules).map((load) => load()))
}
