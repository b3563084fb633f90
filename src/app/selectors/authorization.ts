/** What the tokens of the run may do, and where authentication has handed over to that. */
import { type Authorization, authorizationAt, hasProtectedApi } from '../../projections/authorization/index.ts'
import { type HandOff, handOffAt } from '../../projections/hand-off.ts'
import { foreseeRules } from '../../protocol/index.ts'
import type { Trace } from '../../simulation/index.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'

const authorizationOf = memoise((trace: Trace, cursor: number) => authorizationAt(trace, cursor, foreseeRules))

/** Every protected resource against every access token, at the cursor. */
export function selectAuthorization({ run, view }: AppState): Authorization {
  return authorizationOf(run.trace, view.cursor)
}

const guards = memoise(hasProtectedApi)

/** True when some party of the run guards resources with access tokens. */
export function hasAuthorization({ run }: AppState): boolean {
  return guards(run.trace)
}

const handOffOf = memoise(handOffAt)

/** Where authentication ended, as far as the cursor; undefined while nobody has verified an ID token. */
export function selectHandOff({ run, view }: AppState): HandOff | undefined {
  return handOffOf(run.trace, view.cursor)
}
