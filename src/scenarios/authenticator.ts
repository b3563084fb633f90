/** Ada’s authenticator app: a device whose code changes as the virtual clock moves (RFC 6238). */
import type { Json } from '../lib/json.ts'
import { fromBase32, totpCode, totpStep, totpStepSeconds } from '../protocol/authentication/index.ts'
import type { Milestone, Simulation } from '../simulation/index.ts'

/** The secret that Ada’s app shares with the server since she enrolled it. A public fixture. */
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** The authenticator’s side of a scenario. */
export interface Authenticator {
  /** Shows the first code and goes on from step to step; called when the world opens. */
  start(): void
  /** The moment of the next code. */
  milestone(): Milestone
  /** For the world's snapshots: what the stage shows as a device. */
  snapshot(): Json
}

/** Creates the app; its clock is `aheadSeconds` before the server’s (negative: behind). */
export function createAuthenticator(
  { clock }: Simulation,
  { account, aheadSeconds = 0 }: { readonly account: string; readonly aheadSeconds?: number },
): Authenticator {
  const secret = fromBase32(TOTP_SECRET)
  let code = ''

  const now = () => Math.floor(clock.now() / 1000) + aheadSeconds
  const nextStep = () => (totpStep(now()) + 1) * totpStepSeconds - aheadSeconds

  async function show(): Promise<void> {
    code = await totpCode(secret, totpStep(now()))
  }

  function start(): void {
    void show()
    clock.setTimer(nextStep() * 1000, start)
  }

  return {
    start,
    milestone: () => ({ id: 'next_code', label: 'Next code of the authenticator', at: nextStep() }),
    snapshot: () => ({ device: 'authenticator', account, code, secondsLeft: nextStep() + aheadSeconds - now() }),
  }
}
