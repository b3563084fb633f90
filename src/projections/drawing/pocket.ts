/** How a pocket is drawn: as many chips as there is room for, in the middle. */
import type { PocketItem } from '../credentials/index.ts'
import { chipStep, credentialChip, fittingCount, moreChip, takenWidth } from './credential.ts'
import type { Metrics } from './metrics.ts'
import type { Shape } from './shapes.ts'

/** A chip of a pocket. */
interface PocketChip {
  readonly item: PocketItem
  readonly shapes: readonly Shape[]
}

/** A pocket of a width; shapes are placed from its top left corner. */
export interface DrawnPocket {
  readonly chips: readonly PocketChip[]
  /** How many more there are. */
  readonly more: readonly Shape[]
}

/** Chips in `room` px; where there are more, what is over and came first stands back. */
export function drawPocket(items: readonly PocketItem[], room: number, metrics: Metrics): DrawnPocket {
  const height = metrics.credential
  const kept = mostTelling(items, fittingCount(items.length, height, room - 8))
  const left = (room - takenWidth(items.length, height, room - 8)) / 2
  const middle = metrics.pocketHeight / 2
  const x = (index: number) => left + index * chipStep(height)
  const rest = items.length - kept.length
  return {
    chips: kept.map((item, index) => ({ item, shapes: credentialChip(item, x(index), middle, height) })),
    more: rest === 0 ? [] : moreChip(rest, x(kept.length), middle, height),
  }
}

/** So many items in their order: first what is held, then what was let go of last. */
function mostTelling(items: readonly PocketItem[], count: number): readonly PocketItem[] {
  const byWorth = items
    .map((item, index) => ({ item, index }))
    .sort((one, other) => Number(other.item.isHeld) - Number(one.item.isHeld) || other.index - one.index)
  return byWorth
    .slice(0, count)
    .sort((one, other) => one.index - other.index)
    .map(({ item }) => item)
}
