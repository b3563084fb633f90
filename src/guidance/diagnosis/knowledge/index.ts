/** Everything that is known of vendors' and libraries' errors. */
import type { KnownError } from './known-error.ts'

export type { KnownError } from './known-error.ts'

/** Every row. */
export const KNOWN_ERRORS: readonly KnownError[] = []
