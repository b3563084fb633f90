/** Everything that is known of vendors' and libraries' errors. */
import { aspnet } from './aspnet.ts'
import { auth0 } from './auth0.ts'
import { azureAdB2c } from './azure-ad-b2c.ts'
import { google } from './google.ts'
import { identityModel } from './identity-model.ts'
import { keycloak } from './keycloak.ts'
import type { KnownError } from './known-error.ts'
import { microsoftEntra } from './microsoft-entra.ts'
import { msal } from './msal.ts'
import { okta } from './okta.ts'

export type { KnownError } from './known-error.ts'

/** Every row. */
export const KNOWN_ERRORS: readonly KnownError[] = [
  ...aspnet,
  ...auth0,
  ...azureAdB2c,
  ...google,
  ...identityModel,
  ...keycloak,
  ...microsoftEntra,
  ...msal,
  ...okta,
]
