/** Libraries of scripting languages that check JWTs: ruby-jwt, flask-jwt-extended, Simple JWT, express-jwt. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-29'

/** Every row. */
export const tokenLibraries: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'ruby-jwt',
      source: 'https://github.com/jwt/ruby-jwt/blob/a2cb2723c568890b7fc61266621adb394f8500ca/lib/jwt/decode.rb',
      read,
    },
    {
      'algorithm-differs': {
        'JWT::IncorrectAlgorithm': 'alg of the token is not among those that are taken.',
        'Expected a different algorithm': 'alg of the token is not among those that are taken.',
      },
      'token-is-opaque': {
        'Not enough or too many segments': 'The token does not have three parts.',
      },
      'verifier-not-configured': {
        'No verification key available': 'No key was given.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'ruby-jwt',
      source:
        'https://github.com/jwt/ruby-jwt/blob/a2cb2723c568890b7fc61266621adb394f8500ca/lib/jwt/claims/not_before.rb',
      read,
    },
    {
      'clocks-differ': {
        'Signature nbf has not been reached': 'nbf lies ahead of this machine’s clock.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'ruby-jwt',
      source:
        'https://github.com/jwt/ruby-jwt/blob/a2cb2723c568890b7fc61266621adb394f8500ca/lib/jwt/claims/audience.rb',
      read,
    },
    {
      'token-for-another-audience': {
        'Invalid audience. Expected {expected}, received {found}': 'aud of the token is another than the one expected.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'ruby-jwt',
      source: 'https://github.com/jwt/ruby-jwt/blob/a2cb2723c568890b7fc61266621adb394f8500ca/lib/jwt/claims/issuer.rb',
      read,
    },
    {
      'issuer-differs': {
        'Invalid issuer. Expected {expected}, received {found}': 'iss of the token is another than the one expected.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'flask-jwt-extended',
      source:
        'https://github.com/vimalloc/flask-jwt-extended/blob/1910726f152016c3e48d61792983eebe11f54ac2/flask_jwt_extended/view_decorators.py',
      read,
    },
    {
      'token-not-sent': {
        'Missing Authorization Header': 'The call has no Authorization.',
      },
      'sign-in-too-old': {
        'Fresh token required': 'The token came from a refresh, and this wants one from a sign-in.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'flask-jwt-extended',
      source:
        'https://github.com/vimalloc/flask-jwt-extended/blob/1910726f152016c3e48d61792983eebe11f54ac2/flask_jwt_extended/internal_utils.py',
      read,
    },
    {
      'token-for-another-audience': {
        'Only non-refresh tokens are allowed': 'The refresh token was sent to the API.',
        'Only refresh tokens are allowed': 'The access token was sent where the refresh token belongs.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Simple JWT',
      source:
        'https://github.com/jazzband/djangorestframework-simplejwt/blob/998eb6308cfe362b350132e93c632a03b9e2f6e2/rest_framework_simplejwt/tokens.py',
      read,
    },
    {
      'refresh-token-revoked': {
        'Token is blacklisted': [
          'The refresh token was used or revoked before.',
          'ROTATE_REFRESH_TOKENS, BLACKLIST_AFTER_ROTATION',
        ],
      },
      'token-for-another-audience': {
        'Token has wrong type': 'A refresh token stands where an access token belongs, or the other way round.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Simple JWT',
      source:
        'https://github.com/jazzband/djangorestframework-simplejwt/blob/998eb6308cfe362b350132e93c632a03b9e2f6e2/rest_framework_simplejwt/authentication.py',
      read,
    },
    {
      'access-token-expired': {
        'Given token not valid for any token type': 'The token is over, signed with another key, or of another type.',
      },
      'signing-key-differs': {
        'Given token not valid for any token type': 'The token is over, signed with another key, or of another type.',
      },
      'token-for-another-audience': {
        'Given token not valid for any token type': 'The token is over, signed with another key, or of another type.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Simple JWT',
      source:
        'https://github.com/jazzband/djangorestframework-simplejwt/blob/998eb6308cfe362b350132e93c632a03b9e2f6e2/rest_framework_simplejwt/serializers.py',
      read,
    },
    {
      'credentials-wrong': {
        'No active account found with the given credentials':
          'The password is wrong, there is no such account, or it is not active.',
      },
      'person-may-not-use-the-app': {
        'No active account found with the given credentials':
          'The password is wrong, there is no such account, or it is not active.',
      },
    },
  ),
  ...rowsOf(
    'code',
    {
      vendor: 'express-jwt',
      source: 'https://github.com/auth0/express-jwt/blob/de703b4d4d8789f0005ead3bcc8e918e9daa18ef/src/index.ts',
      read,
    },
    {
      'token-not-sent': {
        credentials_required: 'The call has no token.',
        credentials_bad_scheme: 'Authorization does not begin with Bearer.',
        credentials_bad_format: 'Authorization is not of two words.',
      },
      'access-token-revoked': {
        revoked_token: 'The token was revoked.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'express-jwt',
      source: 'https://github.com/auth0/express-jwt/blob/de703b4d4d8789f0005ead3bcc8e918e9daa18ef/src/index.ts',
      read,
    },
    {
      'token-not-sent': {
        'No authorization token was found': 'The call has no token.',
        'Format is Authorization: Bearer [token]': 'Authorization is not Bearer and a token.',
      },
    },
  ),
]
