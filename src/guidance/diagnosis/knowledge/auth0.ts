/** Auth0: codes of its sign-in, and messages of its endpoints. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** What has to do with signing in and tokens. */
export const auth0: readonly KnownError[] = [
  ...rowsOf(
    'code',
    { vendor: 'Auth0', source: 'https://auth0.com/docs/libraries/error-messages', read },
    {
      'page-needed': {
        mfa_required: 'The person has to give a second factor.',
        mfa_registration_required: 'The person has to register a second factor first.',
      },
      'credentials-wrong': {
        invalid_user_password: 'The user name or the password is wrong.',
        mfa_invalid_code: 'The code of the second factor is wrong or has expired.',
      },
      'person-may-not-use-the-app': {
        too_many_attempts: 'The account is blocked after too many attempts.',
        password_leaked: 'The password is known to have leaked, and has to be changed.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Auth0', source: 'https://github.com/auth0/Auth0.swift/issues/182', read },
    {
      'redirect-uri-differs': {
        'The url {found} is not in the list of allowed callback URLs: {expected}': [
          'The callback URL is not registered, to the letter.',
          'Application settings, Allowed Callback URLs.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Auth0', source: 'https://github.com/auth0-samples/auth0-nodejs-webapp-sample/issues/80', read },
    {
      'redirect-uri-differs': {
        'The provided redirect_uri is not in the list of allowed callback URLs': [
          'The callback URL is not registered.',
          'Application settings, Allowed Callback URLs.',
        ],
        'Callback URL mismatch.': 'The callback URL is not registered.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Auth0', source: 'https://github.com/auth0/Auth0.swift/issues/819', read },
    {
      'refresh-token-revoked': {
        'Unknown or invalid refresh token.':
          'The refresh token is not known any more, because it was revoked for instance.',
      },
    },
  ),
]
