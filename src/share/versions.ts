/** The formats a link can have, by the number before its dot. Old ones stay: a link must open for as long as there is a reader. */
import type { Decoded } from './problem.ts'
import type { Shared } from './shape.ts'
import { decode, encode } from './version-1.ts'

/** A format. Only the newest one needs to encode. */
export interface LinkVersion {
  readonly number: number
  /** Reads what follows the prefix. Never throws. */
  readonly decode: (payload: string) => Decoded<Shared>
}

/** The format of new links. */
export const CURRENT_VERSION = { number: 1, decode, encode } as const

/** Every format that can be read, the newest last. */
export const VERSIONS: readonly LinkVersion[] = [CURRENT_VERSION]
