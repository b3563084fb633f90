/** What people posted about Okta, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'okta-redirect-whitelisted',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/oktadev/okta-spring-boot-react-crud-example/issues/7',
    input: `Identity Provider: Unknown
Error Code: invalid_request
Description: The 'redirect_uri' parameter must be an absolute URI that is whitelisted in the client app settings.`,
  },
  {
    id: 'okta-redirect-login-uri',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/grafana/grafana/issues/88362',
    input: `Your request resulted in an error. The 'redirect_uri' parameter must be a Login redirect URI in the client app settings`,
  },
  {
    id: 'okta-redirect-localhost',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/okta/samples-python-flask/issues/19',
    input: `400 Bad Request. The 'redirect_uri' parameter must be an absolute URI that is whitelisted in the client app settings`,
  },
  {
    id: 'okta-person-not-assigned',
    cause: 'person-may-not-use-the-app',
    source: 'https://github.com/okta/samples-js-angular/issues/184',
    input: 'OAuthError: User is not assigned to the client application.',
  },
  {
    id: 'okta-verifier-of-an-older-sign-in',
    cause: 'verifier-mismatch',
    source: 'https://github.com/okta/okta-oidc-js/issues/804',
    input: 'AuthApiError {"error":"invalid_grant","error_description":"PKCE verification failed."}',
  },
] satisfies readonly DiagnosisCase[]
