/** Ping Identity: PingOne. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const pingIdentity: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'PingOne',
      source: 'https://docs.pingidentity.com/pingone/pingone_tutorials/p1_troubleshooting_nodejs_express_app.html',
      read,
      isGeneral: true,
    },
    {
      'redirect-uri-differs': {
        'The request could not be completed. One or more validation errors were in the request.': [
          'The redirect URI does not match, in the case that the page tells of.',
          'Applications > Applications > the app > Configuration > Redirect URIs.',
        ],
      },
    },
  ),
]
