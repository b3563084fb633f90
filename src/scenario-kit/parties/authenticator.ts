/** Ada’s authenticator app: a device whose code changes as the virtual clock moves (RFC 6238). */
import type { Json } from '../../lib/json.ts'
import { fromBase32, totpCode, totpStep, totpStepSeconds } from '../../protocol/authentication/index.ts'
import type { Milestone, Simulation } from '../../simulation/index.ts'

/** The secret that Ada’s app shares with the server since she enrolled it. A public fixture. */
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** The authenticator’s side of a scenario. */
export interface Authenticator {
  /** Computes the code of the moment, now and whenever time has passed; called when the world opens. */
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
  let shown: { readonly step: number; readonly code: string } | undefined

  const now = () => Math.floor(clock.now() / 1000) + aheadSeconds
  /** The server's time at which a step begins here. */
  const startOf = (step: number) => step * totpStepSeconds - aheadSeconds
  const nextStep = () => startOf(totpStep(now()) + 1)

  async function compute(): Promise<void> {
    const step = totpStep(now())
    if (shown?.step !== step) shown = { step, code: await totpCode(secret, step) }
  }

  return {
    start() {
      void compute()
      clock.whenMoved(() => void compute())
    },
    milestone: () => ({ id: 'next_code', label: 'Next code of the authenticator', at: nextStep() }),
    snapshot: () => ({
      device: 'authenticator',
      account,
      code: shown?.code ?? '',
      secondsLeft: nextStep() - Math.floor(clock.now() / 1000),
    }),
  }
}
