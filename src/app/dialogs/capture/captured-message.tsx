/** The selected message of a recorded login and the one that belongs to it, as on the wire, with names for what is secret. */
import type { CaptureReport } from '../../../capture/index.ts'
import '../../../inspectors/exchange/exchange.css'
import { rawRequest, rawResponse } from '../../../inspectors/exchange/raw-http.ts'
import { RawMessage } from '../../../inspectors/exchange/raw-message.tsx'
import { Nothing, Panel, Section } from '../../../inspectors/parts/section.tsx'

interface CapturedMessageProps {
  readonly report: CaptureReport
  readonly row: number | undefined
}

/** Request, answer, and what the tokens in them say. */
export function CapturedMessage({ report, row }: CapturedMessageProps) {
  const exchange = row === undefined ? undefined : report.exchanges[report.exchangeOfRow[row] ?? -1]
  if (exchange === undefined) {
    return (
      <Panel>
        <Nothing>Select a message in the diagram to read it.</Nothing>
      </Panel>
    )
  }
  const { kind, request, response, tokens } = exchange
  const host = new URL(request.url).host
  return (
    <Panel>
      <p className="exchange-purpose">
        <strong>{kind === 'page' ? 'Page' : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`}</strong>
        <br />
        {host}
      </p>
      <Section title="Request">
        <RawMessage message={rawRequest(request)} label="Raw request" />
      </Section>
      <Section title="Response">
        {response === undefined ? (
          <Nothing>No answer was recorded.</Nothing>
        ) : (
          <RawMessage message={rawResponse(response)} label="Raw response" />
        )}
      </Section>
      {tokens.map(({ name, claims }) => (
        <Section key={name} title={`What ${name} says`}>
          <pre className="capture-claims">{claims}</pre>
        </Section>
      ))}
    </Panel>
  )
}
