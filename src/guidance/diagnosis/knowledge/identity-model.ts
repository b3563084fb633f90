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

const METADATA = {
  ...TOKENS,
  source: `${SOURCES}/00ad769071380c560983138c201ff02161bcce15/src/Microsoft.IdentityModel.Protocols/LogMessages.cs`,
}

const JWT = {
  ...TOKENS,
  source: `${SOURCES}/074fc6606091a3a538214ad8037c3ac1e3ae7d25/src/System.IdentityModel.Tokens.Jwt/LogMessages.cs`,
}

const JSON_WEB_TOKENS = {
  ...TOKENS,
  source: `${SOURCES}/033098417b35a2fba8e0204e5e898020ee95d3d8/src/Microsoft.IdentityModel.JsonWebTokens/LogMessages.cs`,
}

const ISSUES = 'https://github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet/issues'

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
    'nonce-differs': {
      IDX21321: 'The ID token’s nonce is another one than was sent.',
      IDX21349: 'The ID token has no nonce.',
    },
    'another-account-needed': { IDX21338: 'The answer about the person is of somebody else than the ID token.' },
    'state-aged-by-clock': { IDX21324: 'The nonce is too old: the sign-in took too long, or a clock is off.' },
    'token-for-another-audience': { IDX21340: 'The ID token was issued to another client.' },
    'algorithm-differs': { IDX21302: 'The algorithm in the token’s header is not supported.' },
  }),
  ...rowsOf('message', PROTOCOL, {
    'nonce-differs': {
      "did not match the expected nonce. expected: '{expected}' found in jwt: '{found}'.":
        'The ID token’s nonce is another one than was sent.',
    },
  }),
  ...rowsOf('code', METADATA, {
    'issuer-unreachable': {
      IDX20803: ['The discovery document could not be fetched.', 'Authority or MetadataAddress.'],
      IDX20804: 'The discovery document or the keys could not be fetched.',
      IDX20807: 'The discovery document or the keys could not be fetched; the answer stands beside.',
    },
    'public-address-unknown': { IDX20108: 'The authority is no https address.' },
  }),
  ...rowsOf('code', JWT, {
    'token-is-opaque': {
      IDX12709: 'The text has not the parts of a JWT.',
      IDX12723: 'The payload is not base64url.',
      IDX12729: 'The header is not base64url.',
      IDX12739: 'The text has three parts, and they are not those of a JWT.',
      IDX12741: 'The text has neither three nor five parts.',
    },
  }),
  ...rowsOf('code', JSON_WEB_TOKENS, {
    'token-is-opaque': {
      IDX14100: 'There is no dot in the text: it is no JWT.',
      IDX14101: 'The payload is not base64url.',
      IDX14102: 'The header is not base64url.',
      IDX14120: 'There is one dot in the text: it is no JWT.',
    },
  }),
  // The key was found by its ID, and does not verify: another key of that name, or a token that only its own API can check.
  ...rowsOf(
    'code',
    { ...TOKENS, source: `${ISSUES}/1471` },
    { 'signing-key-differs': { IDX10511: 'The keys were found, and none verifies the signature.' } },
  ),
  ...rowsOf(
    'code',
    { ...TOKENS, source: `${ISSUES}/1334` },
    {
      'token-for-another-audience': {
        IDX10511: [
          'The keys were found, and none verifies: a token for Microsoft Graph verifies nowhere else.',
          'Expose an API, and ask for its scope in place of User.Read.',
        ],
      },
    },
  ),
]
