/** A run as PlantUML text: the same lanes, rows and step numbers as the live diagram. */
import type { SequenceModel, SequenceRow } from '../../projections/sequence/types.ts'
import { captionOf } from '../caption.ts'
import { defineExporter, FIXTURE_NOTICE } from '../contract.ts'
import { escapePlantUml } from './escape.ts'

export default defineExporter({
  kind: 'text',
  id: 'plantuml',
  group: 'Diagram',
  title: 'PlantUML',
  hint: 'For wikis and documentation that draw PlantUML.',
  order: 2,
  fileName: 'sequence.puml',
  mediaType: 'text/vnd.plantuml',
  convert: ({ title, model, rowCount }) => plantUmlText(title, model, rowCount),
})

/** The first `rowCount` rows of a model. */
function plantUmlText(title: string, model: SequenceModel, rowCount: number): string {
  const places = new Map(model.lanes.map((lane, index) => [lane.id, index]))
  return [
    '@startuml',
    `' ${FIXTURE_NOTICE}`,
    `title ${escapePlantUml(title)}`,
    // All of them up front, or they would stand in the order in which they first appear.
    ...model.lanes.map(
      (lane, index) =>
        `${lane.kind === 'person' ? 'actor' : 'participant'} "${escapePlantUml(lane.title)}" as p${index}`,
    ),
    ...model.rows.slice(0, rowCount).map((row) => writeRow(row, places)),
    '@enduml',
    '',
  ].join('\n')
}

function writeRow(row: SequenceRow, places: ReadonlyMap<string, number>): string {
  const [from, to] = [places.get(row.from) ?? 0, places.get(row.to) ?? 0]
  const caption = escapePlantUml(captionOf(row))
  switch (row.kind) {
    case 'message':
    case 'person':
      return `p${from} ${arrow(row)} p${to} : ${caption}`
    case 'wire':
      return `note over p${Math.min(from, to)}${from === to ? '' : `, p${Math.max(from, to)}`} : ${caption}`
    case 'clock':
      return `== ${caption} ==`
    default:
      return row.kind satisfies never
  }
}

/** Dashed for answers, ending in a cross for what was lost. */
function arrow(row: SequenceRow): string {
  return `${row.isResponse ? '--' : '-'}>${row.tone === 'lost' ? 'x' : ''}`
}
