/** Google: errors of its sign-in. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** What its error pages and endpoints say. */
export const google: readonly KnownError[] = [
  ...rowsOf(
    'code',
    { vendor: 'Google', source: 'https://support.google.com/accounts/answer/16668185', read },
    {
      'person-may-not-use-the-app': {
        admin_policy_enforced: [
          'The administrator does not allow this app.',
          'The organization’s Workspace administrator can allow it.',
        ],
        access_not_configured: [
          'The Workspace administrator has not set up access to the app.',
          'The Workspace administrator can set it up.',
        ],
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'Google', source: 'https://support.google.com/cloud/answer/15549945', read },
    {
      'person-may-not-use-the-app': {
        org_internal: [
          'The app is for members of one organization, and this account is outside of it.',
          'The user type of the app’s audience settings: External.',
        ],
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'Google', source: 'https://github.com/google/google-api-javascript-client/issues/456', read },
    {
      'embedded-browser-refused': { disallowed_useragent: 'The sign-in was opened in a browser inside of an app.' },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google', source: 'https://github.com/firebase/firebase-js-sdk/issues/2478', read: '2026-11-29' },
    {
      'embedded-browser-refused': {
        'This browser or app may not be secure': 'The sign-in was opened in a browser inside of an app.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google', source: 'https://github.com/trizen/youtube-viewer/issues/415', read: '2026-11-29' },
    {
      'redirect-uri-on-wrong-platform': {
        'because it doesn’t comply with Google’s OAuth 2.0 policy for keeping apps secure': [
          'The redirect URI is of a kind that this client may not have: out-of-band (urn:ietf:wg:oauth:2.0:oob), plain http, a scheme of its own.',
          'A client of the type Desktop app, with a loopback address; or https for a web app.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google', source: 'https://github.com/kartoza/prj.app/issues/434', read },
    {
      'redirect-uri-differs': {
        'The redirect URI in the request, {found}, does not match the ones authorized for the OAuth client': [
          'The redirect URI is not registered.',
          'The OAuth client’s authorized redirect URIs.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google', source: 'https://github.com/dissorial/doc-chatbot/issues/10', read },
    {
      'redirect-uri-differs': {
        'register the redirect URI in the Google Cloud Console': 'The redirect URI is not registered.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google', source: 'https://docs.onetapwoo.com/troubleshooting/google-api-errors', read },
    {
      'client-unknown': {
        'The OAuth client was not found.': 'There is no client with this ID: mistyped, deleted, or of another project.',
      },
      'parameter-missing': { 'Missing required parameter: {name}': 'A parameter is missing in the request.' },
    },
  ),
]
