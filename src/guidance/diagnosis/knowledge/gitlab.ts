/** GitLab, and Doorkeeper, which its authorization server is made of. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const gitlab: readonly KnownError[] = [
  ...rowsOf(
    'message',
    { vendor: 'GitLab', source: 'https://github.com/linchus/omniauth-gitlab/issues/7', read },
    {
      'redirect-uri-differs': {
        'redirect URI included is not valid': [
          'The redirect URI is not the registered one, character by character.',
          'The redirect URI of the application.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Doorkeeper',
      source:
        'https://github.com/doorkeeper-gem/doorkeeper/blob/02a7def25d190140b98e51cecfe3619cd0058907/config/locales/en.yml',
      read,
    },
    {
      'redirect-uri-differs': {
        "The requested redirect uri is malformed or doesn't match client redirect URI":
          'The redirect URI is not the registered one.',
      },
      'grant-not-allowed': {
        'The client is not authorized to perform this request using this method': 'The client may not use this grant.',
      },
      'password-grant': {
        'Resource Owner Password Credentials flow failed due to Doorkeeper.configure.resource_owner_from_credentials being unconfigured':
          ['The server takes no passwords.', 'resource_owner_from_credentials.'],
      },
    },
  ),
]
