/** What is known of the errors of league/oauth2-server, which Laravel Passport is made of. */
import type { KnownError } from './known-error.ts'

/** Every row. */
export const leagueOauth2ServerErrors: readonly KnownError[] = [
  {
    vendor: 'league/oauth2-server',
    message: 'Check the `grant_type` parameter',
    isGeneral: true,
    cause: 'parameter-missing',
    says: 'No grant takes the request: grant_type, or client_id at the authorization endpoint, is missing or has another value.',
    source: 'https://github.com/thephpleague/oauth2-server/issues/837',
    read: '2026-11-28',
  },
  {
    vendor: 'league/oauth2-server',
    message: 'PasswordGrant->validateUser',
    cause: 'credentials-wrong',
    says: 'The check of the person’s user name and password failed.',
    source: 'https://github.com/DirectoryTree/LdapRecord-Laravel/issues/294',
    read: '2026-11-28',
  },
  {
    vendor: 'league/oauth2-server',
    message: "accessDenied('Access token ha...')",
    cause: 'access-token-revoked',
    says: 'The access token was revoked, or is not in the database.',
    source: 'https://github.com/laravel/passport/issues/451',
    read: '2026-11-28',
  },
  {
    vendor: 'league/oauth2-server',
    message: 'Token is not linked to client',
    cause: 'code-of-another-client',
    says: 'The refresh token was issued to another client.',
    source:
      'https://github.com/thephpleague/oauth2-server/blob/06162f3fe36ba2a42e87244fc470ee71470c2820/src/Grant/RefreshTokenGrant.php',
    read: '2026-11-28',
  },
]
