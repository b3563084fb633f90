/** An attacker at a computer of their own, with what a script sent there and a key that they made. */
import type { Json } from '../../lib/json.ts'
import type { Action, ServerGlobals, Simulation } from '../../simulation/index.ts'
import type { KeyStore } from '../client-code/dpop-proof.ts'
import { createBackend } from './backend.ts'
import { createKeyStore, withKey } from './key-pairs.ts'

/** What the attacker's code has: `idb` is the key store of their own browser. */
export type OwnComputer = ServerGlobals & { readonly idb: KeyStore }

/** The attacker's side of a scenario, as the actor `attacker`. */
export interface Thief<Loot> {
  /** Takes what a script has sent, in the place of what it sent before. */
  keep(loot: Loot): void
  /** What the attacker does with it, once there is something; the text that comes of it is what they were answered last. */
  action(id: string, label: string, hint: string, body: (own: OwnComputer, loot: Loot) => Promise<string>): Action
  snapshot(): Json
}

/** Creates an attacker who has nothing yet; `tell` says what the snapshots tell of the loot. */
export function createThief<Loot>(
  simulation: Simulation,
  tell: (loot: Loot | undefined) => Readonly<Record<string, Json | undefined>>,
): Thief<Loot> {
  let loot: Loot | undefined
  let answer: string | undefined
  const attacker = createBackend(simulation, 'attacker', () => ({ ...tell(loot), answer }))
  const idb = createKeyStore()
  return {
    keep(found) {
      loot = found
    },
    action: (id, label, hint, body) => ({
      id,
      label,
      hint,
      place: 'stage',
      actor: 'attacker',
      available: () => loot !== undefined && !attacker.isBusy('work'),
      run() {
        const held = loot
        if (held === undefined) return
        attacker.start('work', async (globals) => {
          const own = { ...globals, crypto: withKey(simulation, globals.crypto, 'THIEF_KEY'), idb }
          answer = await body(own, held).catch((error: unknown) => {
            // A lost message is one more answer.
            if (error instanceof TypeError) return 'no answer'
            throw error
          })
        })
      },
    }),
    snapshot: attacker.snapshot,
  }
}
