/** The exchanges of a run as an HTTP Archive, for a browser's network panel and every other tool that reads HAR 1.2. */
import { exchangesIn } from '../../projections/index.ts'
import { defineExporter, type ExportableRun, FIXTURE_NOTICE } from '../contract.ts'
import { toEntry } from './entry.ts'

/** The one page that all entries belong to: network panels group by it, and some refuse an archive without any. */
const PAGE = 'run'

export default defineExporter({
  kind: 'text',
  id: 'har',
  group: 'Data',
  title: 'HAR',
  hint: 'Opens in a browser’s network panel: every request and response, on the run’s own clock.',
  order: 20,
  fileName: 'run.har',
  mediaType: 'application/json',
  convert: (run) => `${JSON.stringify({ log: toLog(run) }, null, 2)}\n`,
})

/** What a request came to, whatever that was; what is still on the wire is left out, as a network panel does. */
function toLog({ title, step, trace, model }: ExportableRun) {
  const titles = new Map(model.lanes.map((lane) => [lane.id, lane.title]))
  const entries = exchangesIn(trace).flatMap((exchange) => toEntry(exchange, titles) ?? [])
  return {
    version: '1.2',
    creator: { name: 'Authlane', version: '1' },
    pages: [
      {
        startedDateTime: new Date(trace[0]?.time ?? 0).toISOString(),
        id: PAGE,
        title: `${title}, up to step ${step}`,
        pageTimings: { onContentLoad: -1, onLoad: -1 },
      },
    ],
    entries: entries.map((entry) => ({ pageref: PAGE, ...entry })),
    comment: FIXTURE_NOTICE,
  }
}
