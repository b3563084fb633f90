/** The shapes that rows are drawn with, as plain data: the live diagram makes elements of them, the SVG export text. */
import type { CredentialState } from '../credentials/faces.ts'
import { HEAD_LENGTH, type Metrics, textWidth } from './metrics.ts'

/** What a shape is to the eye. Its colours belong to whoever draws it. */
type ShapeRole =
  | 'line'
  | 'line-dashed'
  | 'cross'
  | 'head'
  | 'head-filled'
  | 'icon'
  | 'badge'
  | 'badge-text'
  | 'chip'
  | 'chip-text'
  | 'band'
  | 'note'
  | 'label'
  | 'thread'
  | 'thread-text'
  | 'credential'
  | 'credential-text'
  | 'credential-strike'
  | 'credential-crack'
  | 'credential-more'

/** What a shape has from a credential or a call: an index of a colour, and how the credential stands. */
interface Look {
  readonly hue?: number
  readonly state?: CredentialState
}

/** One shape. Lengths are in px from the top left corner of its row. */
export type Shape = { readonly role: ShapeRole } & Look &
  (
    | {
        readonly type: 'path'
        /** An SVG path. */
        readonly d: string
        /** An SVG transform, on icons. */
        readonly transform?: string
      }
    | {
        readonly type: 'rect'
        readonly x: number
        readonly y: number
        readonly width: number
        readonly height: number
        readonly radius: number
      }
    | {
        readonly type: 'text'
        readonly text: string
        readonly x: number
        /** Of the baseline. */
        readonly y: number
        readonly fontSize: number
        readonly anchor: 'start' | 'middle'
      }
  )

/** Icons on a 12 × 12 grid, stroked. */
const icons = {
  ok: 'M2.5 6.5 5 9l4.5-6',
  error: 'M3 3l6 6M9 3l-6 6',
  lost: 'M6 1.5 11.2 10.5H.8ZM6 5v2.6M6 9v.4',
  neutral: 'M6 5.8v.4',
  clock: 'M6 1a5 5 0 1 0 .01 0M6 3.4V6l1.9 1.3',
  person: 'M6 1.2a2.2 2.2 0 1 0 .01 0M2 11c0-5 8-5 8 0',
  changed: 'M1.5 10.5 2 8l6-6 2 2-6 6Z',
} as const

/** Name of an icon. */
export type IconName = keyof typeof icons

/** An icon with its top left corner at `x`, `y`. */
export function icon(name: IconName, x: number, y: number, size: number): Shape {
  return { type: 'path', role: 'icon', d: icons[name], transform: `translate(${x} ${y}) scale(${size / 12})` }
}

/** A straight line or a bent one. */
export function line(d: string, isDashed = false): Shape {
  return { type: 'path', role: isDashed ? 'line-dashed' : 'line', d }
}

/** An arrow head whose tip is at `x`, `y`: filled on requests, open on responses. */
export function arrowHead(x: number, y: number, direction: 1 | -1, isOpen: boolean): Shape {
  const back = x - direction * HEAD_LENGTH
  const d = `M${back} ${y - 5}L${x} ${y}L${back} ${y + 5}`
  return isOpen ? { type: 'path', role: 'head', d } : { type: 'path', role: 'head-filled', d: `${d}Z` }
}

/** A box with fully round ends, `middle` being its y. */
export function pill(
  role: 'badge' | 'chip' | 'band' | 'thread',
  x: number,
  middle: number,
  width: number,
  height: number,
): Shape {
  return { type: 'rect', role, x, y: middle - height / 2, width, height, radius: height / 2 }
}

/** From the middle of a line of text down to its baseline, over the font size. */
export const MIDDLE_TO_BASELINE = 0.35

/** A text that begins at `x`, its middle at the height `middle`. */
export function textAt(
  role: 'label' | 'chip-text' | 'thread-text',
  text: string,
  x: number,
  middle: number,
  fontSize: number,
): Shape {
  return { type: 'text', role, text, x, y: middle + fontSize * MIDDLE_TO_BASELINE, fontSize, anchor: 'start' }
}

/** The number of a step, on the life line that it starts from. */
export function stepBadge(step: number, x: number, y: number, metrics: Metrics): readonly Shape[] {
  const text = String(step)
  const fontSize = metrics.smallFontSize
  const half = Math.max(metrics.badge, textWidth(text, fontSize) / 2 + 4)
  return [
    pill('badge', x - half, y, 2 * half, 2 * metrics.badge),
    { type: 'text', role: 'badge-text', text, x, y: y + fontSize * MIDDLE_TO_BASELINE, fontSize, anchor: 'middle' },
  ]
}
