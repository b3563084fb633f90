/** What people posted about Auth0, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'auth0-window-closed-call',
    cause: 'popup-cut-off',
    source: 'https://github.com/auth0/auth0-spa-js/issues/1418',
    input: 'Cross-Origin-Opener-Policy policy would block the window.closed call.',
  },
  {
    id: 'auth0-callback-case',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/auth0/Auth0.swift/issues/182',
    input: `Callback URL mismatch.
The url "com.Sample://tenant.example/ios/com.Sample/callback" is not in the list of allowed callback URLs: com.sample://tenant.example/ios/com.sample/callback.`,
  },
  {
    id: 'auth0-callback-path',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/auth0-samples/auth0-nodejs-webapp-sample/issues/80',
    input: `Callback URL mismatch.
The provided redirect_uri is not in the list of allowed callback URLs.`,
  },
  {
    id: 'auth0-callback-domain-moved',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/MudXtra/MudXThemeCreator/issues/25',
    input: `Callback URL mismatch. The provided redirect_uri is not in the list of allowed callback URLs. Please go to the Application Settings page and make sure you are sending a valid callback url from your application.`,
  },
  {
    id: 'auth0-refresh-token-invalidated',
    cause: 'refresh-token-revoked',
    source: 'https://github.com/auth0/Auth0.swift/issues/819',
    input: `{
    "error": "invalid_grant",
    "error_description": "Unknown or invalid refresh token."
}`,
  },
  {
    id: 'auth0-no-audience',
    cause: 'token-is-opaque',
    source: 'https://github.com/auth0/auth0-spa-js/issues/822',
    input: 'Malformed access_token when not specifying audience',
  },
] satisfies readonly DiagnosisCase[]
