/** The check that both secret methods share. */

import type { Environment } from '../../environment.ts'
import { isSameSecret } from '../../same-secret.ts'
import type { Client } from '../../state/config.ts'
import { accept, refuse } from '../../verdict.ts'

/** Checks a client's secret. `invalid_client` (RFC 6749 §2.3.1). The notes never tell either secret. */
export function checkClientSecret(secret: string, client: Client, environment: Environment): void {
  const rule = { rule: 'client', clause: 'RFC 6749 §2.3.1' }
  if (client.client_secret === undefined || !isSameSecret(secret, client.client_secret)) {
    throw refuse(
      rule,
      {
        code: 'invalid_client',
        message: `The client_secret of ${client.client_id} is wrong.`,
        fix: 'Compare it with the registration: a truncated copy, a rotated secret or a double encoding are the usual causes.',
      },
      environment,
    )
  }
  accept(rule, `${client.client_id} authenticated with its client_secret.`, environment)
}
