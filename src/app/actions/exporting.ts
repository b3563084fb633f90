/** Writing the visible part of the run in another format. */
import { strToU8, zipSync } from 'fflate'
import type { ExportableRun, Exporter } from '../../exporters/contract.ts'
import { withoutSignatures } from '../../exporters/signatures.ts'
import { eventsUpTo } from '../../projections/index.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import { copyText } from '../../ui/clipboard.ts'
import { drawPixels } from '../exporting/pixels.ts'
import { addressAt } from '../link.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { current } from '../state/store.ts'
import { notify, problemNotice } from './notices.ts'
import { saveFile } from './saving.ts'

/** An archive's files have a date; this one is the earliest that the format knows, so that the same run gives the same bytes. */
export const ARCHIVE_DATE = '1980-01-01T12:00:00'

/** The run up to a step, as exporters get it; by default up to the cursor. */
export function exportableRun(step = current().view.cursor): ExportableRun {
  const state = current()
  const { recipe, run, view } = state
  const upToStep = { ...recipe, choices: recipe.choices.slice(0, step) }
  const recorded = eventsUpTo(run.trace, step)
  const trace = view.exportsSignatures ? recorded : withoutSignatures(recorded)
  const model = createSequence(run.sequence.lanes)
  model.push(trace)
  return {
    title: selectScenario(state)?.title ?? '',
    recipe: view.exportsSignatures ? upToStep : withoutSignatures(upToStep),
    step,
    trace,
    model,
    rowCount: model.rows.length,
    address: addressAt(view.exportsSignatures ? state : { ...state, recipe: withoutSignatures(recipe) }, step),
    showsAddress: view.exportsAddress,
  }
}

/** An exporter that writes one text. */
type TextExporter = Exclude<Exporter, { kind: 'project' }>

/** What an exporter writes of the run up to a step, by default up to the cursor. */
export function exportedText(exporter: TextExporter, step?: number): string {
  return exporter.convert(exportableRun(step))
}

/** Puts an export on the clipboard. */
export async function copyExport(exporter: TextExporter): Promise<void> {
  try {
    await copyText(exportedText(exporter))
    notify({ tone: 'info', title: `${exporter.title} copied.`, details: [] })
  } catch {
    notify({
      tone: 'problem',
      title: 'The browser does not allow copying here.',
      details: [`Download ${exporter.fileName} instead.`],
    })
  }
}

/** Saves an export as a file. */
export function downloadExport(exporter: Exporter): void {
  saveFile(exporter.fileName, contentOf(exporter), exporter.mediaType)
}

/** Saves the picture of the run up to a step, as pixels. */
export async function downloadPicture(step: number): Promise<void> {
  const { default: picture } = await import('../../exporters/svg/index.ts')
  return downloadPixels(picture, 1, step)
}

/** Saves a picture as PNG, at the wanted scale or the nearest that a canvas can hold; says so when it is another one. */
export async function downloadPixels(exporter: TextExporter, wanted: number, step?: number): Promise<void> {
  try {
    const { image, scale, size } = await drawPixels(exportedText(exporter, step), wanted)
    saveFile(exporter.fileName.replace(/\.svg$/, wanted === 1 ? '.png' : `@${wanted}x.png`), image, image.type)
    if (scale === wanted) return
    const [width, height] = [size.width * wanted, size.height * wanted].map((side) => side.toLocaleString('en'))
    notify({
      tone: 'info',
      title: `The picture was drawn at ${scale.toFixed(2)}×, because a browser cannot hold it at ${wanted}×.`,
      details: [
        `It would be ${width} × ${height} pixels. A canvas holds at most 32,767 on a side and 200 million in all, in some browsers fewer. The SVG has no such limit.`,
      ],
    })
  } catch (problem) {
    notify(problemNotice('The picture could not be drawn.', problem))
  }
}

function contentOf(exporter: Exporter): BlobPart {
  const run = exportableRun()
  if (exporter.kind !== 'project') return exporter.convert(run)
  const files = Object.entries(exporter.files(run)).map(([path, text]) => [path, strToU8(text)])
  return zipSync(Object.fromEntries(files), { mtime: ARCHIVE_DATE })
}
