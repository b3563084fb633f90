/** Which grants a client is registered for (RFC 7591 §2). */

import type { Environment } from '../environment.ts'
import type { Client } from '../state/config.ts'
import { accept, refuse } from '../verdict.ts'

/** Checks that a client is registered for a grant type; `unauthorized_client` else (RFC 6749 §5.2, §4.1.2.1). */
export function checkGrantType(grantType: string, client: Client, environment: Environment): void {
  const rule = { rule: 'grant_type', clause: 'RFC 6749 §5.2' }
  if (!client.grant_types.includes(grantType)) {
    throw refuse(
      rule,
      {
        code: 'unauthorized_client',
        message: `The client is not registered for the grant type ${grantType}.`,
        sent: grantType,
        expected: client.grant_types.join(' '),
        fix: 'Add the grant type to grant_types in the registration of the client.',
      },
      environment,
    )
  }
  accept(rule, `The client is registered for the grant type ${grantType}.`, environment)
}
