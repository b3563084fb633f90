/** What is known of the errors of league/oauth2-server, which Laravel Passport is made of. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-29'

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
  ...rowsOf(
    'message',
    {
      vendor: 'league/oauth2-server',
      source:
        'https://github.com/thephpleague/oauth2-server/blob/9d2f6fc0a0b5aa1bb02506971d3a4ecff2c6526c/src/AuthorizationValidators/BearerTokenValidator.php',
      read,
    },
    {
      'token-not-sent': {
        'Missing "Authorization" header': 'The call has no Authorization.',
        'Missing "Bearer" token': 'Authorization has no token after Bearer.',
      },
      'access-token-revoked': {
        'Access token has been revoked': 'The access token was revoked, or is not in the database.',
      },
      'token-is-opaque': {
        "accessDenied('The JWT string ...')": 'The token is no JWT of three parts.',
      },
      'signing-key-differs': {
        'Access token could not be verified': 'The key does not verify the token, or it is not valid at this time.',
        "accessDenied('Access token co...')": 'The key does not verify the token, or it is not valid at this time.',
      },
      'access-token-expired': {
        'Access token could not be verified': 'The key does not verify the token, or it is not valid at this time.',
        "accessDenied('Access token co...')": 'The key does not verify the token, or it is not valid at this time.',
      },
      'clocks-differ': {
        'Access token could not be verified': 'The key does not verify the token, or it is not valid at this time.',
        "accessDenied('Access token co...')": 'The key does not verify the token, or it is not valid at this time.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'league/oauth2-server',
      source:
        'https://github.com/thephpleague/oauth2-server/blob/9d2f6fc0a0b5aa1bb02506971d3a4ecff2c6526c/src/Grant/AuthCodeGrant.php',
      read,
    },
    {
      'code-used-twice': {
        'Authorization code has been revoked': 'The code was redeemed before.',
      },
      'verifier-mismatch': {
        'Failed to verify `code_verifier`': 'The code verifier does not belong to the challenge.',
      },
      'challenge-missing': {
        'Code challenge must be provided for public clients': 'A public client has to use PKCE.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'league/oauth2-server',
      source:
        'https://github.com/thephpleague/oauth2-server/blob/9d2f6fc0a0b5aa1bb02506971d3a4ecff2c6526c/src/Exception/OAuthServerException.php',
      read,
    },
    {
      'credentials-wrong': {
        'The user credentials were incorrect': 'The user name or the password is wrong.',
      },
      'grant-not-allowed': {
        'The authenticated client is not authorized to use this authorization grant type':
          'The client may not use this grant.',
      },
    },
  ),
]
