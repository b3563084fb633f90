/** Salesforce: what its token endpoint and its API answer. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const salesforce: readonly KnownError[] = [
  ...rowsOf(
    'message',
    { vendor: 'Salesforce', source: 'https://github.com/celador/ForceCode/issues/216', read },
    {
      'refresh-token-expired': {
        'expired access/refresh token':
          'The refresh token has reached its end; how long it lives depends on the settings of the org.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Salesforce',
      source: 'https://help.salesforce.com/apex/HTViewHelpDoc?id=sf.remoteaccess_oauth_flow_errors.htm&language=zh_TW',
      read,
    },
    {
      'client-assertion-refused': {
        '"error":"invalid_grant"{between}"error_description":"Audience validation failed"':
          'The assertion’s aud is not the server’s.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Salesforce', source: 'https://striim.com/docs/platform/en/salesforce-troubleshooting.html', read },
    {
      'consent-not-given': {
        "user hasn't approved this consumer": [
          'Nobody has approved the app for this person.',
          'The app’s OAuth policies: Permitted Users set to those that an administrator has approved, and the person’s profile or permission set.',
        ],
      },
      'grant-not-allowed': {
        'no client credentials user enabled': [
          'The app may not use the client credentials grant.',
          'The app’s OAuth policies: the Client Credentials Flow, with a run-as user.',
        ],
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'Salesforce', source: 'https://striim.com/docs/platform/en/salesforce-troubleshooting.html', read },
    {
      'server-overloaded': {
        REQUEST_LIMIT_EXCEEDED: 'The org has used up its requests.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Salesforce', source: 'https://github.com/restforce/restforce/issues/303', read },
    {
      'person-may-not-use-the-app': {
        'inactive user': 'The person’s account is not active.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Salesforce', source: 'https://github.com/StevenMMortimer/salesforcer/issues/107', read },
    {
      'redirect-uri-differs': {
        'redirect_uri must match configuration': 'The redirect URI is not among those that the app accepts.',
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'Salesforce', source: 'https://github.com/abisek/salesforce-elf-browser/issues/9', read },
    {
      'access-denied': {
        OAUTH_APP_ACCESS_DENIED: 'The person declined, or the org lets the app in from some addresses only.',
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'Salesforce', source: 'https://github.com/jsforce/jsforce/issues/1033', read },
    {
      'access-token-expired': {
        INVALID_SESSION_ID: 'The session, which the access token is here, has expired.',
      },
    },
  ),
]
