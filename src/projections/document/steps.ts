/** The rows of a run as the lines of a step table: who sent what to whom, by which rule, and which code made it. */
import type { Message, Trace } from '../../simulation/types.ts'
import { failureAt } from '../checks.ts'
import { messageColumns } from '../labels.ts'
import { eventsOf } from '../moments.ts'
import { narrate } from '../narration/index.ts'
import type { SequenceModel, SequenceRow } from '../sequence/types.ts'
import { findRegion } from './code-lines.ts'
import type { CheckedRule, CodeLines, DocumentedRun, DocumentSource, DocumentStep } from './types.ts'

/** What a step table looks up. */
export interface StepContext {
  readonly source: DocumentSource
  readonly played: DocumentedRun
  readonly model: SequenceModel
}

/** The lines for these rows of a run. */
export function documentSteps(rows: readonly SequenceRow[], context: StepContext): readonly DocumentStep[] {
  return rows.map((row) => documentStep(row, context))
}

function documentStep(row: SequenceRow, { source, played, model }: StepContext): DocumentStep {
  const { trace } = played
  const message = row.kind === 'message' ? messageAt(trace, row) : undefined
  const title = (id: string) => model.lanes.find((lane) => lane.id === id)?.title ?? id
  const failure = row.tone === 'error' ? failureAt(trace, row)?.message : undefined
  const code = codeBehind(sentBy(row, message, trace), source, played)
  const columns = message === undefined ? { method: '', path: '', parameters: [] } : messageColumns(message)
  return {
    number: row.step,
    kind: row.kind,
    from: title(row.from),
    to: title(row.to),
    ...columns,
    text: row.text,
    sentence: narrate(trace, model, row).sentence,
    status: row.status,
    tone: row.tone,
    rules: rulesOf(trace, row),
    ...(failure !== undefined && { failure }),
    ...(code !== undefined && { code }),
  }
}

/** The message of an arrow, as it was when it arrived. */
function messageAt(trace: Trace, { gate, step }: SequenceRow): Message | undefined {
  const event = trace.findLast(
    (event) =>
      event.step <= step && (event.type === 'held' || event.type === 'rewritten') && event.message.gate === gate,
  )
  return event?.type === 'held' || event?.type === 'rewritten' ? event.message : undefined
}

/** The requests that the code behind a row put on the wire: the row's own, or what a person's action set off. */
function sentBy(row: SequenceRow, message: Message | undefined, trace: Trace): readonly Message[] {
  if (message !== undefined) return message.direction === 'request' ? [message] : []
  if (row.kind !== 'person') return []
  return eventsOf(trace, row.step).flatMap((event) =>
    event.type === 'held' && event.message.direction === 'request' ? [event.message] : [],
  )
}

function codeBehind(
  messages: readonly Message[],
  source: DocumentSource,
  { code }: DocumentedRun,
): CodeLines | undefined {
  for (const message of messages) {
    const name = source.regionOf(message)
    const region = source.scenario.regions.find(({ region }) => region === name)
    const lines = region && findRegion(code, region.region)
    if (lines !== undefined) return { title: region?.title ?? lines.region, ...lines }
  }
  return undefined
}

/** Rules that were checked in the step itself, each once. What a server checked stands at the request that it served. */
function rulesOf(trace: Trace, row: SequenceRow): readonly CheckedRule[] {
  const rules = new Map<string, CheckedRule>()
  for (const event of eventsOf(trace, row.step)) {
    if (event.type !== 'note' || event.note.type !== 'check') continue
    const { rule, clause, passed } = event.note
    rules.set(`${rule} ${clause} ${passed}`, { rule, clause, passed })
  }
  return [...rules.values()]
}
