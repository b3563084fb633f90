/** GitHub: its OAuth apps, and the identity tokens of its Actions. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const github: readonly KnownError[] = [
  ...rowsOf(
    'code',
    {
      vendor: 'GitHub',
      source:
        'https://github.com/github/docs/blob/058fa63bfe93d4d06889d0d18c601d6c56b66c56/content/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors.md',
      read,
    },
    {
      'secret-wrong': {
        incorrect_client_credentials: ['Client ID or secret is wrong.', 'The OAuth app’s credentials.'],
      },
      'code-used-twice': {
        bad_verification_code: 'The code is wrong, over, or was redeemed before.',
      },
      'email-not-verified': {
        unverified_user_email: [
          'The person’s primary address is not verified.',
          'The person’s own email settings at GitHub.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'GitHub',
      source:
        'https://github.com/github/docs/blob/058fa63bfe93d4d06889d0d18c601d6c56b66c56/content/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors.md',
      read,
    },
    {
      'redirect-uri-differs': {
        'The redirect_uri MUST match the registered callback URL for this application': [
          'The redirect URI does not fit the registered one.',
          'The callback URL of the OAuth app.',
        ],
      },
      'code-used-twice': {
        'The code passed is incorrect or expired': 'The code is wrong, over, or was redeemed before.',
      },
      'secret-wrong': {
        'The client_id and/or client_secret passed are incorrect': [
          'Client ID or secret is wrong.',
          'The OAuth app’s credentials.',
        ],
      },
    },
  ),
  ...rowsOf(
    'code',
    {
      vendor: 'GitHub',
      source:
        'https://github.com/github/docs/blob/029b09ac7206a46ede804fd54fa6273376490c3c/content/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps.md',
      read,
    },
    {
      'grant-not-allowed': {
        device_flow_disabled: ['The app may not use the device flow.', 'The app’s settings.'],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'GitHub Actions', source: 'https://github.com/actions/toolkit/issues/952', read },
    {
      'workload-token-not-granted': {
        'Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable': [
          'The job may not ask for an identity token.',
          'permissions of the workflow or job: id-token: write.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'GitHub Actions', source: 'https://github.com/google-github-actions/auth/issues/27', read },
    {
      'workload-token-not-granted': {
        'ACTIONS_ID_TOKEN_REQUEST_TOKEN is not set': 'The job may not ask for an identity token.',
      },
    },
  ),
]
