/** The grants of the token endpoint, listed by hand: dispatch and `grant_types_supported` derive from the list. */
import { authorizationCode } from './authorization-code.ts'
import { clientCredentials } from './client-credentials.ts'
import type { GrantHandler } from './grant.ts'
import { refreshToken } from './refresh-token.ts'

/** Every grant that the server knows. */
export const grants: readonly GrantHandler[] = [authorizationCode, refreshToken, clientCredentials]
