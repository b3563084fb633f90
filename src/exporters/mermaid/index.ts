/** A run as Mermaid text: the same lanes, rows and step numbers as the live diagram. */
import type { Lane, SequenceModel, SequenceRow } from '../../projections/sequence/types.ts'
import { captionOf, contentsOf } from '../caption.ts'
import { defineExporter, FIXTURE_NOTICE } from '../contract.ts'
import { escapeMermaidLabel } from './escape.ts'

export default defineExporter({
  kind: 'text',
  id: 'mermaid',
  group: 'Diagram',
  title: 'Mermaid',
  hint: 'For Markdown on GitHub and for every editor that draws Mermaid.',
  order: 1,
  fileName: 'sequence.mmd',
  mediaType: 'text/vnd.mermaid',
  convert: ({ title, trace, model, rowCount }) => {
    const [begin, ...statements] = mermaidText(model, rowCount).split('\n')
    const words = [
      `accTitle: ${escapeMermaidLabel(title || 'Sequence diagram')}`,
      `accDescr: ${contentsOf({ trace, model, rowCount })}`,
    ]
    return [`%% ${FIXTURE_NOTICE}`, begin, ...words.map((line) => `  ${line}`), ...statements].join('\n')
  },
})

/** The first `rowCount` rows of a model. */
export function mermaidText(model: SequenceModel, rowCount: number): string {
  const participants = participantsOf(model.lanes)
  const statements = model.rows.slice(0, rowCount).map((row) => writeRow(row, participants))
  return ['sequenceDiagram', ...[...declare(model.lanes), ...statements].map((line) => `  ${line}`), ''].join('\n')
}

/** The ids of the participants in the text, by lane: names come from settings and can be anything. */
export function participantsOf(lanes: readonly Lane[]): ReadonlyMap<string, string> {
  return new Map(lanes.map((lane, index) => [lane.id, `p${index}`]))
}

/** A statement for each lane. All of them stand up front, or columns would move as rows are added. */
export function declare(lanes: readonly Lane[]): readonly string[] {
  return lanes.map(
    (lane, index) =>
      `${lane.kind === 'person' ? 'actor' : 'participant'} p${index} as ${escapeMermaidLabel(lane.title)}`,
  )
}

/** The statement of a row. */
export function writeRow(row: SequenceRow, participants: ReadonlyMap<string, string>): string {
  const from = participants.get(row.from)
  const to = participants.get(row.to)
  const label = escapeMermaidLabel(captionOf(row))
  switch (row.kind) {
    case 'message':
    case 'person':
      return `${from}${arrow(row)}${to}: ${label}`
    case 'wire':
      return `Note over ${from}${from === to ? '' : `,${to}`}: ${label}`
    case 'clock':
      return `Note over p0${participants.size > 1 ? `,p${participants.size - 1}` : ''}: ${label}`
    default:
      return row.kind satisfies never
  }
}

function arrow(row: SequenceRow): string {
  const line = row.isResponse ? '--' : '-'
  return row.tone === 'lost' ? `${line}x` : `${line}>>`
}
