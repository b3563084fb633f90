/** Pastes in the notations that errors come in: responses, stack traces, log lines, addresses, tokens, claims. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'spring-algorithm',
    cause: 'algorithm-differs',
    input: `HTTP/1.1 401
WWW-Authenticate: Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: Signed JWT rejected: Another algorithm expected, or no matching key(s) found", error_uri="https://tools.ietf.org/html/rfc6750#section-3.1"`,
  },
  {
    id: 'entra-spa-platform',
    cause: 'redirect-uri-on-wrong-platform',
    input: `ERROR ServerError: invalid_request: 9002326 - [2026-01-05 09:00:00Z]: AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.
Trace ID: 11aa22bb-0000-4c4c-9d9d-0123456789ab
Correlation ID: 99ff88ee-1111-4d4d-8e8e-ba9876543210
Timestamp: 2026-01-05 09:00:00Z
    at ServerError.AuthError [as constructor] (AuthError.ts:40)
    at ResponseHandler.validateTokenResponse (ResponseHandler.ts:99)
    at step (vendor.js:1248)`,
  },
  {
    id: 'google-testing-seven-days',
    cause: 'consent-screen-in-testing',
    input: `2026-01-05 09:00:03 INFO  [agenda.py:98] Fetching events
Traceback (most recent call last):
  File "/opt/agenda/agenda.py", line 119, in <module>
    main()
  File "/opt/agenda/google.py", line 54, in events
    creds.refresh(Request())
  File "/usr/lib/python3/site-packages/google/oauth2/_client.py", line 60, in _handle_error_response
    raise exceptions.RefreshError(error_details, response_data)
google.auth.exceptions.RefreshError: ('invalid_grant: Token has been expired or revoked.', 'error': 'invalid_grant', 'error_description': 'Token has been expired or revoked.')`,
  },
  {
    id: 'oauth2-proxy-unverified-email',
    cause: 'email-not-verified',
    input:
      "[2026/01/05 09:00:01] [oauthproxy.go:898] Error redeeming code during OAuth2 callback: email in id_token (ada@mail.example) isn't verified",
  },
  {
    id: 'appauth-no-secret',
    cause: 'secret-not-sent',
    input:
      'PlatformException(authorize_and_exchange_code_failed, Failed to authorize: [error: invalid_client, description: null], null)',
  },
  {
    id: 'argocd-dex-restarted',
    cause: 'keys-lost-at-restart',
    input: `time="2026-01-05T09:00:03Z" level=info msg="Initializing OIDC provider (issuer: https://cd.shop.example/api/dex)"
time="2026-01-05T09:00:03Z" level=warning msg="Failed to verify token: failed to verify token: token verification failed for all audiences: error for aud \\"argo-cd\\": failed to verify signature: failed to verify id token signature, error for aud \\"argo-cd-cli\\": oidc: expected audience \\"argo-cd-cli\\" got [\\"argo-cd\\"]"
time="2026-01-05T09:00:03Z" level=info msg="finished streaming call with code Unauthenticated" error="rpc error: code = Unauthenticated desc = invalid session: failed to verify the token" grpc.code=Unauthenticated grpc.method=Watch`,
  },
  {
    id: 'authlib-127-or-localhost',
    cause: 'state-cookie-not-sent',
    input: `127.0.0.1 - - [05/Jan/2026 09:00:26] "GET /callback?code=8Mhxxxxxx&state=gW9kxxxxxx HTTP/1.1" 500 -
  "message": "mismatching_state: CSRF Warning! State not equal in request and response."`,
  },
  {
    id: 'b2c-forgot-password',
    cause: 'password-reset-asked-for',
    input:
      'https://shop.example/#error=access_denied&error_description=AADB2C90118%3a+The+user+has+forgotten+their+password.%0d%0aCorrelation+ID%3a+99ff88ee-1111-4d4d-8e8e-ba9876543210%0d%0aTimestamp%3a+2026-01-05+09%3a00%3a00Z%0d%0a&state=c3RhdGU',
  },
  {
    id: 'keycloak-issuer-in-docker',
    cause: 'issuer-differs',
    input:
      '{"error":"invalid_token","error_description":"Token invalid: Invalid token issuer. Expected \'http://keycloak:8080/auth/realms/development\', but was \'http://localhost:8180/auth/realms/development\'"}',
  },
  {
    id: 'entra-device-code-public',
    cause: 'secret-not-sent',
    input: `
    "error": "invalid_client",
    "error_description": "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.\\r\\nTrace ID: 11aa22bb-0000-4c4c-9d9d-0123456789ab\\r\\nCorrelation ID: 99ff88ee-1111-4d4d-8e8e-ba9876543210\\r\\nTimestamp: 2026-01-05 09:00:00Z",
    "error_codes": [
        7000218
    ],
    "timestamp": "2026-01-05 09:00:00Z",
    "trace_id": "11aa22bb-0000-4c4c-9d9d-0123456789ab",
    "correlation_id": "99ff88ee-1111-4d4d-8e8e-ba9876543210",
    "error_uri": "https://login.microsoftonline.com/error?code=7000218"`,
  },
  {
    id: 'passkey-rp-id',
    cause: 'relying-party-id-differs',
    input:
      'Uncaught (in promise) SecurityError: The relying party ID is not a registrable domain suffix of, nor equal to the current domain. Subsequently, an attempt to fetch the .well-known/webauthn resource of the claimed RP ID failed.',
  },
  {
    id: 'aws-web-identity-subject',
    cause: 'workload-subject-differs',
    input: `Run aws-actions/configure-aws-credentials@v4
Assuming role with OIDC
Assuming role with OIDC
Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity`,
  },
  {
    id: 'auth0-access-denied-at-the-exchange',
    cause: 'authentication-method-differs',
    input: `POST https://shop.eu.auth.example/oauth/token 401 (Unauthorized)"error":"access_denied","error_description":"Unauthorized"`,
  },
  {
    id: 'okta-pkce-required',
    cause: 'challenge-missing',
    input:
      'https://id.shop.example/source/oauth/callback/okta/?state=abc123&error=invalid_request&error_description=PKCE+code+challenge+is+required+by+the+application.',
  },
  {
    id: 'graph-token-at-own-api',
    cause: 'token-for-another-audience',
    input: `Microsoft.IdentityModel.Tokens.SecurityTokenInvalidSignatureException: IDX10511: Signature validation failed. Keys tried: 'Microsoft.IdentityModel.Tokens.X509SecurityKey, KeyId: 'abc''.
string token = "eyJ0eXAiOiJKV1QiLCJub25jZSI6IkFRQUJBQUFBQUFCbS0wNmJsQkUxVHBWTWlsOEtQUTQxIiwiYWxnIjoiUlMyNTYiLCJ4NXQiOiJhYmMiLCJraWQiOiJhYmMifQ.eyJhdWQiOiIwMDAwMDAwMy0wMDAwLTAwMDAtYzAwMC0wMDAwMDAwMDAwMDAiLCJpc3MiOiJodHRwczovL3N0cy53aW5kb3dzLm5ldC8xMWFhMjJiYi0wMDAwLTRjNGMtOWQ5ZC0wMTIzNDU2Nzg5YWIvIiwiaWF0IjoxNzk5OTk5OTQwLCJuYmYiOjE3OTk5OTk5NDAsImV4cCI6MTgwMDAwMzU0MCwic2NwIjoiTWFpbC5TZW5kIFVzZXIuUmVhZCIsImFwcGlkIjoiMWIyYyIsInN1YiI6InMifQ.c2lnbmF0dXJlLW9mLW5vLW1lYW5pbmc";`,
  },
  {
    id: 'supabase-anon-key',
    cause: 'key-in-place-of-a-token',
    input: `AuthApiError: invalid claim: missing sub claim
Authorization: Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6ImFiY2RlZmdoaWoiLCJyb2xlIjoiYW5vbiIsImlhdCI6MTc5MjIyNDAwMCwiZXhwIjoyMTA3NTg0MDAwfQ.c2lnbmF0dXJlLW9mLW5vLW1lYW5pbmc`,
  },
  {
    id: 'k8s-decoded-claims',
    cause: 'email-not-verified',
    input: `2026-01-05 09:00:41  ERROR  filters/authentication.go:75  Unable to authenticate the request  "component": "apiserver", "error": "invalid bearer token", "errorCauses": ["error": "invalid bearer token"]
--oidc-username-claim=email
  "iss": "https://login.shop.example/realms/k8s",
  "aud": "kubeapi-client",
  "iat": 1799999970,
  "exp": 1800000270,
  "email": "ada@mail.example",
  "email_verified": false`,
  },
] satisfies readonly DiagnosisCase[]
