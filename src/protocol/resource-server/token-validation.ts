/** The two ways to validate a token, behind one function: locally by signature, or by asking the authorization server. */

import type { Enforce } from '../enforce.ts'
import type { AccessTokenClaims, ResourceServerConfig } from './config.ts'
import type { ResourceServerEnvironment } from './environment.ts'
import { introspect } from './introspection-validation.ts'
import { validateJwt } from './jwt-validation.ts'
import { createRemoteKeySet, type KeySetSnapshot } from './key-set.ts'

/** Validates tokens in the way that the configuration names. */
export interface TokenValidation {
  /** The claims of a valid token. Throws ProtocolError: `invalid_token`, or `temporarily_unavailable` when nobody can tell. */
  claimsOf(token: string, enforce: Enforce): Promise<AccessTokenClaims>
  /** The cached key set; `undefined` when tokens are introspected. */
  keySet(): KeySetSnapshot | undefined
}

/** Sets up the validation mode of a resource server. */
export function createTokenValidation(
  config: ResourceServerConfig,
  environment: ResourceServerEnvironment,
): TokenValidation {
  const { validation } = config
  switch (validation.type) {
    case 'jwt': {
      const keys = createRemoteKeySet(validation, environment)
      return {
        claimsOf: (token, enforce) => validateJwt(token, { config, validation, keys, environment, enforce }),
        keySet: keys.snapshot,
      }
    }
    case 'introspection':
      return {
        claimsOf: (token, enforce) => introspect(token, { config, validation, environment, enforce }),
        keySet: () => undefined,
      }
    default:
      return validation satisfies never
  }
}
