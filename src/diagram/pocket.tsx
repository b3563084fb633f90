/** What an actor holds, as chips under its title. */
import { describeCredential } from '../projections/credentials/faces.ts'
import type { PocketItem } from '../projections/credentials/index.ts'
import { chipWidth, credentialChip, fittingCount, moreChip, takenWidth } from '../projections/drawing/credential.ts'
import type { Metrics } from '../projections/drawing/metrics.ts'
import { Shapes } from './shapes.tsx'
import './credentials.css'

/** Chips in a width of `room` px; where there are more, what is over and longest there stands back. */
export function PocketChips(props: {
  readonly items: readonly PocketItem[]
  readonly room: number
  readonly metrics: Metrics
}) {
  const { items, room, metrics } = props
  const height = metrics.credential
  const count = fittingCount(items.length, height, room - 8)
  const kept = mostTelling(items, count)
  const step = chipWidth(height) + 3
  const left = (room - takenWidth(items.length, height, room - 8)) / 2
  const middle = metrics.pocketHeight / 2
  return (
    <svg className="pocket" aria-hidden="true" width={room} height={metrics.pocketHeight}>
      {kept.map((item, index) => (
        <g
          key={item.credential.name}
          className="pocket-item"
          data-state={item.state}
          data-gone={item.isHeld ? undefined : true}
        >
          <title>{describeCredential(item)}</title>
          <Shapes shapes={credentialChip(item, left + index * step, middle, height)} />
        </g>
      ))}
      {kept.length < items.length && (
        <Shapes shapes={moreChip(items.length - kept.length, left + kept.length * step, middle, height)} />
      )}
    </svg>
  )
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

/** What a pocket has in it, in words: “holds access token 2 and refresh token 2, revoked”. */
export function describePocket(items: readonly PocketItem[]): string {
  const held = items.filter(({ isHeld }) => isHeld)
  if (held.length === 0) return 'holds nothing'
  return `holds ${held.map((item) => (item.state === 'held' ? item.credential.name : describeCredential(item))).join('; ')}`
}
