/** Everything that is known of vendors' and libraries' errors. */

import { appauthErrors } from './appauth.ts'
import { argoCd } from './argo-cd.ts'
import { aspnet } from './aspnet.ts'
import { authJsErrors } from './auth-js.ts'
import { auth0 } from './auth0.ts'
import { authlibErrors } from './authlib.ts'
import { azureAdB2c } from './azure-ad-b2c.ts'
import { envoyErrors } from './envoy.ts'
import { goOidcErrors } from './go-oidc.ts'
import { google } from './google.ts'
import { identityModel } from './identity-model.ts'
import { joseErrors } from './jose.ts'
import { jsonwebtokenErrors } from './jsonwebtoken.ts'
import { keycloak } from './keycloak.ts'
import type { KnownError } from './known-error.ts'
import { leagueOauth2ClientErrors } from './league-oauth2-client.ts'
import { microsoftEntra } from './microsoft-entra.ts'
import { msal } from './msal.ts'
import { nimbusErrors } from './nimbus.ts'
import { oauth2ProxyErrors } from './oauth2-proxy.ts'
import { oauth4webapiErrors } from './oauth4webapi.ts'
import { oauthlibErrors } from './oauthlib.ts'
import { oidcClientTsErrors } from './oidc-client-ts.ts'
import { okta } from './okta.ts'
import { omniauthErrors } from './omniauth.ts'
import { openidClientErrors } from './openid-client.ts'
import { passportErrors } from './passport.ts'
import { pyjwtErrors } from './pyjwt.ts'
import { springSecurityErrors } from './spring-security.ts'

export type { KnownError } from './known-error.ts'

/** Every row. */
export const KNOWN_ERRORS: readonly KnownError[] = [
  ...argoCd,
  ...aspnet,
  ...auth0,
  ...azureAdB2c,
  ...google,
  ...identityModel,
  ...keycloak,
  ...microsoftEntra,
  ...msal,
  ...okta,
  ...appauthErrors,
  ...authJsErrors,
  ...authlibErrors,
  ...envoyErrors,
  ...goOidcErrors,
  ...joseErrors,
  ...jsonwebtokenErrors,
  ...leagueOauth2ClientErrors,
  ...nimbusErrors,
  ...oauth2ProxyErrors,
  ...oauth4webapiErrors,
  ...oauthlibErrors,
  ...oidcClientTsErrors,
  ...omniauthErrors,
  ...openidClientErrors,
  ...passportErrors,
  ...pyjwtErrors,
  ...springSecurityErrors,
]
