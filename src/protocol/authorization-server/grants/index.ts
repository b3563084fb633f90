/** The grants of the token endpoint, listed by hand: dispatch and `grant_types_supported` derive from the list. */

import type { ResolvedConfig } from '../../state/config.ts'
import { assertion } from './assertion.ts'
import { authorizationCode } from './authorization-code.ts'
import { backchannel } from './backchannel.ts'
import { clientCredentials } from './client-credentials.ts'
import { deviceCode } from './device-code.ts'
import type { GrantHandler } from './grant.ts'
import { refreshToken } from './refresh-token.ts'
import { tokenExchange } from './token-exchange.ts'

const grants: readonly GrantHandler[] = [
  authorizationCode,
  refreshToken,
  clientCredentials,
  deviceCode,
  tokenExchange,
  assertion,
  backchannel,
]

/** The grants that a server with this configuration has. */
export function offeredGrants(config: ResolvedConfig): readonly GrantHandler[] {
  return grants.filter((grant) => grant.isOffered?.(config) ?? true)
}
