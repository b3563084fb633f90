/** Clerk: reasons and messages of its verification of session tokens. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-29'

/** Every row. */
export const clerk: readonly KnownError[] = [
  ...rowsOf(
    'code',
    {
      vendor: 'Clerk',
      source:
        'https://github.com/clerk/javascript/blob/e21ae9a4cf189ed20cb04bee94497533cd9d4dbe/packages/backend/src/errors.ts',
      read,
    },
    {
      'clocks-differ': {
        'token-iat-in-the-future': 'iat lies ahead of this machine’s clock.',
        'token-not-active-yet': 'nbf lies ahead of this machine’s clock.',
      },
      'signing-key-differs': {
        'token-invalid-signature': 'The key does not verify the signature.',
      },
      'algorithm-differs': {
        'token-invalid-algorithm': 'alg of the token is not one of those that are taken.',
      },
      'origin-not-registered': {
        'token-invalid-authorized-parties': [
          'azp of the token, the page’s origin, is not among the authorized parties.',
          'authorizedParties',
        ],
      },
      'secret-wrong': {
        'secret-key-invalid': ['The secret key is not one of this instance.', 'CLERK_SECRET_KEY'],
      },
      'issuer-unreachable': {
        'jwk-remote-failed-to-load': 'Clerk’s keys could not be fetched.',
      },
      'key-set-stale': {
        'jwk-kid-mismatch':
          'No key of this instance has the token’s kid: the token is of another instance, or the kept keys are old.',
      },
      'issuer-differs': {
        'jwk-kid-mismatch':
          'No key of this instance has the token’s kid: the token is of another instance, or the kept keys are old.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Clerk',
      source:
        'https://github.com/clerk/javascript/blob/e21ae9a4cf189ed20cb04bee94497533cd9d4dbe/packages/backend/src/jwt/assertions.ts',
      read,
    },
    {
      'access-token-expired': {
        'JWT is expired. Expiry date: {expiry}, Current date': 'exp of the session token is over.',
      },
      'clocks-differ': {
        'JWT cannot be used prior to not before date claim (nbf)': 'nbf lies ahead of this machine’s clock.',
        'JWT issued at date claim (iat) is in the future': 'iat lies ahead of this machine’s clock.',
      },
      'origin-not-registered': {
        'Invalid JWT Authorized party claim (azp) {found}. Expected {expected}': [
          'azp of the token, the page’s origin, is not among the authorized parties.',
          'authorizedParties',
        ],
      },
      'token-for-another-audience': {
        'Invalid JWT audience claim (aud) {found}. Is not included in {expected}':
          'aud of the token is another than the one expected.',
      },
      'algorithm-differs': {
        'Invalid JWT algorithm {found}. Supported: {expected}': 'alg of the token is not one of those that are taken.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Clerk',
      source:
        'https://github.com/clerk/javascript/blob/e21ae9a4cf189ed20cb04bee94497533cd9d4dbe/packages/backend/src/tokens/handshake.ts',
      read,
    },
    {
      'clocks-differ': {
        'Clock skew detected. This usually means that your {whose}system clock is inaccurate':
          'Fresh tokens are over, or not valid yet, by this machine’s clock.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Clerk',
      source:
        'https://github.com/clerk/javascript/blob/e21ae9a4cf189ed20cb04bee94497533cd9d4dbe/packages/backend/src/tokens/request.ts',
      read,
    },
    {
      'secret-wrong': {
        'Refreshing the session token resulted in an infinite redirect loop':
          'The publishable and the secret key are of two instances.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Clerk',
      source:
        'https://github.com/clerk/javascript/blob/e21ae9a4cf189ed20cb04bee94497533cd9d4dbe/packages/backend/src/tokens/keys.ts',
      read,
    },
    {
      'key-set-stale': {
        'Unable to find a signing key in JWKS that matches the kid={kid} of the provided session token':
          'No key of this instance has the token’s kid: the token is of another instance, or the kept keys are old.',
      },
      'issuer-differs': {
        'Unable to find a signing key in JWKS that matches the kid={kid} of the provided session token':
          'No key of this instance has the token’s kid: the token is of another instance, or the kept keys are old.',
      },
      'issuer-unreachable': {
        'Failed to load JWKS from Clerk Backend or Frontend API': 'Clerk’s keys could not be fetched.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Clerk',
      source:
        'https://github.com/clerk/javascript/blob/e21ae9a4cf189ed20cb04bee94497533cd9d4dbe/packages/backend/src/jwt/verifyJwt.ts',
      read,
    },
    {
      'token-is-opaque': {
        'Invalid JWT form. A JWT consists of three parts separated by dots': 'The token does not have three parts.',
      },
      'signing-key-differs': {
        'JWT signature is invalid': 'The key does not verify the signature.',
      },
    },
  ),
]
