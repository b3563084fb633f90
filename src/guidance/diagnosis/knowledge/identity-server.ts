/** IdentityServer, IdentityServer4 and Duende: what stands in its log. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const identityServer: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'IdentityServer',
      source:
        'https://github.com/IdentityServer/IdentityServer4/blob/0295987e302618afe11c609bbb12dc374d1a0160/src/IdentityServer4/src/Validation/Default/TokenRequestValidator.cs',
      read,
    },
    {
      'grant-not-allowed': {
        'Client not authorized for code flow': [
          'The client may not use this grant.',
          'AllowedGrantTypes of the client.',
        ],
        'Client not authorized for client credentials flow, check the AllowedGrantTypes setting': [
          'The client may not use this grant.',
          'AllowedGrantTypes of the client.',
        ],
        'Client not authorized for device flow': [
          'The client may not use this grant.',
          'AllowedGrantTypes of the client.',
        ],
        'No validator is registered for the grant type': 'The server has nothing that checks this grant.',
      },
      'password-grant': {
        'Client not authorized for resource owner flow, check the AllowedGrantTypes setting':
          'The client may not use the password grant.',
      },
      'code-of-another-client': {
        'Client is trying to use a code from a different client': 'The code was issued to another client.',
      },
      'refresh-token-not-asked-for': {
        'Client cannot request a refresh token in client credentials flow':
          'There is nobody to refresh for: a client asks again instead.',
      },
      'scope-not-registered': {
        'Client cannot request OpenID scopes in client credentials flow':
          'There is nobody signed in to tell of: openid and profile belong to a sign-in.',
      },
    },
  ),
  ...rowsOf(
    'code',
    {
      vendor: 'IdentityServer',
      source:
        'https://github.com/IdentityServer/IdentityServer4/blob/0295987e302618afe11c609bbb12dc374d1a0160/src/IdentityServer4/src/Validation/Default/TokenRequestValidator.cs',
      read,
    },
    {
      'credentials-wrong': {
        invalid_username_or_password: 'User name or password is wrong.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'IdentityServer',
      source:
        'https://github.com/IdentityServer/IdentityServer4/blob/00d8e091b38748cccf0ee9792ee41bceebf5ff9b/src/IdentityServer4/src/Validation/Default/AuthorizeRequestValidator.cs',
      read,
    },
    {
      'response-type-refused': {
        'client is not configured to receive access tokens via browser': [
          'The client may not have access tokens in the redirect.',
          'AllowAccessTokensViaBrowser of the client.',
        ],
      },
      'grant-not-allowed': {
        'Invalid grant type for client': ['The client may not use this grant.', 'AllowedGrantTypes of the client.'],
      },
      'id-token-not-asked-for': {
        'Identity related scope requests, but no openid scope': 'The scope has no openid.',
        'response_type requires the openid scope': 'The scope has no openid.',
      },
      'scope-not-registered': {
        'Invalid scope for client': 'The client may not ask for this scope.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'IdentityServer', source: 'https://github.com/DuendeArchive/IdentityServer4/issues/1927', read },
    {
      'redirect-uri-differs': {
        'Invalid redirect_uri: {found}': [
          'The redirect URI is not registered.',
          'The client’s redirect URIs; the log has them as AllowedRedirectUris.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'IdentityServer', source: 'https://github.com/DuendeArchive/IdentityServer4/issues/1005', read },
    {
      'client-unknown': {
        'Unknown client or not enabled': 'There is no such client, or it is switched off.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'IdentityServer', source: 'https://github.com/DuendeArchive/Support/issues/1422', read },
    {
      'client-unknown': {
        "No client with id '{id}' found. aborting": 'There is no such client.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'IdentityServer',
      source: 'https://github.com/DuendeArchive/IdentityServer4/issues/5171',
      read,
      isGeneral: true,
    },
    {
      'refresh-token-revoked': {
        'Refresh token validation failed. aborting':
          'The refresh token is not in the store: used before, revoked or cleaned away.',
      },
    },
  ),
]
