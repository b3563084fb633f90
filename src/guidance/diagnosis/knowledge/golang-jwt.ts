/** golang-jwt, and golang.org/x/oauth2. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-29'

/** Every row. */
export const golangJwt: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'golang-jwt',
      source: 'https://github.com/golang-jwt/jwt/blob/1a11d3724e63105d751decf9adbdc90165137b45/errors.go',
      read,
    },
    {
      'algorithm-differs': {
        'key is of invalid type':
          'The key is not of the type that alg of the token wants: another algorithm than expected, or a key that was not parsed.',
      },
      'verifier-not-configured': {
        'key is of invalid type':
          'The key is not of the type that alg of the token wants: another algorithm than expected, or a key that was not parsed.',
      },
      'signing-key-differs': {
        'token signature is invalid': 'The key does not verify the signature.',
      },
      'token-for-another-audience': {
        'token has invalid audience': 'aud of the token is another than the one expected.',
      },
      'issuer-differs': {
        'token has invalid issuer': 'iss of the token is another than the one expected.',
      },
      'clocks-differ': {
        'token used before issued': 'iat lies ahead of this machine’s clock.',
        'token is not valid yet': 'nbf lies ahead of this machine’s clock.',
      },
      'claim-missing': {
        'token is missing required claim': 'A claim that the parser wants is not in the token.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'golang-jwt',
      source: 'https://github.com/golang-jwt/jwt/blob/1a11d3724e63105d751decf9adbdc90165137b45/parser.go',
      read,
    },
    {
      'algorithm-differs': {
        'signing method {found} is invalid': [
          'alg of the token is not among those that the parser takes.',
          'jwt.WithValidMethods',
        ],
      },
      'token-is-opaque': {
        'token contains an invalid number of segments': 'The token does not have three parts.',
      },
      'verifier-not-configured': {
        'no keyfunc was provided': 'The parser was given no function that finds the key.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'golang-jwt',
      source: 'https://github.com/golang-jwt/jwt/blob/1a11d3724e63105d751decf9adbdc90165137b45/none.go',
      read,
    },
    {
      'algorithm-none': {
        "'none' signature type is not allowed": 'alg of the token is none.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'golang-jwt',
      source: 'https://github.com/golang-jwt/jwt/blob/1a11d3724e63105d751decf9adbdc90165137b45/hmac.go',
      read,
    },
    {
      'algorithm-differs': {
        'HMAC verify expects []byte': 'The token is signed with a secret; the key that was given is none.',
        'RSA verify expects *rsa.PublicKey': 'The token is signed with an RSA key; the key that was given is none.',
        'ECDSA verify expects *ecdsa.PublicKey':
          'The token is signed with an ECDSA key; the key that was given is none.',
      },
      'verifier-not-configured': {
        'HMAC verify expects []byte': 'The token is signed with a secret; the key that was given is none.',
        'RSA verify expects *rsa.PublicKey': 'The token is signed with an RSA key; the key that was given is none.',
        'ECDSA verify expects *ecdsa.PublicKey':
          'The token is signed with an ECDSA key; the key that was given is none.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Go oauth2',
      source: 'https://github.com/golang/oauth2/blob/89ff2e1ac388c1a234a687cb2735341cde3f7122/oauth2.go',
      read,
    },
    {
      'refresh-token-not-asked-for': {
        'oauth2: token expired and refresh token is not set':
          'The access token is over, and there is no refresh token to renew it with.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Go oauth2',
      source: 'https://github.com/golang/oauth2/blob/89ff2e1ac388c1a234a687cb2735341cde3f7122/internal/token.go',
      read,
    },
    {
      'token-answer-unusable': {
        'oauth2: server response missing access_token':
          'The answer has no access token: it is no token response, or an error with status 200.',
        'oauth2: cannot parse json': 'What answered sent no JSON.',
      },
    },
  ),
]
