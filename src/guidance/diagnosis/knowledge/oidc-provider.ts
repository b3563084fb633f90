/** node-oidc-provider: the details behind its descriptions, which stand in its log. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-29'

/** Every row. */
export const oidcProvider: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'oidc-provider',
      source:
        'https://github.com/panva/node-oidc-provider/blob/b95c294475d7c858a3ea63276dbc8eed77c0bfd2/lib/actions/grants/authorization_code.js',
      read,
    },
    {
      'code-expired': {
        'authorization code is expired': 'The code is too old.',
      },
      'code-of-another-client': {
        'authorization code redirect_uri mismatch': 'The redirect URI is not the one that the code was asked for with.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'oidc-provider',
      source:
        'https://github.com/panva/node-oidc-provider/blob/b95c294475d7c858a3ea63276dbc8eed77c0bfd2/lib/actions/grants/refresh_token.js',
      read,
    },
    {
      'tabs-refresh-together': {
        'refresh token already used': 'The refresh token came a second time.',
      },
      'processes-refresh-together': {
        'refresh token already used': 'The refresh token came a second time.',
      },
      'parallel-refreshes': {
        'refresh token already used': 'The refresh token came a second time.',
      },
      'refresh-answer-lost': {
        'refresh token already used': 'The refresh token came a second time.',
      },
      'refresh-token-expired': {
        'refresh token not found': 'The server does not have the refresh token any more.',
      },
      'refresh-token-revoked': {
        'refresh token not found': 'The server does not have the refresh token any more.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'oidc-provider',
      source:
        'https://github.com/panva/node-oidc-provider/blob/b95c294475d7c858a3ea63276dbc8eed77c0bfd2/lib/shared/client_auth.js',
      read,
    },
    {
      'authentication-method-differs': {
        'the provided authentication mechanism does not match the registered client authentication method': [
          'The secret was sent in another way than the client is registered for.',
          'token_endpoint_auth_method of the client',
        ],
        'client_secret must be provided in the Authorization header':
          'The secret came in the body with an Authorization header beside it.',
      },
      'secret-wrong': {
        'invalid secret provided': 'The secret is not the client’s.',
      },
      'secret-not-sent': {
        'no client authentication mechanism provided': 'The request has neither client_id nor Authorization.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'oidc-provider',
      source:
        'https://github.com/panva/node-oidc-provider/blob/b95c294475d7c858a3ea63276dbc8eed77c0bfd2/lib/shared/cors.js',
      read,
    },
    {
      'cors-at-the-token-endpoint': {
        'origin {found} not allowed for client': [
          'The page’s origin may not call the server for this client.',
          'clientBasedCORS',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'oidc-provider',
      source:
        'https://github.com/panva/node-oidc-provider/blob/b95c294475d7c858a3ea63276dbc8eed77c0bfd2/lib/actions/authorization/check_pkce.js',
      read,
    },
    {
      'challenge-missing': {
        'Authorization Server policy requires PKCE to be used for this request': 'The client has to use PKCE.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'oidc-provider',
      source:
        'https://github.com/panva/node-oidc-provider/blob/b95c294475d7c858a3ea63276dbc8eed77c0bfd2/lib/actions/authorization/check_response_type.js',
      read,
    },
    {
      'response-type-refused': {
        'requested response_type is not allowed for this client': [
          'The client may not ask for this response type.',
          'response_types of the client',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'oidc-provider',
      source:
        'https://github.com/panva/node-oidc-provider/blob/b95c294475d7c858a3ea63276dbc8eed77c0bfd2/lib/actions/authorization/check_scope.js',
      read,
    },
    {
      'scope-not-registered': {
        'requested scope is not allowed': 'The client may not ask for this scope.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'oidc-provider',
      source:
        'https://github.com/panva/node-oidc-provider/blob/b95c294475d7c858a3ea63276dbc8eed77c0bfd2/lib/actions/authorization/load_pushed_authorization_request.js',
      read,
    },
    {
      'request-uri-not-usable': {
        'request_uri is invalid, expired, or was already used': 'The pushed request is gone.',
      },
    },
  ),
]
