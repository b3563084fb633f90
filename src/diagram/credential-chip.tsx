/** The chip of a credential, alone or beside others, wherever one is named. */

import { memo } from 'react'
import { describeCredential, type ShownCredential, shownOf } from '../projections/credentials/faces.ts'
import { chipsWidth, chipWidth, credentialChip, credentialChips } from '../projections/drawing/credential.ts'
import type { Lifetime } from '../projections/index.ts'
import { Shapes } from './shapes.tsx'
import './credentials.css'

/** What a crack and a line need beyond the edges of a chip, in px. */
const MARGIN = 4

/** A chip with its height in px. The name beside it says the same in words. */
export function CredentialChip({ shown, height = 17 }: { readonly shown: ShownCredential; readonly height?: number }) {
  const [width, full] = [chipWidth(height) + 2 * MARGIN, height + 2 * MARGIN]
  return (
    <svg className="credential-chip" aria-hidden="true" width={width} height={full}>
      <title>{describeCredential(shown)}</title>
      <Shapes shapes={credentialChip(shown, MARGIN, full / 2, height)} />
    </svg>
  )
}

/** The chip of something with a lifetime, before its name; nothing for what is no credential. */
export function LifetimeChip({ lifetime }: { readonly lifetime: Lifetime }) {
  const shown = shownOf(lifetime)
  return shown === undefined ? null : <CredentialChip shown={shown} />
}

interface CarriedChipsProps {
  readonly carried: readonly ShownCredential[]
  readonly x: number
  readonly y: number
  readonly height: number
}

/** Chips centred at `x`, `y` of an SVG, drawn again only when they look different. */
export const CarriedChips = memo(
  function CarriedChips({ carried, x, y, height }: CarriedChipsProps) {
    const width = chipsWidth(carried.length, height)
    return <Shapes shapes={credentialChips(carried, x - width / 2, y, height, width)} />
  },
  (before, after) =>
    before.x === after.x &&
    before.y === after.y &&
    before.height === after.height &&
    looksAlike(before.carried, after.carried),
)

/** True when two lists of chips are drawn the same. */
export function looksAlike(one: readonly ShownCredential[] = [], other: readonly ShownCredential[] = []): boolean {
  return (
    one === other ||
    (one.length === other.length &&
      one.every(({ credential, state }, index) => {
        const beside = other[index]
        return beside?.credential.name === credential.name && beside.state === state
      }))
  )
}
