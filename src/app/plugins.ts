/** What stands around a run: inspectors, exporters, and the texts of a scenario's folder. Not needed for the first arrow. */
import type { Exporter } from '../exporters/contract.ts'
import type { Inspector } from '../inspectors/contract.ts'

const codeFiles = import.meta.glob<string>('../scenarios/*/client.ts', { query: '?raw', import: 'default' })
const lessonFiles = import.meta.glob<string>('../scenarios/*/lesson.md', { query: '?raw', import: 'default' })
const inspectorModules = import.meta.glob<Inspector>('../inspectors/*/index.ts', { import: 'default' })
const exporterModules = import.meta.glob<Exporter>('../exporters/*/index.ts', { import: 'default' })

/** What is shown of a scenario's folder: the code that runs, and the lesson. */
export interface Material {
  readonly code: string
  readonly lesson: string
}

/** Loads a scenario's code and lesson as text. */
export async function loadMaterial(id: string): Promise<Material> {
  const [code, lesson] = await Promise.all([
    codeFiles[`../scenarios/${id}/client.ts`]?.(),
    lessonFiles[`../scenarios/${id}/lesson.md`]?.(),
  ])
  return { code: code ?? '', lesson: lesson ?? '' }
}

/** Loads the inspectors, in the order of their tabs. */
export async function loadInspectors(): Promise<readonly Inspector[]> {
  const inspectors = await Promise.all(Object.values(inspectorModules).map((load) => load()))
  return inspectors.sort((one, other) => one.order - other.order)
}

/** Loads the exporters, in the order of the menu. */
export async function loadExporters(): Promise<readonly Exporter[]> {
  const exporters = await Promise.all(Object.values(exporterModules).map((load) => load()))
  return exporters.sort((one, other) => one.order - other.order)
}
