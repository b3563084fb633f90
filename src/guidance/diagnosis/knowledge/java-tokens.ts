/** Libraries of Java that check JWTs: JJWT and java-jwt. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-29'

/** Every row. */
export const javaTokens: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'JJWT',
      source:
        'https://github.com/jwtk/jjwt/blob/401ba26ee72969c373d62a618b48444fc01e0e73/impl/src/main/java/io/jsonwebtoken/impl/DefaultJwtParser.java',
      read,
    },
    {
      'signing-key-differs': {
        'JWT signature does not match locally computed signature': 'The key does not verify the signature.',
      },
      'access-token-expired': {
        'JWT expired {time} milliseconds ago at': 'exp of the token is over.',
      },
      'clocks-differ': {
        'JWT early by {time} milliseconds before': 'nbf lies ahead of this machine’s clock.',
      },
      'key-set-stale': {
        'Cannot verify JWS signature: unable to locate signature verification key':
          'The key locator has no key for this header.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'JJWT',
      source:
        'https://github.com/jwtk/jjwt/blob/401ba26ee72969c373d62a618b48444fc01e0e73/impl/src/main/java/io/jsonwebtoken/impl/DefaultJwtParser.java',
      read,
    },
    {
      'token-for-another-audience': {
        'Missing expected {expected} value in aud claim {found}':
          'aud of the token does not have the audience that was set.',
      },
      'issuer-differs': {
        'Expected iss claim to be: {expected}, but was: {found}':
          'iss of the token is another than the one that was set.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'JJWT',
      source:
        'https://github.com/jwtk/jjwt/blob/401ba26ee72969c373d62a618b48444fc01e0e73/impl/src/main/java/io/jsonwebtoken/impl/JwtTokenizer.java',
      read,
    },
    {
      'token-is-opaque': {
        'Invalid compact JWT string: Compact JWSs must contain': 'The token does not have three parts.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'java-jwt',
      source:
        'https://github.com/auth0/java-jwt/blob/8920eedfe6be0d6650c9959c7e9df6d272cffada/lib/src/main/java/com/auth0/jwt/JWTVerifier.java',
      read,
    },
    {
      'access-token-expired': {
        'The Token has expired on': 'exp of the token is over.',
      },
      'clocks-differ': {
        "The Token can't be used before": 'iat or nbf lies ahead of this machine’s clock.',
      },
      'token-for-another-audience': {
        "The Claim 'aud' value doesn't": 'aud of the token is another than the one expected.',
      },
      'issuer-differs': {
        "The Claim 'iss' value doesn't match the required": 'iss of the token is another than the one expected.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'java-jwt',
      source:
        'https://github.com/auth0/java-jwt/blob/8920eedfe6be0d6650c9959c7e9df6d272cffada/lib/src/main/java/com/auth0/jwt/exceptions/SignatureVerificationException.java',
      read,
    },
    {
      'signing-key-differs': {
        "The Token's Signature resulted invalid when verified using the Algorithm":
          'The key does not verify the signature.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'java-jwt',
      source:
        'https://github.com/auth0/java-jwt/blob/8920eedfe6be0d6650c9959c7e9df6d272cffada/lib/src/main/java/com/auth0/jwt/exceptions/MissingClaimException.java',
      read,
    },
    {
      'claim-missing': {
        "The Claim '{claim}' is not present in the JWT": 'A claim that the verifier wants is not in the token.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'java-jwt',
      source:
        'https://github.com/auth0/java-jwt/blob/8920eedfe6be0d6650c9959c7e9df6d272cffada/lib/src/main/java/com/auth0/jwt/TokenUtils.java',
      read,
    },
    {
      'token-is-opaque': {
        'The token was expected to have 3 parts, but got': 'The token does not have three parts.',
      },
    },
  ),
]
