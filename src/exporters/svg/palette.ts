/** The light colours of the page, for a picture that has no style sheet: what each part of a row is filled and stroked with. */
import type { Shape } from '../../projections/drawing/shapes.ts'
import type { Lane, SequenceRow, Tone } from '../../projections/sequence/types.ts'

/** Colours by the names of the page's design tokens. Its test holds them against `ui/tokens.css`. */
export const LIGHT = {
  surface: '#ffffff',
  'surface-2': '#f1eeea',
  'border-strong': '#b9b1a6',
  text: '#1d1b18',
  'text-muted': '#68625a',
  ok: '#14663c',
  'ok-soft': '#e1f2e8',
  error: '#b0241c',
  'error-soft': '#fcebe9',
  'error-line': '#efbfba',
  warn: '#7d4a00',
  'warn-soft': '#fbf0dc',
  'warn-line': '#e8cf9f',
  'lane-person': '#8a5a2b',
  'lane-browser': '#2f6f8f',
  'lane-app': '#4338ca',
  'lane-server': '#3d6b4f',
  'lane-attacker': '#b0241c',
  'lane-device': '#7a4b86',
  'hue-0': '#b4500b',
  'hue-1': '#1d4ed8',
  'hue-2': '#157a3c',
  'hue-3': '#a21caf',
  'hue-4': '#0e7490',
  'hue-5': '#6d28d9',
} as const

const HUES = [LIGHT['hue-0'], LIGHT['hue-1'], LIGHT['hue-2'], LIGHT['hue-3'], LIGHT['hue-4'], LIGHT['hue-5']]

/** The colour of a lane. */
export function laneColour({ kind }: Lane): string {
  return LIGHT[`lane-${kind}`]
}

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

/** How a part of a row is drawn. */
export function styleOf({ role, hue = 0, state }: Shape, row: Pick<SequenceRow, 'kind' | 'tone'>): Attributes {
  const colour = HUES[hue] ?? LIGHT.text
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
    case 'plate':
      return { fill: LIGHT.surface }
    case 'thread':
      return { fill: colour, 'fill-opacity': 0.14 }
    case 'thread-text':
    case 'credential-more':
      return { fill: LIGHT.text }
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
      return { fill: label }
    default:
      return role satisfies never
  }
}
