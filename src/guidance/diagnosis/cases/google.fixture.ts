/** What people posted about Google, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'google-mismatch-of-production',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/kartoza/prj.app/issues/434',
    input: `400. That’s an error.
Error: redirect_uri_mismatch
The redirect URI in the request, http://staging.app.example/accounts/google/login/callback/, does not match the ones authorized for the OAuth client.`,
  },
  {
    id: 'google-mismatch-www',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/Fyrd/caniuse/issues/6002',
    input: 'Google Analytics Import OAuth Fails with Error 400: redirect_uri_mismatch',
  },
  {
    id: 'google-mismatch-policy-page',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/dissorial/doc-chatbot/issues/10',
    input: `Error 400: redirect_uri_mismatch
You can't sign in to this app because it doesn't comply with Google's OAuth 2.0 policy.
If you're the app developer, register the redirect URI in the Google Cloud Console.
Request details: redirect_uri=http://localhost:3000/api/auth/callback/google`,
  },
  {
    id: 'google-web-view',
    cause: 'embedded-browser-refused',
    source: 'https://github.com/valenzia10/PhonegapGoogleLogin/issues/4',
    input: `403. That’s an error.
Error: disallowed_useragent
This user-agent is not permitted to make an OAuth authorization request to Google as it is classified as an embedded user-agent (also known as a web-view).`,
  },
  {
    id: 'google-testing-seven-days',
    cause: 'consent-screen-in-testing',
    source: 'https://github.com/MVKozlov/GMGoogleDrive/issues/25',
    input:
      'what is your suggestion for automatically renewing the refresh token which seems to expire every 7 days when using OAuth?',
  },
  {
    id: 'google-testing-weekly',
    cause: 'consent-screen-in-testing',
    source: 'https://github.com/gilesknap/gphotos-sync/issues/306',
    input: 'Token expires every 7 days',
  },
] satisfies readonly DiagnosisCase[]
