/** Google’s libraries for checking its tokens: google-auth for Python, google-auth-library for Node. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const PYTHON = {
  vendor: 'google-auth (Python)',
  source:
    'https://github.com/googleapis/google-auth-library-python/blob/06b843947cacaa7652caf3e535fe8fdf05b2d20f/google/auth/jwt.py',
  read: '2026-11-28',
}

const NODE = {
  vendor: 'google-auth-library (Node)',
  source:
    'https://github.com/googleapis/google-auth-library-nodejs/blob/021b96910a67bfa373b38ea8afbedd31b405da0f/src/auth/oauth2client.ts',
  read: '2026-11-28',
}

const SKEW = [
  'By this machine’s clock the token is of the future; both times are in the message.',
  'Set the clock, or allow some seconds by clock_skew_in_seconds.',
] as const

/** Every row. */
export const googleAuth: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'Google Cloud CLI',
      source: 'https://github.com/GoogleCloudPlatform/cloud-run-proxy/issues/43',
      read: '2026-11-29',
    },
    {
      'sign-in-too-old-to-refresh': {
        'Reauthentication failed. cannot prompt during non-interactive execution': [
          'The organization lets a sign-in count for some hours; then the person is asked again, and a script cannot ask.',
          'gcloud auth login; the session length is set in the Admin console. For jobs take a service account.',
        ],
      },
    },
  ),
  ...rowsOf('message', PYTHON, {
    'clocks-differ': { 'Token used too early, {now} < {iat}': SKEW },
    'id-token-expired': {
      'Token expired, {latest} < {now}': 'The token’s time is over; both times are in the message.',
    },
    'token-for-another-audience': {
      'Token has wrong audience {found}, expected {expected}': 'The token is for another client.',
    },
    'key-set-stale': { 'Certificate for key id {kid} not found.': 'None of the certificates has the token’s key ID.' },
    'signing-key-differs': { 'Could not verify token signature.': 'None of the certificates verifies the signature.' },
    'algorithm-differs': { 'Unsupported signature algorithm {alg}': 'The library does not check this algorithm.' },
    'token-is-opaque': { 'Wrong number of segments in token: {token}': 'The text has not the three parts of a JWT.' },
    'claim-missing': { 'Token does not contain required claim {claim}': 'The token lacks iat or exp.' },
  }),
  ...rowsOf('message', NODE, {
    'id-token-expired': {
      'Token used too late, {now} > {latest}': 'The token’s time is over; both times are in the message.',
    },
    'token-for-another-audience': {
      'Wrong recipient, payload audience != requiredAudience': [
        'The token is for another client.',
        'The audience option of verifyIdToken: each client ID that signs in.',
      ],
    },
    'issuer-differs': {
      'Invalid issuer, expected one of [{expected}], but got {found}': 'The token is from another issuer.',
    },
    'key-set-stale': { 'No pem found for envelope: {header}': 'None of the certificates has the token’s key ID.' },
    'signing-key-differs': { 'Invalid token signature: {token}': 'The certificate does not verify the signature.' },
    'issuer-unreachable': {
      'Failed to retrieve verification certificates: {error}': 'Google’s certificates could not be fetched.',
    },
    'claim-missing': {
      'No issue time in token: {claims}': 'The token lacks iat.',
      'No expiration time in token: {claims}': 'The token lacks exp.',
    },
    'token-not-sent': { 'The verifyIdToken method requires an ID Token': 'The function was given no token.' },
  }),
]
