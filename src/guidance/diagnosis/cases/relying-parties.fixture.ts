/** What people posted from apps that sign them in and APIs that take their tokens, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'instant-cookie-form-post',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/instantdb/instant/issues/2892',
    input: '{"type":"oauth-error","error":"Missing cookie."}',
  },
  {
    id: 'grafana-two-replicas',
    cause: 'sign-in-on-another-instance',
    source: 'https://github.com/grafana/grafana/issues/13073',
    input: 'login.OAuthLogin(missing saved state)',
  },
  {
    id: 'caddy-two-instances',
    cause: 'sign-in-on-another-instance',
    source: 'https://github.com/greenpau/caddy-security/issues/188',
    input: 'warn OAuth 2.0 authorization state not found',
  },
  {
    id: 'keycloak-refresh-event',
    cause: 'refresh-token-expired',
    source: 'https://github.com/Apicurio/apicurio-registry/issues/4041',
    input:
      '10:22:19,903 WARN  [org.keycloak.events] (default task-147) type=REFRESH_TOKEN_ERROR, realmId=shop, clientId=shop-portal, userId=null, ipAddress=192.0.2.28, error=invalid_token, grant_type=refresh_token, client_auth_method=client-secret',
  },
  {
    id: 'keycloak-token-not-active',
    cause: 'refresh-token-expired',
    source: 'https://github.com/mauriciovigolo/keycloak-angular/issues/564',
    input: '{"error":"invalid_grant","error_description":"Token is not active"}',
  },
  {
    id: 'resty-state-of-session',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/zmartzone/lua-resty-openidc/issues/44',
    input:
      '2026/01/05 09:00:26 [error] 11317#0: *1 [lua] openidc.lua:294: authenticate(): state from argument: 4ba273aded3294e5 does not match state restored from session: a60dd9fb58feda4d, client: 192.0.2.26, server: shop.example, request: "GET /auth/callback?state=4ba273aded3294e5&code=4/PvF HTTP/1.1", host: "shop.example"',
  },
  {
    id: 'nuxt-state-cookie',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/sidebase/nuxt-auth/issues/922',
    input: '[nuxt] [auth] Login callback error: State cookie was missing.',
  },
  {
    id: 'proxy-csrf-mismatch',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/bitly/oauth2_proxy/issues/507',
    input:
      '2026/01/05 09:00:01 oauthproxy.go:657: Cookie "_oauth2_proxy" not present\n403 Permission Denied: csrf token mismatch, potential attack',
  },
  {
    id: 'go-named-cookie',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/openshift/oauth-proxy/issues/209',
    input: '2026/01/05 09:00:00 oauthproxy.go:657: http: named cookie not present',
  },
  {
    id: 'outline-state',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/outline/outline/issues/1985',
    input: '{"level":"error","message":"[BadRequestError]: State not return in OAuth flow"}',
  },
  {
    id: 'entra-http-behind-proxy',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/AzureAD/microsoft-identity-web/issues/2102',
    input:
      "MSAL.NetCore.4.48.1.0.MsalServiceException:\n\tErrorCode: invalid_client\nMicrosoft.Identity.Client.MsalServiceException: A configuration issue is preventing authentication - check the error message from the server for details. Original exception: AADSTS500112: The reply address 'http://shop.example/signin-oidc' does not match the reply address 'https://shop.example/signin-oidc' provided when requesting Authorization code.",
  },
  {
    id: 'spring-required-audience',
    cause: 'token-for-another-audience',
    source: 'https://github.com/pivotal-cf/identity-sample-apps/issues/337',
    input: 'An error occurred while attempting to decode the Jwt: The required audience is missing',
  },
  {
    id: 'identity-model-resources-audience',
    cause: 'token-for-another-audience',
    source: 'https://github.com/aruss/IdentityBase/issues/37',
    input:
      "Microsoft.IdentityModel.Tokens.SecurityTokenInvalidAudienceException: IDX10214: Audience validation failed. Audiences: 'http://localhost:5000/resources'. Did not match: validationParameters.ValidAudience: 'api1' or validationParameters.ValidAudiences: 'null'.",
  },
  {
    id: 'pyjwt-no-audience-given',
    cause: 'verifier-not-configured',
    source: 'https://github.com/cloudera/hue/pull/2505',
    input:
      '  File "/opt/app/lib/python3/site-packages/jwt/api_jwt.py", line 189, in _validate_aud\n    raise InvalidAudienceError(\'Invalid audience\')\nInvalidAudienceError: Invalid audience',
  },
  {
    id: 'auth0-php-opaque',
    cause: 'token-is-opaque',
    source: 'https://github.com/auth0/auth0-PHP/issues/460',
    input: 'Uncaught Auth0\\SDK\\Exception\\InvalidTokenException: ID token could not be decoded',
  },
  {
    id: 'liberty-logout-token',
    cause: 'logout-token-refused',
    source: 'https://github.com/OpenLiberty/open-liberty/pull/20440',
    input:
      'CWWKS1546E: The logout token is not valid because it does not contain a "sub" or "sid" claim. The token must have at least one of those claims.',
  },
  {
    id: 'react-effect-twice',
    cause: 'code-used-twice',
    source: 'https://github.com/soofstad/react-oauth2-pkce/issues/50',
    input: 'The useEffect() in AuthProvider is fired twice, and the same auth code is sent to the auth provider twice.',
  },
  {
    id: 'own-server-read-then-write',
    cause: 'rotation-not-atomic',
    source: 'https://github.com/nightscout/nocturne/pull/326',
    input:
      'refresh_tokens: most rows revoked with reason `Token reuse detected`, 6-18 tokens that were all minted within the same millisecond. RotateAsync was a read-then-write. Users are signed out constantly.',
  },
  {
    id: 'own-server-successor-not-saved',
    cause: 'successor-not-stored',
    source: 'https://github.com/AuthGuard/AuthGuard/issues/280',
    input:
      "Old refresh token is still removed even if a new one wasn't saved: DB/cache failure while persisting a new refresh token",
  },
  {
    id: 'home-assistant-totp-setup',
    cause: 'authenticator-clock-differs',
    source: 'https://github.com/home-assistant/core/issues/181369',
    input:
      'TOTP setup flow rejects codes with clock drift that a normal login would accept (missing valid_window): invalid_code',
  },
  {
    id: 'django-origin-null',
    cause: 'start-form-refused',
    source: 'https://github.com/tubearchivist/tubearchivist/issues/192',
    input: `Forbidden (403)

CSRF verification failed. Request aborted.

\`Origin checking failed - null does not match any trusted origins.\``,
  },
  {
    id: 'nextcloud-local-issuer',
    cause: 'issuer-unreachable',
    source: 'https://github.com/nextcloud/user_oidc/issues/397',
    input:
      '{"reqId":"SEnExddue","level":2,"time":"2026-01-05T09:00:00+00:00","remoteAddr":"192.0.2.10","user":"--","app":"no app in context","method":"GET","url":"/apps/user_oidc/login/1","message":"Host 192.0.2.20 was not connected to because it violates local access rules","userAgent":"Mozilla/5.0"',
  },
  {
    id: 'vault-bound-claims',
    cause: 'person-may-not-use-the-app',
    source: 'https://github.com/hashicorp/vault/issues/18120',
    input: `Error authenticating: Error making API request.

URL: GET https://vault.shop.example/v1/auth/okta-oidc/oidc/callback?client_nonce=XXX&code=XXX&id_token=&state=XXX
Code: 400. Errors:

* error validating claims: claim "name" does not match any associated bound claim values`,
  },
  {
    id: 'apple-secret-too-long',
    cause: 'client-assertion-refused',
    source: 'https://github.com/mikebronner/laravel-sign-in-with-apple/issues/9',
    input:
      '"Client error: `POST https://appleid.apple.com/auth/token` resulted in a `400 Bad Request` response:\\n{\\"error\\":\\"invalid_client\\"}\\n"',
  },
  {
    id: 'forward-auth-requests-at-once',
    cause: 'tabs-sign-in-together',
    source: 'https://github.com/thomseddon/traefik-forward-auth/issues/113',
    input:
      'I got `Not authorized` and saw in the log `Error validating csrf cookie: CSRF cookie does not match state`.',
  },
  {
    id: 'spotify-uri-unregistered',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/Rigellute/spotify-tui/issues/1155',
    input: '`INVALID_CLIENT: Invalid redirect URI`',
  },
  {
    id: 'mozilla-hashed-secret',
    cause: 'signing-key-differs',
    source: 'https://github.com/mozilla/mozilla-django-oidc/issues/461',
    input: `After upgrade django-oauth-toolkit from 1.7 to 2.0 i have problem with auth using mozilla-django-oidc.
SuspiciousOperation: JWS token verification failed.`,
  },
  {
    id: 'gitea-post-became-get',
    cause: 'token-answer-unusable',
    source: 'https://github.com/go-gitea/gitea/issues/17969',
    input: `2026/01/05 09:00:01 Completed GET /login/oauth/access_token 405 Method Not Allowed in 259.322µs
time="2026-01-05T09:00:01Z" level=error msg="cannot authenticate user. oauth2: cannot fetch token: 405 Method Not Allowed\\nResponse: "`,
  },
  {
    id: 'fastapi-null-token',
    cause: 'token-not-sent',
    source: 'https://github.com/vibber-ai/fastapi-azure-auth/issues/73',
    input: `[backend] 2026-01-05 09:00:18,023 WARNING fastapi_azure_auth __call__() Malformed token received. null. Error: Error decoding token headers.
[backend]     raise JWSError("Not enough segments")
[backend] jose.exceptions.JWSError: Not enough segments`,
  },
  {
    id: 'clerk-clock',
    cause: 'clocks-differ',
    source: 'https://github.com/clerk/javascript/issues/2242',
    input: `Clerk: Clock skew detected. This usually means that your system clock is inaccurate.

JWT cannot be used prior to not before date claim (nbf). Not before date: Mon, 05 Jan 2026 09:00:53 GMT; Current date: Mon, 05 Jan 2026 09:00:46 GMT; (reason=token-not-active-yet, token-carrier=cookie)`,
  },
] satisfies readonly DiagnosisCase[]
