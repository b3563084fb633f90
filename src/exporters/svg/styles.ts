/** How each part of a row is filled and stroked in a picture that has no style sheet. */
import type { Shape } from '../../projections/drawing/shapes.ts'
import type { SequenceRow, Tone } from '../../projections/sequence/types.ts'
import { hueColour, LIGHT } from '../palette.ts'

/** Presentation attributes of SVG, by name. */
export type Attributes = Readonly<Record<string, string | number>>

interface ToneColours {
  readonly icon: string
  readonly soft: string
  readonly line: string
  readonly stroke: string
  readonly label: string
}

const QUIET = { stroke: LIGHT['text-muted'], label: LIGHT.text }

const tones: Readonly<Record<Tone, ToneColours>> = {
  ok: { ...QUIET, icon: LIGHT.ok, soft: LIGHT['ok-soft'], line: LIGHT['border-strong'] },
  neutral: { ...QUIET, icon: LIGHT['text-muted'], soft: LIGHT['surface-2'], line: LIGHT['border-strong'] },
  lost: { icon: LIGHT.warn, soft: LIGHT['warn-soft'], line: LIGHT['warn-line'], stroke: LIGHT.warn, label: LIGHT.text },
  error: {
    icon: LIGHT.error,
    soft: LIGHT['error-soft'],
    line: LIGHT['error-line'],
    stroke: LIGHT.error,
    label: LIGHT.error,
  },
}

/** Around the letters of a word: no line goes through it. */
const onGround = { stroke: LIGHT.surface, 'stroke-width': 6, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }

/** How a part of a row is drawn. */
export function styleOf({ role, hue = 0, state }: Shape, row: Pick<SequenceRow, 'kind' | 'tone'>): Attributes {
  const colour = hueColour(hue)
  const { stroke, label, ...tone } = tones[row.tone]
  // A note is always in the colour of a warning.
  const { icon, soft, line } = row.kind === 'wire' ? tones.lost : tone
  const stroked = { fill: 'none', stroke, 'stroke-width': 1.6, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
  switch (role) {
    case 'line':
    case 'head':
      return stroked
    case 'line-dashed':
      return { ...stroked, 'stroke-dasharray': '6 5' }
    case 'head-filled':
      return { ...stroked, fill: stroke }
    case 'cross':
      return { ...stroked, 'stroke-width': 2.4 }
    case 'icon':
      return { ...stroked, stroke: icon }
    case 'badge':
      return { fill: LIGHT.surface, stroke: LIGHT['border-strong'] }
    case 'badge-text':
      return { fill: LIGHT.text, 'font-weight': 600 }
    case 'chip':
    case 'note':
      return { fill: soft, stroke: line }
    case 'chip-text':
      return { fill: LIGHT.text }
    case 'band':
      return { fill: LIGHT.surface, stroke: LIGHT['border-strong'], 'stroke-dasharray': '3 4' }
    case 'thread':
      return { fill: colour, 'fill-opacity': 0.14 }
    case 'thread-text':
      return { fill: LIGHT.text }
    case 'credential-more':
      return { fill: LIGHT.text, ...onGround }
    case 'credential':
      return state === 'held'
        ? { fill: colour, stroke: colour }
        : {
            fill: state === 'revoked' ? LIGHT['error-soft'] : LIGHT.surface,
            stroke: colour,
            'stroke-width': 1.5,
            ...(state === 'expired' && { 'stroke-dasharray': '3 2' }),
          }
    case 'credential-text':
      return { fill: state === 'held' ? LIGHT.surface : colour, 'font-weight': 700 }
    case 'credential-strike':
      return { ...stroked, stroke: colour, 'stroke-width': 2 }
    case 'credential-crack':
      return { ...stroked, stroke: LIGHT.error, 'stroke-width': 2 }
    case 'label':
      // Bands and notes are ground enough.
      return { fill: label, ...(row.kind === 'message' || row.kind === 'person' ? onGround : {}) }
    default:
      return role satisfies never
  }
}
