/** The light colours of the page, for a picture that has no style sheet. */
import type { Lane } from '../projections/sequence/types.ts'

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

/** The colour of a credential's generation, or of a call. */
export function hueColour(hue: number): string {
  return HUES[hue] ?? LIGHT.text
}

/** The colour of a lane. */
export function laneColour({ kind }: Lane): string {
  return LIGHT[`lane-${kind}`]
}
