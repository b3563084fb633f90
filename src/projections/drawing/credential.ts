/** How a credential is drawn: a chip whose outline tells the kind, its colour the generation, its letters both, and lines across it what became of it. */
import type { CredentialKind, ShownCredential } from '../credentials/faces.ts'
import { textWidth } from './metrics.ts'
import { MIDDLE_TO_BASELINE, type Shape } from './shapes.ts'

/** Room between two chips, in px. */
const GAP = 3

/** Width of a chip of this height, in px: room for a letter and two digits. */
export function chipWidth(height: number): number {
  return Math.round(height * 1.6)
}

/** From the left edge of a chip to that of the next one, in px. */
export function chipStep(height: number): number {
  return chipWidth(height) + GAP
}

/** Whole pixels: numbers of a few digits are read faster, and edges are sharp. */
function fontSizeOf(height: number): number {
  return Math.round(height * 0.64)
}

/** Width of chips of this height side by side, in px. */
export function chipsWidth(count: number, height: number): number {
  return count === 0 ? 0 : count * chipStep(height) - GAP
}

/** A chip with its left edge at `x` and its middle at the height `middle`. */
export function credentialChip(
  { credential, state }: ShownCredential,
  x: number,
  middle: number,
  height: number,
): readonly Shape[] {
  const width = chipWidth(height)
  const box = { left: x, right: x + width, top: middle - height / 2, bottom: middle + height / 2, middle }
  const look = { hue: credential.hue, state }
  const fontSize = fontSizeOf(height)
  const text: Shape = {
    type: 'text',
    role: 'credential-text',
    text: credential.mark,
    // The middle of a tag is not that of its outline.
    x: x + width / 2 + (credential.kind === 'api_key' ? height * 0.12 : 0),
    y: middle + fontSize * MIDDLE_TO_BASELINE,
    fontSize,
    anchor: 'middle',
    ...look,
  }
  return [
    { type: 'path', role: 'credential', d: outline(credential.kind, box), ...look },
    ...(state === 'revoked' ? [{ type: 'path', role: 'credential-crack', d: crack(box), ...look } as const] : []),
    text,
    ...(state === 'used' || state === 'replaced'
      ? [{ type: 'path', role: 'credential-strike', d: strike(box), ...look } as const]
      : []),
  ]
}

/** As many chips as there is room for, side by side from the whole pixel at `x` on; the last place tells how many more there are. */
export function credentialChips(
  shown: readonly ShownCredential[],
  x: number,
  middle: number,
  height: number,
  room: number,
): readonly Shape[] {
  const count = fittingCount(shown.length, height, room)
  const [left, step] = [Math.round(x), chipStep(height)]
  const chips = shown.slice(0, count).flatMap((one, index) => credentialChip(one, left + index * step, middle, height))
  const more = shown.length - count
  return more === 0 ? chips : [...chips, ...moreChip(more, left + count * step, middle, height)]
}

/** How many of `count` chips stand in `room` px; where not all do, one place is left to say how many more there are. */
export function fittingCount(count: number, height: number, room: number): number {
  if (chipsWidth(count, height) <= room) return count
  return Math.max(0, Math.floor((room - moreWidth(height)) / chipStep(height)))
}

/** What `count` chips take of `room` px. */
export function takenWidth(count: number, height: number, room: number): number {
  const fitting = fittingCount(count, height, room)
  return fitting === count ? chipsWidth(count, height) : fitting * chipStep(height) + moreWidth(height)
}

function moreWidth(height: number): number {
  return textWidth('+9', fontSizeOf(height)) + 2
}

/** “+2”. */
export function moreChip(count: number, x: number, middle: number, height: number): readonly Shape[] {
  const fontSize = fontSizeOf(height)
  const y = middle + fontSize * MIDDLE_TO_BASELINE
  return [{ type: 'text', role: 'credential-more', text: `+${count}`, x, y, fontSize, anchor: 'start' }]
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly middle: number
}

function outline(kind: CredentialKind, { left, right, top, bottom, middle }: Box): string {
  const height = bottom - top
  const [half, notch, slant] = [height / 2, Math.round(height * 0.16), Math.round(height * 0.3)]
  switch (kind) {
    case 'authorization_code':
      // A ticket, torn off once.
      return `M${left} ${top}H${right}V${middle - notch}A${notch} ${notch} 0 0 0 ${right} ${middle + notch}V${bottom}H${left}V${middle + notch}A${notch} ${notch} 0 0 0 ${left} ${middle - notch}Z`
    case 'access_token':
      return `M${left + half} ${top}H${right - half}A${half} ${half} 0 0 1 ${right - half} ${bottom}H${left + half}A${half} ${half} 0 0 1 ${left + half} ${top}Z`
    case 'refresh_token':
      return `M${left + slant} ${top}H${right - slant}L${right} ${middle}L${right - slant} ${bottom}H${left + slant}L${left} ${middle}Z`
    case 'id_token':
      // A card with one corner off.
      return `M${left} ${top}H${right - slant}L${right} ${top + slant}V${bottom}H${left}Z`
    case 'session':
    case 'app_session':
      // A cookie with a bite.
      return `M${left + slant} ${top}H${right - slant * 0.9}A${slant * 0.8} ${slant * 0.8} 0 0 0 ${right} ${top + slant * 0.9}V${bottom - slant}A${slant} ${slant} 0 0 1 ${right - slant} ${bottom}H${left + slant}A${slant} ${slant} 0 0 1 ${left} ${bottom - slant}V${top + slant}A${slant} ${slant} 0 0 1 ${left + slant} ${top}Z`
    case 'api_key':
      // A tag.
      return `M${left + half * 0.8} ${top}H${right}V${bottom}H${left + half * 0.8}L${left} ${middle}Z`
    case 'one_time_code':
      return `M${left + slant} ${top}H${right}L${right - slant} ${bottom}H${left}Z`
    case 'trusted_device':
      return `M${left + notch} ${top}H${right - notch}V${bottom}H${left + notch}Z`
    default:
      return kind satisfies never
  }
}

function strike({ left, right, top, bottom }: Box): string {
  return `M${left - 1} ${bottom - 3}L${right + 1} ${top + 3}`
}

function crack({ left, right, top, bottom, middle }: Box): string {
  const [x, reach] = [(left + right) / 2, (bottom - top) * 0.2]
  return `M${x + reach} ${top - 3}L${x - reach * 0.6} ${middle - reach * 0.8}L${x + reach} ${middle + reach * 0.6}L${x - reach} ${bottom + 3}`
}
