/** A head that is a button: it opens who its actor is, what it holds, and what else has gone through its hands. */
import type { PocketItem, ShownCredential } from '../projections/credentials/index.ts'
import { describeActor } from '../projections/narration/index.ts'
import { Popover } from '../ui/popover.tsx'
import { CredentialChip } from './credential-chip.tsx'
import type { HeadProps } from './lane-headers.tsx'
import { describePocket } from './pocket.tsx'
import './actor-head.css'

interface ActorHeadProps extends HeadProps {
  /** What its messages had carried up to now, in order; asked for when the card opens. */
  seenBy(actor: string): readonly ShownCredential[]
}

/** The head of a lane, with its card. */
export function ActorHead({ lane, items, children, seenBy }: ActorHeadProps) {
  return (
    <Popover className="sequence-head-box" description={describePocket(items)} button={children} title={lane.title}>
      <ActorCard lane={lane} items={items} seenBy={seenBy} />
    </Popover>
  )
}

type ActorCardProps = Omit<ActorHeadProps, 'children'>

function ActorCard({ lane, items, seenBy }: ActorCardProps) {
  const [held, gone] = [items.filter(({ isHeld }) => isHeld), items.filter(({ isHeld }) => !isHeld)]
  const seen = seenBy(lane.id).filter(
    ({ credential }) => !items.some((item) => item.credential.name === credential.name),
  )
  return (
    <>
      <p className="actor-who">{describeActor(lane)}</p>
      <Holdings title="Holds now" items={held} none="No credential." />
      {gone.length > 0 && <Holdings title="Held before" items={gone} />}
      {seen.length > 0 && <Holdings title="Has also sent or received" items={seen} />}
    </>
  )
}

interface HoldingsProps {
  readonly title: string
  readonly items: readonly (ShownCredential | PocketItem)[]
  readonly none?: string
}

function Holdings({ title, items, none = '' }: HoldingsProps) {
  return (
    <section className="actor-holdings" aria-label={title}>
      <h3>{title}</h3>
      {items.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {items.map((shown) => (
            <li key={shown.credential.name}>
              <CredentialChip shown={shown} />
              <span>{shown.credential.name}</span>
              {shown.state !== 'held' && <em data-state={shown.state}>{shown.state}</em>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
