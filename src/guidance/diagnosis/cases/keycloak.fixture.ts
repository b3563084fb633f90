/** What people posted about Keycloak, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'keycloak-code-redeemed-twice',
    cause: 'code-used-twice',
    source: 'https://github.com/mauriciovigolo/keycloak-angular/issues/464',
    input: `2022-12-29 07:55:50,841 WARN  [org.keycloak.protocol.oidc.utils.OAuth2CodeParser] (executor-thread-27) Code '11111111-2222-3333-4444-555555555555' already used for userSession '22222222-2222-3333-4444-555555555555' and client '33333333-2222-3333-4444-555555555555'.
2022-12-29 07:55:50,841 WARN  [org.keycloak.events] (executor-thread-27) type=CODE_TO_TOKEN_ERROR, realmId=44444444-2222-3333-4444-555555555555, clientId=shop, userId=null, ipAddress=192.0.2.7, error=invalid_code`,
  },
  {
    id: 'keycloak-issuer-behind-proxy',
    cause: 'issuer-differs',
    source: 'https://github.com/thomasdarimont/spring-boot-keycloak-server-example/issues/17',
    input: `WWW-Authenticate: Bearer realm="sample", error="invalid_token", error_description="Invalid token issuer. Expected 'http://sso.example:8080/auth/realms/sample', but was 'http://sso.example/auth/realms/sample'"`,
  },
  {
    id: 'keycloak-refresh-by-internal-address',
    cause: 'issuer-differs',
    source: 'https://github.com/keycloak/keycloak/issues/26017',
    input: 'Code to token works ok, but then it fails on refresh token with `Invalid token issuer. Expected ...`',
  },
  {
    id: 'keycloak-check-in-another-tab',
    cause: 'two-sign-ins-at-once',
    source: 'https://github.com/keycloak/keycloak/issues/11340',
    input: 'Cookie not found. Please make sure cookies are enabled in your browser.',
  },
  {
    id: 'keycloak-expired-link-beside-login',
    cause: 'two-sign-ins-at-once',
    source: 'https://github.com/p2-inc/keycloak-orgs/issues/233',
    input:
      'We are sorry... Cookie not found. Please make sure cookies are enabled in your browser. (the login page was open in another tab)',
  },
  {
    id: 'keycloak-par-outlived',
    cause: 'request-uri-not-usable',
    source: 'https://github.com/keycloak/keycloak/issues/51761',
    input:
      'KC-SERVICES0097: Invalid request: java.lang.RuntimeException: PAR not found, not issued or used multiple times.',
  },
  {
    id: 'keycloak-same-second',
    cause: 'rotation-compared-by-the-second',
    source: 'https://github.com/keycloak/keycloak/issues/50999',
    input:
      'Same-second rotations let an older refresh token remain usable after a newer token (revokeRefreshToken=true): the original and rotated tokens share the same iat second.',
  },
  {
    id: 'keycloak-logout-address',
    cause: 'logout-address-unregistered',
    source: 'https://github.com/oidc-wp/openid-connect-generic/issues/472',
    input: `error = invalid_redirect_uri
redirect_uri = https://shop.example/wp-login.php?loggedout=true&wp_lang=en_US`,
  },
  {
    id: 'keycloak-app-without-number',
    cause: 'prompt-of-another-sign-in',
    source: 'https://github.com/netzbegruenung/keycloak-mfa-plugins/issues/428',
    input: 'App Auth: a simple grant/deny on the challenge is vulnerable to MFA fatigue (push bombing)',
  },
] satisfies readonly DiagnosisCase[]
