/** The foot of a picture: the address of its run for whoever has only the pixels, as a code for a camera and as text. */
import { encode } from 'uqr'
import { escapeXml } from '../../lib/xml.ts'
import { textWidth } from '../../projections/drawing/metrics.ts'
import { LIGHT } from '../palette.ts'
import { element } from './markup.ts'

/** What stands below the rows, and how high that is in px. */
interface Foot {
  readonly height: number
  /** Markup, with its origin at the left of the foot's upper edge. */
  readonly content: string
}

const SIDE = 12
/** Edge of a cell of the code; a whole number keeps it sharp. */
const CELL = 2
/** Empty cells around a code (ISO/IEC 18004 §6.3.8). */
const QUIET_ZONE = 4
/** Characters up to which an address is drawn; with more, the picture would be mostly address. */
const LONGEST_DRAWN = 700
const [FONT_SIZE, LINE] = [11, 15]
const WORDS = 'Open this run: scan the code, type the address, or drop the picture on Authlane.'

/** The foot of a picture that is `width` px wide. */
export function drawFoot(address: string, width: number): Foot {
  if (address.length > LONGEST_DRAWN) {
    const lines = wrapped(tooLong(address), width - 2 * SIDE, ' ')
    return { height: heightOf(lines), content: textElement(lines, SIDE, 0) }
  }
  const { data, size } = encode(address, { ecc: 'M', border: QUIET_ZONE })
  const cells = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  const place = { transform: `scale(${CELL})`, fill: '#000000', 'shape-rendering': 'crispEdges' }
  const left = size * CELL + SIDE
  const room = width - left - SIDE
  const words = wrapped(WORDS, room, ' ')
  const lines = wrapped(address, room, '')
  const parts = [
    element('path', { d: cells.join(''), ...place }),
    textElement(words, left, 0),
    textElement(lines, left, heightOf(words)),
  ]
  return {
    height: Math.max(size * CELL, heightOf(words) + heightOf(lines)) + SIDE,
    content: parts.join(''),
  }
}

function tooLong({ length }: string): string {
  return `The address of this run has ${length} characters, too many to stand here. Drop the picture on Authlane to open it.`
}

function heightOf(lines: readonly string[]): number {
  return LINE * (lines.length + 0.5)
}

/** One text in several lines, so that whoever reads the file finds it whole. */
function textElement(lines: readonly string[], x: number, top: number): string {
  const spans = lines.map((line, index) => element('tspan', { x, y: top + LINE * (index + 1) }, escapeXml(line)))
  return element('text', { 'font-size': FONT_SIZE, fill: LIGHT['text-muted'] }, spans.join(''))
}

/** A text in lines of at most `room` px; broken at blanks, or anywhere. */
function wrapped(text: string, room: number, at: ' ' | ''): readonly string[] {
  const most = Math.max(8, Math.floor(room / textWidth('0', FONT_SIZE)))
  const line = at === '' ? new RegExp(`.{1,${most}}`, 'gu') : new RegExp(`.{1,${most}}(?: |$)`, 'gu')
  return (text.match(line) ?? []).map((part) => part.trimEnd())
}
