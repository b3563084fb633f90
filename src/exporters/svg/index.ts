/** A run as a picture that stands alone: the rows of the live diagram in its light colours, and their words for a screen reader. */

import { escapeXml } from '../../lib/xml.ts'
import { describeCredential } from '../../projections/credentials/faces.ts'
import { credentialsIn, type PocketItem } from '../../projections/credentials/index.ts'
import { LANE_WORDS } from '../../projections/drawing/lane-words.ts'
import { type Columns, laneX, layOutColumns, METRICS, textWidth } from '../../projections/drawing/metrics.ts'
import { drawPocket } from '../../projections/drawing/pocket.ts'
import { drawnLabel, drawRow, type PlacedRow } from '../../projections/drawing/row.ts'
import type { Shape } from '../../projections/drawing/shapes.ts'
import { narrate } from '../../projections/narration/index.ts'
import type { Lane, SequenceModel, SequenceRow } from '../../projections/sequence/types.ts'
import { contentsOf } from '../caption.ts'
import { defineExporter, type ExportableRun, FIXTURE_NOTICE } from '../contract.ts'
import { LIGHT, laneColour } from '../palette.ts'
import { drawFoot } from './foot.ts'
import { element, shapeElement } from './markup.ts'
import { styleOf } from './styles.ts'

export default defineExporter({
  kind: 'picture',
  id: 'svg',
  group: 'Diagram',
  title: 'Picture',
  hint: 'For slides and documents: sharp at every size as SVG, or as pixels.',
  order: 3,
  fileName: 'sequence.svg',
  mediaType: 'image/svg+xml',
  convert: svgText,
})

const metrics = METRICS.regular
/** Height of the heads without pockets; their second line tells the kind. In px. */
const HEAD = 52
/** Below the last row, in px. */
const FOOT = 20

function svgText({ title, step, trace, model, rowCount, address, showsAddress }: ExportableRun): string {
  const credentials = credentialsIn(trace, model.lanes)
  const pockets = credentials.pocketsAt(step)
  const head = HEAD + (pockets.some(({ items }) => items.length > 0) ? metrics.pocketHeight : 0)
  const rows = model.rows.slice(0, rowCount)
  const columns = columnsFor(model, rows)
  const [width, rowsEnd] = [Math.ceil(columns.width), head + rows.length * metrics.rowHeight + FOOT]
  const foot = address !== undefined && showsAddress ? drawFoot(address, width) : undefined
  const height = Math.ceil(rowsEnd + (foot?.height ?? 0))
  const xOf = (actor: string) =>
    laneX(
      columns,
      Math.max(
        0,
        model.lanes.findIndex((lane) => lane.id === actor),
      ),
    )
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': 'ui-monospace, monospace',
  }
  const content = [
    element('title', {}, escapeXml(title || 'Sequence diagram')),
    element('desc', {}, escapeXml(`${contentsOf({ trace, model, rowCount })} ${FIXTURE_NOTICE}`)),
    address === undefined ? '' : element('metadata', {}, escapeXml(address)),
    element('rect', { width, height, fill: LIGHT.surface }),
    ...model.lanes.map((lane, index) => lifeLine(lane, laneX(columns, index), head - 6, rowsEnd - 8)),
    ...model.lanes.map((lane, index) => laneHead(lane, laneX(columns, index), columns.column, head)),
    ...model.lanes.map(({ id }, index) => {
      const items = pockets.find(({ actor }) => actor === id)?.items ?? []
      return pocketGroup(items, laneX(columns, index), columns.column - 8)
    }),
    ...rows.map((row, index) =>
      rowGroup(row, narrate(trace, model, row).sentence, head + index * metrics.rowHeight, {
        from: xOf(row.from),
        to: xOf(row.to),
        width: columns.width,
        carried: credentials.carriedBy(row),
      }),
    ),
    foot === undefined ? '' : element('g', { transform: `translate(0 ${rowsEnd})` }, foot.content),
  ]
  const lines = content.filter((line) => line !== '').join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', frame, `\n${lines}\n`)}\n`
}

