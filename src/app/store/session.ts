/** The recipe of the run, as kept in the store: the only slice that is shared. */
import { DEFAULT_SEED } from '../../scenarios/run.ts'
import type { Session } from '../../simulation/index.ts'

/** What a link carries, besides the cursor. */
export type SessionSlice = Session

/** A fresh run of a scenario with its default settings. */
export function freshSession(scenario: string): SessionSlice {
  return { scenario, settings: {}, seed: DEFAULT_SEED, choices: [] }
}
