/** The requests of a run as a shell script of curl commands, with what each one came to. */

import { isSimulated } from '../../http/index.ts'
import { carriedExchanges, curlCommand, type ExchangeView, formatDuration, shellNote } from '../../projections/index.ts'
import { requestLabel, responseLabel } from '../../projections/labels.ts'
import { defineExporter, type ExportableRun, FIXTURE_NOTICE } from '../contract.ts'

export default defineExporter({
  kind: 'text',
  id: 'curl-script',
  group: 'Code',
  title: 'cURL script',
  hint: 'Every request as a curl command, in order, with the answer to expect.',
  order: 21,
  fileName: 'run.sh',
  mediaType: 'application/x-sh',
  convert: (run) => `#!/bin/sh\n${[introduction(run), ...requests(run)].join('\n\n')}\n`,
})

function introduction({ title, step, trace }: ExportableRun): string {
  const hosts = new Set(
    carriedExchanges(trace).flatMap(({ request: { url } }) => (isSimulated(url) ? [new URL(url).host] : [])),
  )
  return [
    shellNote(`${title}, up to step ${step}: every request in the order in which it arrived.`),
    comments([
      FIXTURE_NOTICE,
      'Redirects are not followed; the next hop is its own command.',
      '',
      'The hosts exist only in the simulation. To send the requests to your own servers, say where they are in a file',
      '.curlrc next to this script, and run it with: CURL_HOME=. sh run.sh',
      ...[...hosts].map((host, index) => `  connect-to = "${host}:443:localhost:${8443 + index}"`),
    ]),
  ].join('\n')
}

function requests({ trace, model }: ExportableRun): string[] {
  const titles = new Map(model.lanes.map((lane) => [lane.id, lane.title]))
  const title = (actor: string) => titles.get(actor) ?? actor
  const exchanges = carriedExchanges(trace)
  const steps = new Map(exchanges.map((exchange) => [exchange.id, exchange.responseStep ?? exchange.requestStep]))
  let before = exchanges[0]?.servedAt ?? 0
  return exchanges.map((exchange) => {
    const { from, to, request, requestStep, redirectedFrom, copyOf, servedAt = before } = exchange
    const seconds = (servedAt - before) / 1000
    before = servedAt
    const lines = notes([
      ...(seconds >= 1 ? [`${formatDuration(seconds)} later`] : []),
      `Step ${requestStep}. ${title(from)} → ${title(to)}: ${requestLabel(request).label}`,
      ...(redirectedFrom === undefined ? [] : [`Follows the redirect of step ${steps.get(redirectedFrom)}.`]),
      ...(copyOf === undefined ? [] : ['A copy of a request: the same again.']),
      expectation(exchange),
    ])
    return exchange.requestFate === 'lost' ? lines : `${lines}\n${curlCommand(request)}\necho`
  })
}

/** What became of a request, as a sentence. */
function expectation({ request, requestFate, response, responseFate, responseStep }: ExchangeView): string {
  if (requestFate === 'lost') return 'It was lost on the way: there is nothing to send.'
  if (responseFate === 'lost') return `Step ${responseStep}: the answer was lost on the way.`
  if (response === undefined) return 'The answer had not arrived yet.'
  const unheard = responseFate === 'discarded' ? ' (nobody was waiting for it any more)' : ''
  return `Step ${responseStep}: expect ${responseLabel(request, response).label}${unheard}`
}

/** Our own words, which the shell passes over. */
function comments(lines: readonly string[]): string {
  return lines.map((line) => `# ${line}`.trimEnd()).join('\n')
}

/** Words in which names of a link may stand. */
function notes(lines: readonly string[]): string {
  return lines.map(shellNote).join('\n')
}
