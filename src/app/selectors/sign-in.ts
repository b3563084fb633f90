/** Where the newest sign-in of the run stands. */
import { signInWalk } from '../../projections/sign-in/index.ts'
import { signInTransitions } from '../../protocol/index.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'
import { selectScenario } from './outcome.ts'

const walkOf = memoise((trace: AppState['run']['trace'], cursor: number) =>
  signInWalk(trace, cursor, signInTransitions),
)

/** The way of the sign-in through the server's transition table, up to the cursor. */
export function selectSignIn({ run, view }: AppState) {
  return walkOf(run.trace, view.cursor)
}

/** Whether the open scenario is about signing in, so that the states of a sign-in are worth a view. */
export function isAboutSigningIn(state: AppState): boolean {
  const group = selectScenario(state)?.group
  return group === 'Sign in' || group === 'MFA'
}
