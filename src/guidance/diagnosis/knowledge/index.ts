/** Everything that is known of vendors' and libraries' errors. */

import { amazonCognito } from './amazon-cognito.ts'
import { appauthErrors } from './appauth.ts'
import { apps } from './apps.ts'
import { argoCd } from './argo-cd.ts'
import { aspnet } from './aspnet.ts'
import { authJsErrors } from './auth-js.ts'
import { auth0 } from './auth0.ts'
import { authentik } from './authentik.ts'
import { authlibErrors } from './authlib.ts'
import { azureAdB2c } from './azure-ad-b2c.ts'
import { browsers } from './browsers.ts'
import { clerk } from './clerk.ts'
import { dex } from './dex.ts'
import { envoyErrors } from './envoy.ts'
import { firebase } from './firebase.ts'
import { fosite } from './fosite.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { goOidcErrors } from './go-oidc.ts'
import { golangJwt } from './golang-jwt.ts'
import { google } from './google.ts'
import { googleAuth } from './google-auth.ts'
import { idTokenChecks } from './id-token-checks.ts'
import { identityModel } from './identity-model.ts'
import { identityServer } from './identity-server.ts'
import { javaTokens } from './java-tokens.ts'
import { joseErrors } from './jose.ts'
import { jsonwebtokenErrors } from './jsonwebtoken.ts'
import { keycloak } from './keycloak.ts'
import type { KnownError } from './known-error.ts'
import { kubernetes } from './kubernetes.ts'
import { leagueOauth2ClientErrors } from './league-oauth2-client.ts'
import { leagueOauth2ServerErrors } from './league-oauth2-server.ts'
import { mcp } from './mcp.ts'
import { microsoftEntra } from './microsoft-entra.ts'
import { msal } from './msal.ts'
import { msalDotnet } from './msal-dotnet.ts'
import { nimbusErrors } from './nimbus.ts'
import { oauth2ProxyErrors } from './oauth2-proxy.ts'
import { oauth4webapiErrors } from './oauth4webapi.ts'
import { oauthlibErrors } from './oauthlib.ts'
import { oidcClientTsErrors } from './oidc-client-ts.ts'
import { oidcProvider } from './oidc-provider.ts'
import { okta } from './okta.ts'
import { omniauthErrors } from './omniauth.ts'
import { openam } from './openam.ts'
import { openidClientErrors } from './openid-client.ts'
import { openiddict } from './openiddict.ts'
import { ory } from './ory.ts'
import { passportErrors } from './passport.ts'
import { php } from './php.ts'
import { pingIdentity } from './ping-identity.ts'
import { pyjwtErrors } from './pyjwt.ts'
import { relyingParties } from './relying-parties.ts'
import { salesforce } from './salesforce.ts'
import { severalCauses } from './several-causes.ts'
import { signInLibraries } from './sign-in-libraries.ts'
import { slack } from './slack.ts'
import { springSecurityErrors } from './spring-security.ts'
import { supabase } from './supabase.ts'
import { tokenLibraries } from './token-libraries.ts'
import { webServers } from './web-servers.ts'
import { workloadIdentity } from './workload-identity.ts'
import { wso2 } from './wso2.ts'
import { zitadel } from './zitadel.ts'

export type { KnownError } from './known-error.ts'

/** Every row. */
export const KNOWN_ERRORS: readonly KnownError[] = [
  ...amazonCognito,
  ...appauthErrors,
  ...apps,
  ...argoCd,
  ...aspnet,
  ...auth0,
  ...authentik,
  ...authJsErrors,
  ...authlibErrors,
  ...azureAdB2c,
  ...browsers,
  ...clerk,
  ...dex,
  ...envoyErrors,
  ...firebase,
  ...fosite,
  ...github,
  ...gitlab,
  ...golangJwt,
  ...google,
  ...googleAuth,
  ...goOidcErrors,
  ...identityModel,
  ...identityServer,
  ...idTokenChecks,
  ...javaTokens,
  ...joseErrors,
  ...jsonwebtokenErrors,
  ...keycloak,
  ...kubernetes,
  ...leagueOauth2ClientErrors,
  ...leagueOauth2ServerErrors,
  ...mcp,
  ...microsoftEntra,
  ...msal,
  ...msalDotnet,
  ...nimbusErrors,
  ...oauth2ProxyErrors,
  ...oauth4webapiErrors,
  ...oauthlibErrors,
  ...oidcClientTsErrors,
  ...oidcProvider,
  ...okta,
  ...omniauthErrors,
  ...openam,
  ...openidClientErrors,
  ...openiddict,
  ...ory,
  ...passportErrors,
  ...php,
  ...pingIdentity,
  ...pyjwtErrors,
  ...relyingParties,
  ...salesforce,
  ...severalCauses,
  ...signInLibraries,
  ...slack,
  ...springSecurityErrors,
  ...supabase,
  ...tokenLibraries,
  ...webServers,
  ...workloadIdentity,
  ...wso2,
  ...zitadel,
]
