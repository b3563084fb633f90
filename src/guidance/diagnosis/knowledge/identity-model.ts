/** Microsoft.IdentityModel: the codes that .NET prints when it checks a token. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const SOURCES = 'https://github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet/blob'

const TOKENS = {
  vendor: 'Microsoft.IdentityModel',
  source: `${SOURCES}/006b7f138bcdc90f907b1b261f938c94156e83da/src/Microsoft.IdentityModel.Tokens/LogMessages.cs`,
  read: '2026-11-28',
}

const PROTOCOL = {
  ...TOKENS,
  source: `${SOURCES}/0976a8583d3106691cae5d571bc3df5cda1dc093/src/Microsoft.IdentityModel.Protocols.OpenIdConnect/LogMessages.cs`,
}

/** The codes of checks that fail; those that only tell of progress are left out. */
export const identityModel: readonly KnownError[] = [
  ...rowsOf('code', TOKENS, {
    'issuer-differs': {
      IDX10205: 'The token’s issuer is not the configured one.',
      IDX10211: 'The token has no issuer.',
    },
    'verifier-not-configured': {
      IDX10204: 'No valid issuer is configured.',
      IDX10208: 'No valid audience is configured.',
      IDX10500: 'The verifier has no keys.',
    },
    'token-for-another-audience': {
      IDX10206: 'The token has no audience.',
      IDX10207: 'The token has no audience.',
      IDX10214: 'The token’s audience is not the configured one.',
      IDX10231: 'The app’s own check refused the audience.',
      IDX10257: 'The token’s type is not one that is accepted, an ID token for an access token for instance.',
    },
    'clocks-differ': { IDX10222: 'The token is not valid yet.' },
    'access-token-expired': { IDX10223: 'The token has expired.' },
    'key-set-stale': {
      IDX10501: 'No key has the token’s key ID.',
      IDX10503: 'No key that was tried verifies the signature.',
    },
    'algorithm-none': {
      IDX10504: 'The token has no signature.',
    },
    'algorithm-differs': {
      IDX10634: 'The algorithm is not supported for this key.',
      IDX10640: 'The algorithm is not supported.',
      IDX10652: 'The algorithm is not supported.',
    },
  }),
  ...rowsOf('code', PROTOCOL, {
    'state-cookie-not-sent': {
      IDX21320: 'Neither the request’s nonce nor one in the ID token is there.',
      IDX21323: 'The nonce that was sent is not there any more: its cookie did not come back.',
      IDX21329: 'The state that was sent is not there any more.',
    },
    'state-forged': {
      IDX21330: 'The answer has no state, and the request had one.',
      IDX21331: 'The state in the answer is not the one that was sent.',
    },
    'state-aged-by-clock': { IDX21324: 'The nonce is too old: the sign-in took too long, or a clock is off.' },
    'token-for-another-audience': { IDX21340: 'The ID token was issued to another client.' },
    'algorithm-differs': { IDX21302: 'The algorithm in the token’s header is not supported.' },
  }),
]
