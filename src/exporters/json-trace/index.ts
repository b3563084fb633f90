/** A run as JSON: the recipe, and everything that was recorded. The page opens it again, and other programs can read it. */
import { defineExporter, type ExportableRun, FIXTURE_NOTICE } from '../contract.ts'

export default defineExporter({
  kind: 'text',
  id: 'json-trace',
  group: 'Data',
  title: 'JSON trace',
  hint: 'The recipe and every recorded event, one per line; it can be opened here again.',
  order: 22,
  fileName: 'run.trace.json',
  mediaType: 'application/json',
  convert: traceFile,
})

/** Members in a fixed order and one event a line: two files of the same run are equal, and those of two runs can be compared line by line. */
function traceFile({ recipe, step, trace }: ExportableRun): string {
  const { scenario, settings, seed, choices } = recipe
  const head = {
    format: 'authlane-trace',
    version: 1,
    notice: FIXTURE_NOTICE,
    session: { scenario, settings, seed, choices },
    step,
  }
  const members = Object.entries(head).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
  const events = trace.map((event) => JSON.stringify(event)).join(',\n')
  return `{\n${members.join(',\n')},\n"trace": [\n${events}\n]\n}\n`
}
