/** Taking a document away, and going from it to the run that it tells of. */
import type { DocumentExporter, Drawings } from '../../exporters/contract.ts'
import type { DocumentModel } from '../../projections/document/index.ts'
import type { Recipe } from '../../simulation/index.ts'
import { copyText } from '../../ui/clipboard.ts'
import { notify } from './notices.ts'
import { open } from './opening.ts'
import { saveFile } from './saving.ts'

/** Puts a document on the clipboard. */
export async function copyDocument(exporter: DocumentExporter, model: DocumentModel): Promise<void> {
  try {
    await copyText(exporter.convert(model, {}))
    notify({ tone: 'info', title: `The document was copied as ${exporter.title}.`, details: [] })
  } catch {
    notify({
      tone: 'problem',
      title: 'The browser does not allow copying here.',
      details: ['Download the document instead.'],
    })
  }
}

/** Saves a document as a file; `drawings` for the formats that hold them. */
export function downloadDocument(exporter: DocumentExporter, model: DocumentModel, drawings: Drawings): void {
  saveFile(`${model.id}${exporter.fileSuffix}`, exporter.convert(model, drawings), exporter.mediaType)
}

/** Opens a recorded run, paused at a step of it. */
export function openRunAt(recipe: Recipe, step: number): Promise<void> {
  return open({ recipe, cursor: step })
}
