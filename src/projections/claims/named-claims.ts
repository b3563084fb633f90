/** The claims of a token that is compared with another. */
import type { Json } from '../../lib/json.ts'

/** The claims of a JWT, decoded. */
export type Claims = Readonly<Record<string, Json>>

/** A token to compare, and what a sentence calls it, such as “access token 2”. */
export interface NamedClaims {
  readonly name: string
  readonly claims: Claims
}
