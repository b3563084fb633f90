/** Everything that is known of vendors' and libraries' errors. */
import { appauthErrors } from './appauth.ts'
import { authJsErrors } from './auth-js.ts'
import { authlibErrors } from './authlib.ts'
import { envoyErrors } from './envoy.ts'
import { goOidcErrors } from './go-oidc.ts'
import { joseErrors } from './jose.ts'
import { jsonwebtokenErrors } from './jsonwebtoken.ts'
import type { KnownError } from './known-error.ts'
import { leagueOauth2ClientErrors } from './league-oauth2-client.ts'
import { nimbusErrors } from './nimbus.ts'
import { oauth2ProxyErrors } from './oauth2-proxy.ts'
import { oauth4webapiErrors } from './oauth4webapi.ts'
import { oauthlibErrors } from './oauthlib.ts'
import { oidcClientTsErrors } from './oidc-client-ts.ts'
import { omniauthErrors } from './omniauth.ts'
import { openidClientErrors } from './openid-client.ts'
import { passportErrors } from './passport.ts'
import { pyjwtErrors } from './pyjwt.ts'
import { springSecurityErrors } from './spring-security.ts'

export type { KnownError } from './known-error.ts'

/** Every row. */
export const KNOWN_ERRORS: readonly KnownError[] = [
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
