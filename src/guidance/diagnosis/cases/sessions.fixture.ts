/** What people and scanners posted about sessions and tokens that came from elsewhere, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'facebook-viewing-app',
    cause: 'token-of-another-app',
    source: 'https://github.com/facebook/facebook-sdk-for-unity/issues/551',
    input: '(#100) The App_id in the input_token did not match the Viewing App',
  },
  {
    id: 'facebook-me-as-a-sign-in',
    cause: 'token-of-another-app',
    source: 'https://github.com/baasbox/baasbox/issues/216',
    input: 'Social Login API MUST validate application of access token',
  },
  {
    id: 'google-token-of-another-client',
    cause: 'token-of-another-app',
    source: 'https://github.com/sebastiangug/passport-google-token/issues/20',
    input:
      'Failing to verify the application id? I could get a token issued under one client id, and validate it with another.',
  },
  {
    id: 'fixation-review',
    cause: 'session-key-planted',
    source: 'https://github.com/sdelements/lets-chat/issues/159',
    input: 'Session id is not regenerated after successful login',
  },
  {
    id: 'fixation-jsessionid',
    cause: 'session-key-planted',
    source: 'https://github.com/tchiotludo/akhq/issues/389',
    input:
      'The login form is vulnerable to session fixation. If the user logs in again, the JSESSIONID cookie is not updated.',
  },
  {
    id: 'zap-session-id-in-url',
    cause: 'session-key-planted',
    source: 'https://github.com/zaproxy/zaproxy/issues/809',
    input: 'Session ID in URL rewrite: admin.do?jsessionid=e718221555e63a2c',
  },
] satisfies readonly DiagnosisCase[]
