/** Okta: codes of its API, and messages of its authorization server. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** What has to do with signing in and tokens. */
export const okta: readonly KnownError[] = [
  ...rowsOf(
    'code',
    { vendor: 'Okta', source: 'https://developer.okta.com/docs/reference/error-codes/', read },
    {
      'credentials-wrong': { E0000004: 'The authentication failed.', E0000068: 'The passcode or the answer is wrong.' },
      'no-session-at-the-server': { E0000005: 'The session is not valid.' },
      'role-missing': {
        E0000006: 'The caller has no permission for this.',
        E0000015: 'The caller has no permission for this feature.',
      },
      'access-token-revoked': { E0000011: 'The token is not valid.' },
      'client-unknown': { E0000013: 'There is no such client.' },
      'parameter-missing': { E0000028: 'A parameter is missing in the request.' },
      'server-overloaded': {
        E0000010: 'The service can only be read for the moment.',
        E0000047: 'There were too many requests.',
      },
      'person-may-not-use-the-app': {
        E0000057: 'A policy denies this person the app.',
        E0000069: 'The account is locked.',
        E0000085: 'The person may not sign in at this time.',
      },
      'page-needed': {
        E0000058: 'The app wants a second factor.',
        E0000064: 'The password has expired and has to be changed.',
        E0000092: 'The app wants the person to sign in again.',
      },
      'access-denied': { E0000073: 'The person rejected the sign-in.' },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Okta', source: 'https://github.com/grafana/grafana/issues/88362', read },
    {
      'redirect-uri-differs': {
        "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings": [
          'The redirect URI is not registered.',
          'The app’s Login redirect URIs.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Okta', source: 'https://github.com/oktadev/okta-spring-boot-react-crud-example/issues/7', read },
    {
      'redirect-uri-differs': {
        "The 'redirect_uri' parameter must be an absolute URI that is whitelisted in the client app settings":
          'The redirect URI is not registered.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Okta', source: 'https://github.com/okta/samples-js-angular/issues/184', read },
    {
      'person-may-not-use-the-app': {
        'User is not assigned to the client application': 'The person is not assigned to the app.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Okta', source: 'https://github.com/okta/okta-oidc-js/issues/804', read },
    {
      'verifier-mismatch': { 'PKCE verification failed': 'The code verifier does not match the code challenge.' },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Okta', source: 'https://github.com/oktadev/okta-smartfhir-docs/issues/13', read },
    {
      'code-expired': {
        'The authorization code is invalid or has expired': 'The code is too old, or not one that was issued.',
      },
    },
  ),
]
