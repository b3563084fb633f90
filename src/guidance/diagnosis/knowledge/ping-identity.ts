/** Ping Identity: PingOne and PingFederate. */
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
  {
    vendor: 'PingFederate',
    message: 'The client MUST NOT use more than one authentication method in each request',
    cause: 'authentication-method-differs',
    says: 'The secret came twice: in the header and in the body.',
    source: 'https://github.com/quarkusio/quarkus/issues/6783',
    read: '2026-11-28',
  },
  {
    vendor: 'PingOne',
    message: 'The request could not be completed. The requested resource was not found.',
    cause: 'wrong-tenant-endpoint',
    says: 'The environment of the address does not have this application.',
    source: 'https://github.com/pingidentity/pingone-sample-js/issues/17',
    read: '2026-11-28',
  },
]
