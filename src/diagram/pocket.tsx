/** What an actor holds, as chips under its title. */
import { describeCredential } from '../projections/credentials/faces.ts'
import type { PocketItem } from '../projections/credentials/index.ts'
import type { Metrics } from '../projections/drawing/metrics.ts'
import { drawPocket } from '../projections/drawing/pocket.ts'
import { Shapes } from './shapes.tsx'
import './credentials.css'

/** Chips in a width of `room` px. */
export function PocketChips(props: {
  readonly items: readonly PocketItem[]
  readonly room: number
  readonly metrics: Metrics
}) {
  const { items, room, metrics } = props
  const { chips, more } = drawPocket(items, room, metrics)
  return (
    <svg className="pocket" aria-hidden="true" width={room} height={metrics.pocketHeight}>
      {chips.map(({ item, shapes }) => (
        <g
          key={item.credential.name}
          className="pocket-item"
          data-state={item.state}
          data-gone={item.isHeld ? undefined : true}
        >
          <title>{describeCredential(item)}</title>
          <Shapes shapes={shapes} />
        </g>
      ))}
      <Shapes shapes={more} />
    </svg>
  )
}

/** What a pocket has in it, in words: “holds access token 2; refresh token 2, revoked”. */
export function describePocket(items: readonly PocketItem[]): string {
  const held = items.filter(({ isHeld }) => isHeld)
  if (held.length === 0) return 'holds nothing'
  return `holds ${held.map((item) => (item.state === 'held' ? item.credential.name : describeCredential(item))).join('; ')}`
}
