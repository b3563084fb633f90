/** Dex: what its authorization endpoint and its token endpoint say. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const dex: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'Dex',
      source: 'https://github.com/dexidp/dex/blob/004c57d2230178829b683d638c1ed91025e3a5f1/server/oauth2.go',
      read,
    },
    {
      'redirect-uri-differs': {
        'Unregistered redirect_uri ("{found}")': ['The redirect URI is not registered.', 'redirectURIs of the client.'],
      },
      'client-unknown': {
        'Invalid client_id ("{id}")': 'There is no such client.',
      },
      'scope-not-registered': {
        "Client can't request scope(s)": [
          'Another client does not trust this one, and its audience was asked for.',
          'trustedPeers of the other client.',
        ],
        'peer ({peer}) does not trust client': [
          'Another client does not trust this one, and its audience was asked for.',
          'trustedPeers of the other client.',
        ],
        'Unrecognized scope(s)': 'Dex does not know this scope.',
      },
      'id-token-not-asked-for': {
        'Missing required scope(s) ["openid"]': 'The scope has no openid.',
      },
      'response-type-refused': {
        'Unsupported response type "{type}"': 'The server does not give this in the redirect.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Dex', source: 'https://github.com/dexidp/dex/pull/1952', read },
    {
      'code-expired': {
        'Invalid or expired code parameter': 'The code is wrong or over.',
      },
    },
  ),
  {
    vendor: 'Dex',
    message: 'Unregistered redirect_uri',
    cause: 'redirect-uri-differs',
    says: 'The redirect URI is not registered.',
    where: 'redirectURIs of the client.',
    source: 'https://github.com/dexidp/dex/issues/1703',
    read: '2026-11-28',
  },
  {
    vendor: 'Dex',
    message: 'Refresh token is invalid or has already been claimed by another client',
    cause: 'refresh-token-revoked',
    says: 'The refresh token is not there any more: a later sign-in of the same person replaces it, for instance.',
    source: 'https://github.com/dexidp/dex/issues/973',
    read: '2026-11-28',
  },
]
