/** Writing the visible part of the run in another format. */
import type { Exporter } from '../../exporters/contract.ts'
import { current } from '../store/store.ts'
import { notify } from './notices.ts'

/** The run up to the cursor, as the exporter writes it. */
function exportText(exporter: Exporter): string {
  const { run, view } = current()
  return exporter.convert(run.sequence, run.sequence.rowsAt(view.cursor))
}

/** Puts an export on the clipboard. */
export async function copyExport(exporter: Exporter): Promise<void> {
  try {
    await navigator.clipboard.writeText(exportText(exporter))
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
  const address = URL.createObjectURL(new Blob([exportText(exporter)], { type: exporter.mediaType }))
  const link = Object.assign(document.createElement('a'), { href: address, download: exporter.fileName })
  link.click()
  URL.revokeObjectURL(address)
}
