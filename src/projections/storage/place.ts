/** Where an actor keeps things. */
import type { Find } from './artifacts.ts'
import type { PlaceKind } from './readers.ts'

/** A place and what was found in it. */
export interface Place {
  readonly kind: PlaceKind
  /** The origin, host, window or member that tells it from others of its kind. */
  readonly of?: string
  readonly finds: readonly Find[]
}
