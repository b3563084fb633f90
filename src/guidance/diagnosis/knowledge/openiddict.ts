/** OpenIddict: the codes of its errors, which stand in error_uri and in its log. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-29'

/** Every row. */
export const openiddict: readonly KnownError[] = [
  ...rowsOf(
    'code',
    {
      vendor: 'OpenIddict',
      source:
        'https://github.com/openiddict/openiddict-core/blob/319511fa6dacaa9fa3793405fda102bebcba0079/src/OpenIddict.Abstractions/OpenIddictResources.resx',
      read,
    },
    {
      'code-used-twice': {
        ID2010: 'The code was redeemed before.',
      },
      'refresh-token-revoked': {
        ID2018: 'The refresh token is not good any more.',
        ID2022: 'The authorization behind the refresh token is not good any more.',
      },
      'access-token-revoked': {
        ID2019: 'The token is not good any more.',
        ID2023: 'The authorization behind the token is not good any more.',
      },
      'secret-wrong': {
        ID2055: 'The client’s secret or assertion is wrong.',
      },
      'grant-not-allowed': {
        ID2046: 'The client may not use the authorization endpoint.',
        ID2047: 'The client may not use the authorization code.',
        ID2048: 'The client may not use the implicit flow.',
        ID2049: 'The client may not use the hybrid flow.',
        ID2056: 'The client may not use the device endpoint.',
        ID2063: 'The client may not use the token endpoint.',
        ID2064: 'The client may not use this grant.',
      },
      'scope-not-registered': {
        ID2051: 'The client may not ask for this scope.',
        ID2065: 'The client may not ask for this scope.',
      },
      'code-of-another-client': {
        ID2069: 'The code was issued to another client.',
        ID2072: 'The redirect URI is not the one that the code was asked for with.',
      },
      'public-address-unknown': {
        ID2083: [
          'The server takes the request for http: behind a proxy it does not know that it is reached by https.',
          'UseForwardedHeaders',
        ],
      },
      'issuer-differs': {
        ID2088: 'iss of the token is another than the one expected.',
        ID2098: 'The discovery document names another issuer than the settings.',
        ID2165: 'The discovery document names another issuer than the settings.',
      },
      'signing-key-differs': {
        ID2091: 'The key does not verify the signature.',
      },
      'key-set-stale': {
        ID2090: 'No key has the token’s kid.',
      },
      'token-for-another-audience': {
        ID2094: 'aud of the token does not have this API.',
      },
      'callback-reloaded': {
        ID2139: 'The state was used before.',
      },
      'access-denied': {
        ID2149: 'The person, or the server, declined.',
      },
      'device-not-approved-yet': {
        ID2014: 'The person has not approved yet.',
      },
      'issuer-unreachable': {
        ID2170: 'The server’s discovery document was not reached, or is wrong.',
      },
      'client-assertion-refused': {
        ID2172: 'The client assertion lacks a claim.',
        ID2173: 'A claim of the client assertion is another than the one expected.',
      },
      'another-account-needed': {
        ID2156: 'No account was chosen.',
      },
      'tabs-refresh-together': {
        ID2012: 'The refresh token came a second time.',
      },
      'processes-refresh-together': {
        ID2012: 'The refresh token came a second time.',
      },
      'parallel-refreshes': {
        ID2012: 'The refresh token came a second time.',
      },
      'refresh-answer-lost': {
        ID2012: 'The refresh token came a second time.',
      },
      'redirect-uri-differs': {
        ID2043: 'The address is not one of those that are registered for the client.',
      },
      'logout-address-unregistered': {
        ID2043: 'The address is not one of those that are registered for the client.',
      },
      'state-cookie-not-sent': {
        ID2129: 'The correlation cookie did not come back.',
      },
      'state-cookie-of-another-host': {
        ID2129: 'The correlation cookie did not come back.',
      },
      'role-missing': {
        ID2095: 'The token does not cover this.',
      },
      'scope-missing': {
        ID2095: 'The token does not cover this.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'OpenIddict',
      source:
        'https://github.com/openiddict/openiddict-core/blob/319511fa6dacaa9fa3793405fda102bebcba0079/src/OpenIddict.Abstractions/OpenIddictResources.resx',
      read,
    },
    {
      'redirect-uri-differs': {
        "The specified 'redirect_uri' is not valid for this client application": 'The redirect URI is not registered.',
      },
      'logout-address-unregistered': {
        "The specified 'post_logout_redirect_uri' is not valid for this client application":
          'The address to return to after signing out is not registered.',
      },
      'client-unknown': {
        "The specified 'client_id' is invalid": 'There is no such client.',
      },
      'challenge-missing': {
        "The 'code_challenge' parameter required for this client application is missing": 'The client has to use PKCE.',
      },
      'secret-not-sent': {
        "The 'client_secret' parameter required for this client application is missing":
          'The client is confidential and sent no secret.',
      },
      'authentication-method-differs': {
        "The 'client_secret' parameter is not valid for this client application":
          'The client is public and sent a secret.',
      },
    },
  ),
]
