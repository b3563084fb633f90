/** One actor with the places in which it keeps things. */
import {
  Cookie,
  Cpu,
  Database,
  FileText,
  KeyRound,
  Link,
  type LucideIcon,
  MemoryStick,
  ScrollText,
  Settings,
  Smartphone,
  VenetianMask,
} from 'lucide-react'
import { ACTOR_ICONS } from '../../../diagram/actor-icons.ts'
import { Readers } from '../../../inspectors/parts/readers.tsx'
import type { PlaceKind, StoragePlace } from '../../../projections/storage/index.ts'
import type { Actor } from '../../../simulation/index.ts'
import { isOver } from '../../selectors/storage.ts'
import { Item, type ItemContext } from './stored-item.tsx'

const PLACES: Readonly<Record<PlaceKind, LucideIcon>> = {
  'page-memory': MemoryStick,
  'worker-memory': Cpu,
  'session-storage': Database,
  'local-storage': Database,
  cookie: Cookie,
  'script-cookie': Cookie,
  'address-bar': Link,
  'process-memory': Cpu,
  'session-store': Database,
  configuration: Settings,
  file: FileText,
  keychain: KeyRound,
  log: ScrollText,
  database: Database,
  'key-set': KeyRound,
  device: Smartphone,
  loot: VenetianMask,
}

interface ActorCardProps extends ItemContext {
  readonly actor: Actor | undefined
  readonly places: readonly StoragePlace[]
}

/** A card: the actor’s name, and for each of its places what is in it and who can read it. */
export function ActorCard({ actor, places, ...context }: ActorCardProps) {
  if (actor === undefined) return null
  const Icon = ACTOR_ICONS[actor.kind]
  return (
    <li className="storage-actor" data-kind={actor.kind}>
      <h3>
        <Icon className="storage-actor-icon" aria-hidden="true" />
        {actor.title}
      </h3>
      {places.map((place) => (
        <Place key={place.key} place={place} owner={actor.title} {...context} />
      ))}
    </li>
  )
}

interface PlaceProps extends ItemContext {
  readonly place: StoragePlace
  readonly owner: string
}

function Place({ place, owner, ...context }: PlaceProps) {
  const Icon = PLACES[place.kind]
  // A database remembers all that it ever issued; what is over stands aside.
  const isAside = (item: StoragePlace['items'][number]) => place.kind === 'database' && isOver(item)
  const over = place.items.filter(isAside)
  return (
    <section className="storage-place" aria-label={`${place.title} of ${owner}`}>
      <h4>
        <Icon aria-hidden="true" />
        {place.title}
      </h4>
      <Readers exposure={place.exposure} text={place.readableBy} />
      <ul className="storage-items">
        {place.items
          .filter((item) => !isAside(item))
          .map((item) => (
            <Item key={item.key} item={item} place={place} {...context} />
          ))}
      </ul>
      {over.length > 0 && (
        <details className="storage-over">
          <summary>{over.length === 1 ? 'One record' : `${over.length} records`} no longer in use</summary>
          <ul className="storage-items">
            {over.map((item) => (
              <Item key={item.key} item={item} place={place} {...context} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
