/** Libraries of PHP: lcobucci/jwt, firebase/php-jwt, OpenID-Connect-PHP. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-29'

/** Every row. */
export const php: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'lcobucci/jwt',
      source:
        'https://github.com/lcobucci/jwt/blob/8d060fff299824f3931dc773a8a9d01250c7ae47/src/Validation/Constraint/SignedWith.php',
      read,
    },
    {
      'algorithm-differs': {
        'Token signer mismatch': 'alg of the token is not that of the signer that was set.',
      },
      'signing-key-differs': {
        'Token signature mismatch': 'The key does not verify the signature.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'lcobucci/jwt',
      source:
        'https://github.com/lcobucci/jwt/blob/8d060fff299824f3931dc773a8a9d01250c7ae47/src/Validation/Constraint/PermittedFor.php',
      read,
    },
    {
      'token-for-another-audience': {
        'The token is not allowed to be used by this audience':
          'aud of the token does not have the audience that was set.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'lcobucci/jwt',
      source:
        'https://github.com/lcobucci/jwt/blob/8d060fff299824f3931dc773a8a9d01250c7ae47/src/Validation/Constraint/IssuedBy.php',
      read,
    },
    {
      'issuer-differs': {
        'The token was not issued by the given issuers': 'iss of the token is not one of those that were set.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'lcobucci/jwt',
      source:
        'https://github.com/lcobucci/jwt/blob/8d060fff299824f3931dc773a8a9d01250c7ae47/src/Validation/Constraint/LooseValidAt.php',
      read,
    },
    {
      'clocks-differ': {
        'The token cannot be used yet': 'nbf lies ahead of this machine’s clock.',
        'The token was issued in the future': 'iat lies ahead of this machine’s clock.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'firebase/php-jwt',
      source: 'https://github.com/firebase/php-jwt/blob/32b5ea0eb02f102e5ba484b99ba944e581f55e2c/src/JWT.php',
      read,
    },
    {
      'access-token-expired': {
        'ExpiredException: Expired token': 'exp of the token is over.',
      },
      'token-is-opaque': {
        'UnexpectedValueException: Wrong number of segments': 'The token does not have three parts.',
      },
      'algorithm-differs': {
        'Incorrect key for this algorithm': 'alg of the token is not that of the key.',
      },
      'signing-key-differs': {
        'SignatureInvalidException: Signature verification failed': 'The key does not verify the signature.',
      },
      'clocks-differ': {
        'Cannot handle token with nbf prior to': ['nbf lies ahead of this machine’s clock.', 'JWT::$leeway'],
        'Cannot handle token with iat prior to': ['iat lies ahead of this machine’s clock.', 'JWT::$leeway'],
      },
      'key-set-stale': {
        '"kid" invalid, unable to lookup correct key': 'kid of the token is not among the keys that were given.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'OpenID-Connect-PHP',
      source:
        'https://github.com/jumbojett/OpenID-Connect-PHP/blob/d18f81fa0487d4031533c57ecc70f918198c0d0d/src/OpenIDConnectClient.php',
      read,
    },
    {
      'state-cookie-not-sent': {
        'Unable to determine state': 'The session of the callback has another state, or none.',
      },
      'callback-reloaded': {
        'Unable to determine state': 'The session of the callback has another state, or none.',
      },
      'sign-in-on-another-instance': {
        'Unable to determine state': 'The session of the callback has another state, or none.',
      },
      'issuer-unreachable': {
        'The provider {name} could not be fetched. Make sure your provider has a well known configuration available':
          'The discovery document was not there, or lacks this member.',
      },
      'key-set-stale': {
        'Unable to find a key for (algorithm, kid)': 'No key of the set has the token’s kid.',
      },
      'algorithm-differs': {
        'No support for signature type': 'alg of the token is not one that the library verifies.',
      },
      'id-token-not-asked-for': {
        'User did not authorize openid scope': 'The token response has no ID token.',
      },
      'issuer-differs': {
        'Unable to verify JWT claims': 'One of iss, aud, nonce, exp and nbf is not what was expected.',
      },
      'token-for-another-audience': {
        'Unable to verify JWT claims': 'One of iss, aud, nonce, exp and nbf is not what was expected.',
      },
      'nonce-differs': {
        'Unable to verify JWT claims': 'One of iss, aud, nonce, exp and nbf is not what was expected.',
      },
      'id-token-expired': {
        'Unable to verify JWT claims': 'One of iss, aud, nonce, exp and nbf is not what was expected.',
      },
    },
  ),
]
