/** How draw.io draws each part: its own UML shapes, in the light colours of the page. A style ends with a semicolon. */
import type { ShownCredential } from '../../projections/credentials/faces.ts'
import type { Lane, SequenceRow, Tone } from '../../projections/sequence/types.ts'
import { hueColour, LIGHT, laneColour } from '../palette.ts'

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
  fillColor: LIGHT.surface,
}

/** A life line; a person has a stick figure for a head, with the name below it. */
export function lifelineStyle(lane: Lane): string {
  const figure = {
    participant: 'umlActor',
    verticalAlign: 'top',
    spacingTop: HEAD_HEIGHT - 4,
    labelBackgroundColor: LIGHT.surface,
  }
  return style({ ...LIFELINE, strokeColor: laneColour(lane), ...(lane.kind === 'person' && figure) })
}

const QUIET = LIGHT['text-muted']
const strokes: Readonly<Record<Tone, string>> = { ok: QUIET, neutral: QUIET, error: LIGHT.error, lost: LIGHT.warn }

/** An arrow from one life line to another, both ends so many px below the lines' tops, wherever they are moved. */
export function arrowStyle(row: SequenceRow, exitY: number, entryY: number): string {
  return style({
    html: 0,
    ...head(row),
    dashed: row.isResponse ? 1 : 0,
    strokeColor: strokes[row.tone],
    fontColor: row.tone === 'error' ? strokes.error : LIGHT.text,
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
  fillColor: LIGHT['warn-soft'],
  strokeColor: LIGHT['warn-line'],
  fontColor: LIGHT.text,
})

/** Time that passed: a band over all life lines. */
export const BAND = style({
  rounded: 1,
  html: 0,
  whiteSpace: 'wrap',
  arcSize: 50,
  dashed: 1,
  fillColor: LIGHT.surface,
  strokeColor: LIGHT['border-strong'],
  fontColor: LIGHT.text,
})

/** A line of text. */
export const CAPTION = style({
  html: 0,
  whiteSpace: 'wrap',
  strokeColor: 'none',
  fillColor: 'none',
  align: 'left',
  verticalAlign: 'middle',
  fontColor: LIGHT['text-muted'],
})

/** Of draw.io's numbers for the style of a font. */
const [BOLD, STRUCK_THROUGH] = [1, 8]

/** The chip of a credential: its colour tells the generation, its line and its letters what became of it. */
export function credentialStyle({ credential, state }: ShownCredential): string {
  const colour = hueColour(credential.hue)
  const isOver = state !== 'held' && state !== 'expired'
  return style({
    rounded: 1,
    html: 0,
    arcSize: 30,
    fontSize: 10,
    fontStyle: BOLD + (isOver ? STRUCK_THROUGH : 0),
    dashed: state === 'held' ? 0 : 1,
    fillColor: state === 'held' ? colour : state === 'revoked' ? LIGHT['error-soft'] : LIGHT.surface,
    strokeColor: colour,
    fontColor: state === 'held' ? LIGHT.surface : colour,
  })
}
