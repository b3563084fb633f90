/** Zitadel, and the Rust library that its tokens surprise. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const zitadel: readonly KnownError[] = [
  ...rowsOf(
    'message',
    { vendor: 'Zitadel', source: 'https://github.com/Stirling-Tools/Stirling-PDF/issues/1315', read },
    {
      'redirect-uri-differs': {
        'The requested redirect_uri is missing in the client configuration': [
          'The redirect URI is not registered.',
          'The project’s application > Redirect Settings.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Zitadel',
      source: 'https://github.com/zitadel/oidc/blob/0755685475fe2e12817d4ddc12c38c470fdb41a7/pkg/op/auth_request.go',
      read,
    },
    {
      'parameter-missing': {
        'The redirect_uri is missing in the request': 'The request has no redirect_uri.',
        'The scope of your request is missing': 'The request has no scope.',
        'The response type is missing in your request': 'The request has no response_type.',
      },
      'grant-not-allowed': {
        'The requested response type is missing in the client configuration':
          'The client may not use this response type.',
      },
      'client-unknown': {
        'unable to retrieve client by id': 'There is no such client.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Zitadel', source: 'https://github.com/zitadel/zitadel/pull/5956', read },
    {
      'token-for-another-audience': {
        'invalid audience (APP-Zxfako)': 'The token is for another audience.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'openidconnect-rs', source: 'https://github.com/dani-garcia/vaultwarden/issues/6650', read },
    {
      'verifier-not-configured': {
        'Invalid audiences: {found} is not a trusted audience':
          'The ID token is for others too, as Zitadel’s are, and the app was not told to trust them.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'openidconnect-rs', source: 'https://github.com/ramosbugs/openidconnect-rs/issues/210', read },
    {
      'token-for-another-audience': {
        'Invalid audiences: must contain {expected} (found audiences: {found})':
          'The ID token’s aud does not have the client ID.',
      },
    },
  ),
]
