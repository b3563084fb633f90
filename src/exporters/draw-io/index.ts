/** A run as a draw.io file: life lines, and arrows that stay attached to them when they are moved. */
import { escapeXml } from '../../lib/xml.ts'
import { credentialsIn, type ShownCredential } from '../../projections/credentials/index.ts'
import { LANE_WORDS } from '../../projections/drawing/lane-words.ts'
import { textWidth } from '../../projections/drawing/metrics.ts'
import type { SequenceModel, SequenceRow } from '../../projections/sequence/types.ts'
import { captionOf } from '../caption.ts'
import { defineExporter, type ExportableRun, FIXTURE_NOTICE } from '../contract.ts'
import { arrowStyle, BAND, CAPTION, credentialStyle, HEAD_HEIGHT, lifelineStyle, NOTE } from './styles.ts'

export default defineExporter({
  kind: 'text',
  id: 'draw-io',
  group: 'Diagram',
  title: 'draw.io',
  hint: 'Lifelines and arrows that you can edit in draw.io and diagrams.net.',
  order: 4,
  fileName: 'sequence.drawio',
  mediaType: 'application/vnd.jgraph.mxfile',
  convert: drawIoText,
})

/** Lengths in px, on draw.io's grid of 10. */
const [MARGIN, LANE_WIDTH, FIGURE_WIDTH, COLUMN, ROW, FONT_SIZE] = [40, 160, 20, 300, 50, 12]
/** From the life lines' tops to the first row. */
const FIRST_ROW = HEAD_HEIGHT + 40
/** How far an arrow to its own life line reaches, and how far down it comes back. */
const [SELF_REACH, SELF_DROP] = [40, 20]

function drawIoText({ title, trace, model, rowCount }: ExportableRun): string {
  const { carriedBy } = credentialsIn(trace, model.lanes)
  const rows = model.rows.slice(0, rowCount)
  const height = FIRST_ROW + rows.length * ROW
  const [width, notice] = [Math.max(model.lanes.length, 1) * COLUMN, MARGIN + height + 10]
  const cells = [
    '<mxCell id="0"/>',
    '<mxCell id="1" parent="0"/>',
    ...model.lanes.map((lane, index) => {
      const laneWidth = lane.kind === 'person' ? FIGURE_WIDTH : LANE_WIDTH
      const box = { x: laneX(index) - laneWidth / 2, y: MARGIN, width: laneWidth, height }
      return vertex(`lane-${index}`, `${lane.title}\n${LANE_WORDS[lane.kind]}`, lifelineStyle(lane), box)
    }),
    ...rows.flatMap((row) => [rowCell(row, model, width), ...chipCells(row, carriedBy(row))]),
    vertex('notice', FIXTURE_NOTICE, CAPTION, { x: MARGIN, y: notice, width: Math.max(width, COLUMN * 2), height: 20 }),
  ]
  return `<mxfile host="Authlane">
  <diagram id="sequence" name="${escapeXml(title)}">
    <mxGraphModel grid="1" gridSize="10" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="0" math="0" shadow="0">
      <root>
${cells.map((cell) => `        ${cell}`).join('\n')}
      </root>
    </mxGraphModel>
  </diagram>
</mxfile>
`
}

/** The middle of a life line. */
function laneX(index: number): number {
  return MARGIN + COLUMN * (index + 0.5)
}

function rowCell(row: SequenceRow, { lanes }: SequenceModel, width: number): string {
  const place = (id: string) =>
    Math.max(
      0,
      lanes.findIndex((lane) => lane.id === id),
    )
  const [from, to] = [place(row.from), place(row.to)]
  const top = FIRST_ROW + row.index * ROW
  const [id, caption] = [`row-${row.index}`, captionOf(row)]
  switch (row.kind) {
    case 'message':
    case 'person': {
      if (from !== to) return edge(id, caption, arrowStyle(row, top, top), { from, to })
      const [x, y] = [laneX(from) + SELF_REACH, MARGIN + top]
      const bend = `<Array as="points"><mxPoint x="${x}" y="${y}"/><mxPoint x="${x}" y="${y + SELF_DROP}"/></Array>`
      return edge(id, caption, arrowStyle(row, top, top + SELF_DROP), { from, to }, bend)
    }
    case 'wire': {
      const length = Math.ceil((textWidth(caption, FONT_SIZE) + 30) / 10) * 10
      const x = Math.max(MARGIN, (laneX(from) + laneX(to) - length) / 2)
      return vertex(id, caption, NOTE, { x, y: MARGIN + top - 15, width: length, height: 30 })
    }
    case 'clock':
      return vertex(id, caption, BAND, { x: MARGIN, y: MARGIN + top - 15, width, height: 30 })
    default:
      return row.kind satisfies never
  }
}

const [CHIP_WIDTH, CHIP_HEIGHT, CHIP_STEP] = [26, 16, 30]

/** What a message carries, side by side in the middle of its arrow, which takes them along when it is moved. */
function chipCells({ index, from, to }: SequenceRow, carried: readonly ShownCredential[]): string[] {
  if (from === to) return []
  const left = -(carried.length * CHIP_STEP - (CHIP_STEP - CHIP_WIDTH)) / 2
  return carried.map((shown, place) => {
    const offset = `<mxPoint x="${left + place * CHIP_STEP}" y="${-CHIP_HEIGHT / 2}" as="offset"/>`
    const geometry = `<mxGeometry relative="1" width="${CHIP_WIDTH}" height="${CHIP_HEIGHT}" as="geometry">${offset}</mxGeometry>`
    const { mark } = shown.credential
    return `<mxCell id="row-${index}-${mark}" value="${mark}" style="${credentialStyle(shown)}" vertex="1" connectable="0" parent="row-${index}">${geometry}</mxCell>`
  })
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function vertex(id: string, label: string, style: string, { x, y, width, height }: Box): string {
  const geometry = `<mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/>`
  return `<mxCell id="${id}" value="${escapeXml(label)}" style="${style}" vertex="1" parent="1">${geometry}</mxCell>`
}

function edge(
  id: string,
  label: string,
  style: string,
  ends: { readonly from: number; readonly to: number },
  bend = '',
): string {
  const geometry = `<mxGeometry relative="1" as="geometry">${bend}</mxGeometry>`
  const between = `source="lane-${ends.from}" target="lane-${ends.to}"`
  return `<mxCell id="${id}" value="${escapeXml(label)}" style="${style}" edge="1" parent="1" ${between}>${geometry}</mxCell>`
}
