/** Ada’s authenticator app: a device whose code changes as the virtual clock moves (RFC 6238). */
import type { Json } from '../../lib/json.ts'
import { fromBase32, totpCode, totpStep, totpStepSeconds } from '../../protocol/authentication/index.ts'
import type { Milestone, Simulation } from '../../simulation/index.ts'

/** The secret that Ada’s app shares with the server since she enrolled it. A public fixture. */
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** So many codes are computed at once: a timer for each would make a day on the virtual clock take seconds. */
const STEPS_AHEAD = 20

/** The authenticator’s side of a scenario. */
export interface Authenticator {
  /** Computes the first codes and goes on as time passes; called when the world opens. */
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
  /** From step number to code: the present one and those to come until they are computed anew. */
  let codes: ReadonlyMap<number, string> = new Map()

  const now = () => Math.floor(clock.now() / 1000) + aheadSeconds
  /** The server's time at which a step begins here. */
  const startOf = (step: number) => step * totpStepSeconds - aheadSeconds
  const nextStep = () => startOf(totpStep(now()) + 1)

  async function compute(first: number): Promise<void> {
    const steps = Array.from({ length: STEPS_AHEAD + 1 }, (_, index) => first + index)
    codes = new Map(await Promise.all(steps.map(async (step) => [step, await totpCode(secret, step)] as const)))
  }

  function start(): void {
    const first = totpStep(now())
    void compute(first)
    clock.setTimer(startOf(first + STEPS_AHEAD) * 1000, start)
  }

  return {
    start,
    milestone: () => ({ id: 'next_code', label: 'Next code of the authenticator', at: nextStep() }),
    snapshot: () => ({
      device: 'authenticator',
      account,
      code: codes.get(totpStep(now())) ?? '',
      secondsLeft: nextStep() - Math.floor(clock.now() / 1000),
    }),
  }
}
