/** Whether a device and the person who connects it are in one network: an operator's rule against codes sent from afar. */
import type { ServerContext } from '../state/context.ts'
import type { PolledRequest } from '../state/polled-requests.ts'
import { accept, refuse } from '../verdict.ts'

/**
 * Throws `access_denied` when the policy wants one address and there are two, or one is
 * unknown. At home both have the router's; whoever has a way into that network passes.
 */
export function checkDeviceNetwork(
  { askedFrom = 'unknown' }: PolledRequest,
  enteredFrom: string | undefined,
  { config, environment }: ServerContext,
): void {
  if (config.policy.device.network === 'any') return
  const rule = { rule: 'device_network', clause: 'policy' }
  if (askedFrom === enteredFrom) {
    accept(rule, 'The device asked from the network that the person is in.', environment)
    return
  }
  throw refuse(
    rule,
    {
      code: 'access_denied',
      message: 'The device that shows this code is in another network, so it was not connected.',
      sent: askedFrom,
      expected: enteredFrom ?? 'unknown',
      fix: 'Connect the device from the network that it is in. If somebody sent you the code, do not use it.',
    },
    environment,
  )
}
