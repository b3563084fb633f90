/** Amazon Cognito: what its user pools and identity pools say, Amplify and the SDKs passing it on. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const amazonCognito: readonly KnownError[] = [
  ...rowsOf(
    'message',
    { vendor: 'Amazon Cognito', source: 'https://github.com/aws-amplify/amplify-swift/issues/3344', read },
    {
      'refresh-token-revoked': {
        'NotAuthorizedException{between}Refresh Token has been revoked': 'The refresh token was revoked.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Amazon Cognito', source: 'https://github.com/aws-amplify/amplify-js/issues/2205', read },
    {
      'access-token-revoked': {
        'NotAuthorizedException{between}Access Token has been revoked': 'The access token was revoked.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Amazon Cognito', source: 'https://github.com/aws-amplify/amplify-js/issues/277', read },
    {
      'secret-not-sent': {
        'Unable to verify secret hash for client': [
          'The app client has a secret, and the request proves none.',
          'An app client without “Generate client secret”, where the code runs in a browser.',
        ],
      },
    },
  ),
  ...rowsOf(
    'code',
    {
      vendor: 'Amazon Cognito',
      source: 'https://github.com/aws/aws-aspnet-cognito-identity-provider/issues/167',
      read,
    },
    {
      'redirect-uri-differs': {
        redirect_mismatch: 'The redirect URI is not registered.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Amazon Cognito',
      source: 'https://github.com/amazon-archives/amazon-cognito-identity-js/issues/153',
      read,
    },
    {
      'token-for-another-audience': {
        'Token is not from a supported provider of this identity pool': [
          'The token is from another user pool, or for another app client, than the identity pool trusts.',
          'The identity pool’s authentication providers: user pool ID and app client ID.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Amazon Cognito',
      source: 'https://github.com/amazon-archives/amazon-cognito-identity-js/issues/7',
      read,
    },
    {
      'token-for-another-audience': {
        'Invalid login token. Missing a required claim: aud':
          'The access token was sent to the identity pool, which takes the ID token.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Amazon Cognito',
      source: 'https://github.com/amazon-archives/amazon-cognito-identity-js/issues/68',
      read,
    },
    {
      'verifier-not-configured': {
        "Logins don't match. Please include at least one valid login for this identity or identity pool": [
          'The identity pool has no authentication provider.',
          'The identity pool’s authentication providers.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Amazon Cognito', source: 'https://github.com/aws-amplify/amplify-android/issues/2506', read },
    {
      'parameter-missing': {
        'NotAuthorizedException{between}Invalid Refresh Token':
          'With device tracking, the device was not confirmed or its key was not sent; otherwise the token is of another app client.',
      },
    },
  ),
]