/** As wide as the longest label needs between the life lines of its row, where the live diagram has to fit a window. */
function columnsFor(model: SequenceModel, rows: readonly SequenceRow[]): Columns {
  const place = new Map(model.lanes.map((lane, index) => [lane.id, index]))
  const needed = rows.map((row) => {
    const span = Math.abs((place.get(row.from) ?? 0) - (place.get(row.to) ?? 0))
    return row.kind === 'message' && span > 0 ? (textWidth(drawnLabel(row.label), metrics.fontSize) + 24) / span : 0
  })
  const column = needed.reduce((widest, width) => Math.max(widest, width), MIN_COLUMN)
  const lanes = Math.max(model.lanes.length, 1)
  return layOutColumns(Math.min(Math.ceil(column), metrics.maxColumn) * lanes, lanes, metrics)
}

const MIN_COLUMN = 180

function rowGroup(row: SequenceRow, sentence: string, top: number, place: Omit<PlacedRow, 'row' | 'metrics'>): string {
  const shapes = drawRow({ row, ...place, metrics })
  // One symbol with the name that the live diagram gives the row; the words inside are not read in the order of the picture.
  return element(
    'g',
    { role: 'graphics-symbol', transform: `translate(0 ${top})` },
    [
      element('title', {}, escapeXml(row.name)),
      element('desc', {}, escapeXml(sentence)),
      ...shapes.map((shape) => shapeElement(shape, styleOf(shape, row))),
    ].join(''),
  )
}

function lifeLine(lane: Lane, x: number, top: number, bottom: number): string {
  const stroke = { stroke: laneColour(lane), 'stroke-opacity': 0.45, 'stroke-width': 1.5 }
  return element('path', { d: `M${x} ${top}V${bottom}`, ...stroke })
}

const [TITLE_SIZE, WORD_SIZE] = [13, 12]
/** Advance of the widest usual glyphs of a proportional typeface over its font size. */
const SANS_ADVANCE = 0.6

function laneHead(lane: Lane, x: number, column: number, height: number): string {
  const colour = laneColour(lane)
  const [left, top, width] = [x - column / 2 + 4, 6, column - 8]
  const centred = { x, 'text-anchor': 'middle', 'font-family': 'system-ui, sans-serif' }
  const box = {
    x: left,
    y: top,
    width,
    height: height - 12,
    rx: 6,
    fill: LIGHT.surface,
    stroke: LIGHT['border-strong'],
  }
  const title = shortenTo(lane.title, Math.floor((width - 16) / (TITLE_SIZE * SANS_ADVANCE)))
  return element(
    'g',
    { role: 'graphics-symbol' },
    [
      element('title', {}, escapeXml(`${lane.title}, ${LANE_WORDS[lane.kind]}`)),
      element('rect', box),
      element('path', { d: `M${left + 6} ${top}H${left + width - 6}`, stroke: colour, 'stroke-width': 3 }),
      element(
        'text',
        { ...centred, y: 25, 'font-size': TITLE_SIZE, 'font-weight': 600, fill: LIGHT.text },
        escapeXml(title),
      ),
      element('text', { ...centred, y: 40, 'font-size': WORD_SIZE, fill: LIGHT['text-muted'] }, LANE_WORDS[lane.kind]),
    ].join(''),
  )
}

/** The chips of a pocket, below the words of a head; each one is a symbol that says its name and how it stands. */
function pocketGroup(items: readonly PocketItem[], x: number, room: number): string {
  const { chips, more } = drawPocket(items, room, metrics)
  const draw = (shape: Shape) => shapeElement(shape, styleOf(shape, NO_ROW))
  const symbols = chips.map(({ item, shapes }) =>
    element(
      'g',
      { role: 'graphics-symbol', ...(!item.isHeld && { opacity: 0.75 }) },
      [element('title', {}, escapeXml(describeCredential(item))), ...shapes.map(draw)].join(''),
    ),
  )
  if (symbols.length === 0) return ''
  const place = { transform: `translate(${x - room / 2} ${HEAD - 10})` }
  return element('g', place, [...symbols, ...more.map(draw)].join(''))
}

const NO_ROW = { kind: 'message', tone: 'neutral' } as const

function shortenTo(text: string, length: number): string {
  const characters = [...text]
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}
