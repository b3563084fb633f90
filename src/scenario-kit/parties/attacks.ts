/** What an attacker does at a computer of their own. */
import type { Action } from '../../simulation/index.ts'
import type { Backend } from './backend.ts'

/** What the person who plays the attacker reads, and when the attack is there to be made. */
interface Opportunity {
  readonly label: string
  readonly hint: string
  isPossible(): boolean
}

/** Makes actions of what an attacker does; one at a time is under way. */
export function createAttacks(attacker: Backend) {
  return (id: string, { label, hint, isPossible }: Opportunity, body: () => Promise<void>): Action => ({
    id,
    label: `Attacker: ${label}`,
    hint,
    place: 'stage',
    actor: 'attacker',
    available: () => isPossible() && !attacker.isBusy('attack'),
    // What is refused or lost on the wire brings nothing, and can be tried again.
    run: () => attacker.start('attack', () => body().catch(() => undefined)),
  })
}
