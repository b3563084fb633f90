/** ASP.NET's sign-in handlers, and AD FS. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Messages of the remote sign-in and of data protection. */
export const aspnet: readonly KnownError[] = [
  ...rowsOf(
    'message',
    { vendor: 'ASP.NET', source: 'https://github.com/aspnet/Security/issues/1839', read },
    {
      'state-cookie-not-sent': {
        'Correlation failed.': [
          'The cookie that ties the answer to the request did not come back.',
          'SameSite of the correlation cookie.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'ASP.NET',
      source: 'https://github.com/Azure-Samples/active-directory-aspnetcore-webapp-openidconnect-v2/issues/466',
      read,
    },
    {
      'state-cookie-not-sent': {
        '.AspNetCore.Correlation.{name} cookie not found': 'The correlation cookie did not come back.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'ASP.NET', source: 'https://github.com/aspnet/AspNetKatana/issues/490', read },
    {
      'state-cookie-not-sent': { '.AspNet.Correlation cookie not found': 'The correlation cookie did not come back.' },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'ASP.NET', source: 'https://github.com/aspnet/DataProtection/issues/184', read },
    {
      'sign-in-on-another-instance': {
        'The key {id} was not found in the key ring':
          'The instance lacks the key that another one protected the cookie with.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'ASP.NET', source: 'https://github.com/dotnet/aspnetcore/issues/52561', read },
    {
      'sign-in-on-another-instance': {
        'Unprotect ticket failed': 'The cookie was protected with a key that this instance does not have.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'ASP.NET', source: 'https://github.com/dotnet/aspnetcore/issues/25438', read },
    {
      'sign-in-on-another-instance': {
        'Error unprotecting the session cookie':
          'The session’s cookie was protected with a key that this instance does not have.',
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'AD FS', source: 'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/6915', read },
    {
      'secret-not-sent': { MSIS9622: 'The client is set up with a secret, and its authentication failed.' },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'AD FS', source: 'https://github.com/snok/django-auth-adfs/issues/31', read },
    {
      'scope-not-registered': { MSIS9321: 'The client has no permission for the API that it asks for.' },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'ASP.NET',
      source: 'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/560',
      read,
    },
    {
      'issuer-differs': { 'The issuer is invalid': 'The token’s issuer is not the configured one.' },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'ASP.NET',
      source: 'https://github.com/NikiforovAll/keycloak-authorization-services-dotnet/issues/115',
      read,
    },
    {
      'issuer-differs': { "The issuer '{found}' is invalid": 'The token’s issuer is not the configured one.' },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'AD FS', source: 'https://github.com/snok/django-auth-adfs/issues/1', read },
    { 'code-used-twice': { MSIS9247: 'The code is not there any more: the callback was loaded again, for instance.' } },
  ),
  ...rowsOf(
    'code',
    { vendor: 'AD FS', source: 'https://github.com/grafana/grafana/issues/17672', read },
    {
      'code-used-twice': { MSIS9612: 'The code is not valid: redeemed before, or too old.' },
      'code-expired': { MSIS9612: 'The code is not valid: redeemed before, or too old.' },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'AD FS', source: 'https://github.com/AzureAD/azure-activedirectory-library-for-dotnet/issues/669', read },
    { 'refresh-token-expired': { MSIS9615: 'The refresh token has reached its end.' } },
  ),
  {
    vendor: 'AD FS',
    code: 'MSIS9358',
    cause: 'response-type-refused',
    says: 'A client with a secret asked for tokens in the redirect.',
    source: 'https://github.com/civiform/civiform/issues/2829',
    read: '2026-11-28',
  },
]
