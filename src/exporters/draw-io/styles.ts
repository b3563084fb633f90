/** How draw.io draws each part: its own UML shapes, in the light colours of the page. A style ends with a semicolon. */
import type { Lane, SequenceRow, Tone } from '../../projections/sequence/types.ts'

/** Names and values of a style as draw.io writes them. Nothing in it comes from a label. */
function style(properties: Readonly<Record<string, string | number>>): string {
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value};`)
    .join('')
}

/** Height of a life line's head, in px. */
export const HEAD_HEIGHT = 40

const LIFELINE = {
  shape: 'umlLifeline',
  perimeter: 'lifelinePerimeter',
  // Labels are plain text: `html=1` would make markup of them.
  html: 0,
  whiteSpace: 'wrap',
  container: 1,
  dropTarget: 0,
  collapsible: 0,
  recursiveResize: 0,
  outlineConnect: 0,
  portConstraint: 'eastwest',
  size: HEAD_HEIGHT,
  fontStyle: 1,
  fillColor: '#FFFFFF',
}

const laneColours: Readonly<Record<Lane['kind'], string>> = {
  person: '#8A5A2B',
  browser: '#2F6F8F',
  app: '#4338CA',
  server: '#3D6B4F',
  attacker: '#B0241C',
  device: '#7A4B86',
}

/** A life line; a person has a stick figure for a head, with the name below it. */
export function lifelineStyle({ kind }: Lane): string {
  const figure = {
    participant: 'umlActor',
    verticalAlign: 'top',
    spacingTop: HEAD_HEIGHT - 4,
    labelBackgroundColor: '#FFFFFF',
  }
  return style({ ...LIFELINE, strokeColor: laneColours[kind], ...(kind === 'person' && figure) })
}

const strokes: Readonly<Record<Tone, string>> = { ok: '#68625A', neutral: '#68625A', error: '#B0241C', lost: '#7D4A00' }

/** An arrow from one life line to another, both ends so many px below the lines' tops, wherever they are moved. */
export function arrowStyle(row: SequenceRow, exitY: number, entryY: number): string {
  return style({
    html: 0,
    ...head(row),
    dashed: row.isResponse ? 1 : 0,
    strokeColor: strokes[row.tone],
    fontColor: row.tone === 'error' ? strokes.error : '#1D1B18',
    labelBackgroundColor: 'none',
    rounded: 0,
    exitX: 0.5,
    exitY: 0,
    exitDx: 0,
    exitDy: exitY,
    exitPerimeter: 0,
    entryX: 0.5,
    entryY: 0,
    entryDx: 0,
    entryDy: entryY,
    entryPerimeter: 0,
    ...(exitY === entryY ? { verticalAlign: 'bottom' } : { align: 'left', verticalAlign: 'middle', spacingLeft: 6 }),
  })
}

/** UML: filled for a message, open for an answer, a cross for what is lost. */
function head(row: SequenceRow): Readonly<Record<string, string | number>> {
  if (row.tone === 'lost') return { endArrow: 'cross', endSize: 8 }
  return row.isResponse ? { endArrow: 'open', endSize: 8 } : { endArrow: 'block', endFill: 1 }
}

/** A note on the wire. */
export const NOTE = style({
  shape: 'note',
  html: 0,
  whiteSpace: 'wrap',
  size: 10,
  fillColor: '#FBF0DC',
  strokeColor: '#E8CF9F',
  fontColor: '#1D1B18',
})

/** Time that passed: a band over all life lines. */
export const BAND = style({
  rounded: 1,
  html: 0,
  whiteSpace: 'wrap',
  arcSize: 50,
  dashed: 1,
  fillColor: '#FFFFFF',
  strokeColor: '#B9B1A6',
  fontColor: '#1D1B18',
})

/** A line of text. */
export const CAPTION = style({
  html: 0,
  whiteSpace: 'wrap',
  strokeColor: 'none',
  fillColor: 'none',
  align: 'left',
  verticalAlign: 'middle',
  fontColor: '#68625A',
})
