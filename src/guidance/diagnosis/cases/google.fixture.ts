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
    id: 'google-web-view-app',
    cause: 'embedded-browser-refused',
    source: 'https://github.com/gree/unity-webview/issues/384',
    input:
      "403 Error: disallowed_useragent. Google can't sign you in safely inside this app. You can use Google sign-in by visiting this app's website in a browser like Safari or Chrome.",
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
  {
    id: 'google-auth-early',
    cause: 'clocks-differ',
    source: 'https://github.com/googleapis/google-auth-library-python/issues/889',
    input: `File "init.py", line 3904, in _getValueFromOAuth
File "google\\oauth2\\id_token.py", line 144, in verify_oauth2_token
File "google\\auth\\jwt.py", line 278, in decode
File "google\\auth\\jwt.py", line 195, in _verify_iat_and_exp
ValueError: Token used too early, 1634244631 < 1634244632. Check that your computer's clock is set`,
  },
  {
    id: 'google-auth-early-short',
    cause: 'clocks-differ',
    source: 'https://github.com/googleapis/google-auth-library-python/issues/583',
    input: 'InvalidIdTokenError: Token used too early, 1596763845 < 1596763861',
  },
  {
    id: 'google-php-early',
    cause: 'clocks-differ',
    source: 'https://github.com/googleapis/google-api-php-client/issues/499',
    input:
      'Token used too early, 1425303610 < 1425303636: {"iss":"accounts.google.com","sub":"1","azp":"1000-abc.apps.googleusercontent.example","email":"ada@mail.example","email_verified":true,"aud":"1000-abc.apps.googleusercontent.example","iat":1425303936,"exp":1425307836}',
  },
  {
    id: 'google-node-late',
    cause: 'id-token-expired',
    source: 'https://github.com/googleapis/google-auth-library-nodejs/issues/1297',
    input:
      'Error: Token used too late, 1632537218.865 > 1632491019: {"iss":"https://accounts.google.com","azp":"1000-abc.apps.googleusercontent.example","aud":"1000-abc.apps.googleusercontent.example","sub":"1"}',
  },
  {
    id: 'google-policy-out-of-band',
    cause: 'redirect-uri-on-wrong-platform',
    source: 'https://github.com/trizen/youtube-viewer/issues/415',
    input: `Error 400: invalid_request

You can't sign in to this app because it doesn't comply with Google's OAuth 2.0 policy for keeping apps secure.

If you’re the app developer, make sure that these request details comply with Google policies.
redirect_uri: urn:ietf:wg:oauth:2.0:oob`,
  },
  {
    id: 'google-electron',
    cause: 'embedded-browser-refused',
    source: 'https://github.com/firebase/firebase-js-sdk/issues/2478',
    input: `This browser or app may not be secure.
Try using a different browser. If you’re already using a supported browser, you can refresh your screen and try again to sign in.`,
  },
  {
    id: 'gcloud-session-length',
    cause: 'sign-in-too-old-to-refresh',
    source: 'https://github.com/GoogleCloudPlatform/cloud-run-proxy/issues/43',
    input: `ERROR: (gcloud.beta.run.services.proxy) There was a problem refreshing your current auth tokens: Reauthentication failed. cannot prompt during non-interactive execution.
Please run:

  $ gcloud auth login

to obtain new credentials.

If you have already logged in with a different account, run:

  $ gcloud config set account ACCOUNT

to select an already authenticated account to use.`,
  },
] satisfies readonly DiagnosisCase[]
