/** Ory’s library fosite, which Hydra and Authelia are made of: the hints behind its descriptions. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-29'

/** Every row. */
export const fosite: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'Ory Fosite (Hydra, Authelia)',
      source: 'https://github.com/ory/fosite/blob/a5f0b09bf31c17297b25637bb3fec2ff7a55b159/client_authentication.go',
      read,
    },
    {
      'authentication-method-differs': {
        "The OAuth 2.0 Client supports client authentication method '{expected}', but method '{found}' was requested": [
          'The secret was sent in another way than the client is registered for.',
          'token_endpoint_auth_method of the client',
        ],
      },
      'secret-not-encoded': {
        "The client secret in the HTTP authorization header could not be decoded from 'application/x-www-form-urlencoded'":
          'The secret was not form-encoded before Basic.',
      },
      'client-assertion-refused': {
        "Unable to verify the integrity of the 'client_assertion' value":
          'The registered key does not verify the assertion.',
        "Claim '{claim}' from 'client_assertion' must match the 'client_id' of the OAuth 2.0 Client":
          'iss or sub of the assertion is not the client’s ID.',
        "Claim 'jti' from 'client_assertion' MUST only be used once": 'The assertion was sent before.',
        'The JSON Web Token uses signing key with kid {kid}, which could not be found':
          'The key that signed the assertion is not registered.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Ory Fosite (Hydra, Authelia)',
      source:
        'https://github.com/ory/fosite/blob/a5f0b09bf31c17297b25637bb3fec2ff7a55b159/handler/oauth2/flow_authorize_code_token.go',
      read,
    },
    {
      'code-of-another-client': {
        'The "redirect_uri" from this request does not match the one from the authorize request':
          'The redirect URI is not the one that the code was asked for with.',
        'The OAuth 2.0 Client ID from this request does not match the one from the authorize request':
          'The code was issued to another client.',
      },
      'grant-not-allowed': {
        'The OAuth 2.0 Client is not allowed to use authorization grant': [
          'The client may not use this grant.',
          'grant_types of the client',
        ],
        'The OAuth 2.0 Client is not allowed to use the authorization grant': [
          'The client may not use this grant.',
          'grant_types of the client',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Ory Fosite (Hydra, Authelia)',
      source:
        'https://github.com/ory/fosite/blob/a5f0b09bf31c17297b25637bb3fec2ff7a55b159/handler/oauth2/flow_refresh.go',
      read,
    },
    {
      'tabs-refresh-together': {
        'The refresh token was already used': 'The refresh token came a second time.',
        'Failed to refresh token because of multiple concurrent requests using the same token':
          'Two requests spent the same refresh token at once.',
      },
      'processes-refresh-together': {
        'The refresh token was already used': 'The refresh token came a second time.',
        'Failed to refresh token because of multiple concurrent requests using the same token':
          'Two requests spent the same refresh token at once.',
      },
      'parallel-refreshes': {
        'The refresh token was already used': 'The refresh token came a second time.',
        'Failed to refresh token because of multiple concurrent requests using the same token':
          'Two requests spent the same refresh token at once.',
      },
      'refresh-answer-lost': {
        'The refresh token was already used': 'The refresh token came a second time.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Ory Fosite (Hydra, Authelia)',
      source:
        'https://github.com/ory/fosite/blob/a5f0b09bf31c17297b25637bb3fec2ff7a55b159/handler/oauth2/strategy_hmacsha_plain.go',
      read,
    },
    {
      'code-expired': {
        'Authorize code expired at': 'The code is too old.',
      },
      'access-token-expired': {
        'Access token expired at': 'The access token is over.',
      },
      'refresh-token-expired': {
        'Refresh token expired at': 'The refresh token is over.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Ory Fosite (Hydra, Authelia)',
      source:
        'https://github.com/ory/fosite/blob/a5f0b09bf31c17297b25637bb3fec2ff7a55b159/authorize_request_handler.go',
      read,
    },
    {
      'client-unknown': {
        'The requested OAuth 2.0 Client does not exist': 'There is no such client.',
      },
      'scope-not-registered': {
        "The OAuth 2.0 Client is not allowed to request scope '{scope}'": [
          'The client may not ask for this scope.',
          'scope of the client',
        ],
      },
      'response-type-refused': {
        "The client is not allowed to request response_type '{found}'": [
          'The client may not ask for this response type.',
          'response_types of the client',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Ory Fosite (Hydra, Authelia)',
      source: 'https://github.com/ory/fosite/blob/a5f0b09bf31c17297b25637bb3fec2ff7a55b159/audience_strategy.go',
      read,
    },
    {
      'resource-unknown': {
        "Requested audience '{found}' has not been whitelisted by the OAuth 2.0 Client": [
          'The client may not ask for tokens for this audience.',
          'audience of the client',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Ory Fosite (Hydra, Authelia)',
      source: 'https://github.com/ory/fosite/blob/a5f0b09bf31c17297b25637bb3fec2ff7a55b159/access_request_handler.go',
      read,
    },
    {
      'parameter-missing': {
        "Request parameter 'grant_type' is missing":
          'The request has no grant_type, or its body was not read as a form.',
        'Unable to parse HTTP body, make sure to send a properly formatted form request body': 'The body is no form.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Ory Fosite (Hydra, Authelia)',
      source: 'https://github.com/ory/fosite/blob/a5f0b09bf31c17297b25637bb3fec2ff7a55b159/errors.go',
      read,
      isGeneral: true,
    },
    {
      'client-unknown': {
        'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)':
          'The client was not authenticated; the hint behind it says why.',
      },
      'secret-not-sent': {
        'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)':
          'The client was not authenticated; the hint behind it says why.',
      },
      'authentication-method-differs': {
        'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)':
          'The client was not authenticated; the hint behind it says why.',
      },
      'secret-wrong': {
        'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)':
          'The client was not authenticated; the hint behind it says why.',
      },
    },
  ),
]
