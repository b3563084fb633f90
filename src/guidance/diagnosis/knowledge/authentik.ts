/** authentik: the errors of its OAuth provider. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const authentik: readonly KnownError[] = [
  ...rowsOf(
    'message',
    { vendor: 'authentik', source: 'https://github.com/moghtech/komodo/issues/121', read },
    {
      'redirect-uri-differs': {
        'request fails due to a missing, invalid, or mismatching redirection URI': [
          'The redirect URI is not registered.',
          'The provider’s redirect URIs.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'authentik',
      source:
        'https://github.com/goauthentik/authentik/blob/069e9c015b65f8baaac1e08d4af1b034872bd2ae/authentik/providers/oauth2/errors.py',
      read,
    },
    {
      'redirect-uri-differs': {
        'Invalid redirect URI was used. Client used {found}. Allowed redirect URIs are {expected}':
          'The redirect URI is not registered.',
      },
      'client-unknown': {
        'The client identifier (client_id) is missing or invalid': 'There is no such client.',
        'Invalid client identifier: {id}': 'There is no such client.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'AFFiNE', source: 'https://github.com/toeverything/AFFiNE/issues/14083', read },
    {
      'email-not-verified': {
        'Invalid OAuth response: Email for this account is not verified':
          'The ID token’s email_verified is false, as authentik sets it unless a scope mapping says otherwise.',
      },
    },
  ),
]
