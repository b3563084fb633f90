/** `user_code`: which device a person means, and no guessing (RFC 8628 §3.3, §5.1). */
import { ProtocolError } from '../errors.ts'
import type { ServerContext } from '../state/context.ts'
import type { PolledRequest } from '../state/polled-requests.ts'
import { readUserCode } from '../state/user-code.ts'
import { accept, refuse } from '../verdict.ts'

/**
 * The request that waits under a user code. `invalid_request` when none does, and 429 (RFC 6585 §4) once there were too
 * many wrong codes: then the right one is refused too.
 */
export async function checkUserCode(typed: string, context: ServerContext): Promise<PolledRequest> {
  const { config, store, environment } = context
  const { maxWrongCodes, wrongCodeWindowSeconds } = config.policy.device
  await environment.step('user_code.find')
  const now = environment.now()
  const since = now - wrongCodeWindowSeconds
  if (store.polledRequests.wrongCodes(since) >= maxWrongCodes) {
    const message = 'Too many wrong codes were entered. Please try again later.'
    const fix = `Wait ${wrongCodeWindowSeconds} seconds.`
    const rule = { rule: 'user_code_guesses', clause: 'RFC 8628 §5.1' }
    refuse(rule, { code: 'temporarily_unavailable', message, fix }, environment)
    throw new ProtocolError('temporarily_unavailable', message, { status: 429 })
  }
  const rule = { rule: 'user_code', clause: 'RFC 8628 §3.3' }
  const request = store.polledRequests.findByUserCode(readUserCode(typed), now)
  if (request === undefined) {
    store.polledRequests.countWrongCode(now, since)
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: 'No device waits under this code. It may be mistyped, too old, or used before.',
        fix: 'Compare it with what the device shows, or let the device show a new one.',
      },
      environment,
    )
  }
  accept(rule, 'A device waits under this code.', environment)
  return request
}
