/** Writing the visible part of the run in another format. */
import { strToU8, zipSync } from 'fflate'
import type { ExportableRun, Exporter } from '../../exporters/contract.ts'
import { withoutSignatures } from '../../exporters/signatures.ts'
import { eventsUpTo } from '../../projections/index.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { current } from '../store/store.ts'
import { notify } from './notices.ts'

/** An archive's files have a date; this one is the earliest that the format knows, so that the same run gives the same bytes. */
const ARCHIVE_DATE = '1980-01-01T12:00:00'

/** The run up to the cursor, as exporters get it. */
function exportableRun(): ExportableRun {
  const state = current()
  const { session, run, view } = state
  const upToCursor = eventsUpTo(run.trace, view.cursor)
  const trace = view.exportsSignatures ? upToCursor : withoutSignatures(upToCursor)
  const model = createSequence(run.sequence.lanes)
  model.push(trace)
  return {
    title: selectScenario(state)?.title ?? '',
    session: { ...session, choices: session.choices.slice(0, view.cursor) },
    step: view.cursor,
    trace,
    model,
    rowCount: model.rows.length,
  }
}

/** Puts an export on the clipboard. */
export async function copyExport(exporter: Exclude<Exporter, { kind: 'project' }>): Promise<void> {
  try {
    await navigator.clipboard.writeText(exporter.convert(exportableRun()))
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
  save(exporter.fileName, new Blob([contentOf(exporter)], { type: exporter.mediaType }))
}

function contentOf(exporter: Exporter): BlobPart {
  const run = exportableRun()
  if (exporter.kind !== 'project') return exporter.convert(run)
  const files = Object.entries(exporter.files(run)).map(([path, text]) => [path, strToU8(text)])
  return zipSync(Object.fromEntries(files), { mtime: ARCHIVE_DATE })
}

function save(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href: address, download: fileName }).click()
  URL.revokeObjectURL(address)
}
