/** Web servers that sign people in before an app: lua-resty-openidc for nginx, mod_auth_openidc for Apache. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-29'

/** Every row. */
export const webServers: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'lua-resty-openidc',
      source:
        'https://github.com/zmartzone/lua-resty-openidc/blob/fabf64e29062f5e7658de1cee52f572221203b1e/lib/resty/openidc.lua',
      read,
    },
    {
      'issuer-differs': {
        'issuer {found} in id_token is not equal to the issuer from the discovery document {expected}':
          'iss of the ID token is not the issuer of the discovery document.',
        'iss from argument: {found} does not match expected issuer: {expected}':
          'iss of the callback is not the issuer of the discovery document.',
      },
      'nonce-differs': {
        'in id_token is not equal to the nonce that was sent in the request':
          'nonce of the ID token is not that of the session.',
      },
      'clocks-differ': {
        'id_token not yet valid: id_token.iat': ['iat lies ahead of this machine’s clock.', 'iat_slack'],
      },
      'id-token-expired': {
        'token expired: id_token.exp': 'exp of the ID token is over.',
      },
      'token-for-another-audience': {
        'token audience does not match: id_token.aud={found}, client_id={expected}':
          'aud of the ID token does not have the client’s ID.',
        'no match found token audience array': 'aud of the ID token does not have the client’s ID.',
      },
      'issuer-unreachable': {
        'accessing discovery url ({url}) failed': [
          'The discovery document was not reached from nginx: its name, its certificate, or the resolver.',
          'resolver; lua_ssl_trusted_certificate',
        ],
        'accessing jwks url ({url}) failed': 'The keys were not reached from nginx.',
      },
      'token-answer-unusable': {
        'accessing token endpoint ({url}) failed': 'The token endpoint was not reached from nginx.',
      },
      'refresh-token-not-asked-for': {
        'token expired and no refresh token available':
          'The access token is over, and the session has no refresh token.',
      },
      'algorithm-differs': {
        'token is signed by unexpected algorithm {found}': [
          'alg of the token is not the one in the settings.',
          'token_signing_alg_values_expected',
        ],
      },
      'state-cookie-not-sent': {
        'state from argument does not match state restored from session':
          'The session has another state than the callback.',
      },
      'tabs-sign-in-together': {
        'state from argument does not match state restored from session':
          'The session has another state than the callback.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'mod_auth_openidc',
      source:
        'https://github.com/OpenIDC/mod_auth_openidc/blob/1deff3d91057dd3f3cb1db7d0d1773c2764e795c/src/handle/response.c',
      read,
    },
    {
      'state-cookie-not-sent': {
        'state cookie found: check domain and samesite cookie settings': 'The cookie of the sign-in did not come back.',
      },
      'state-cookie-of-another-host': {
        'state cookie found: check domain and samesite cookie settings': 'The cookie of the sign-in did not come back.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'mod_auth_openidc',
      source:
        'https://github.com/OpenIDC/mod_auth_openidc/blob/1deff3d91057dd3f3cb1db7d0d1773c2764e795c/src/handle/request.c',
      read,
    },
    {
      'public-address-unknown': {
        'does not match the URL scheme of the URL being accessed': [
          'The redirect URI is https, and Apache takes the page for http, or the other way round.',
          'OIDCXForwardedHeaders; OIDCRedirectURI',
        ],
      },
      'call-redirected-to-sign-in': {
        'the number of existing, valid state cookies ({number}) has exceeded the limit':
          'Many requests without a session have each begun a sign-in.',
      },
      'tabs-sign-in-together': {
        'the number of existing, valid state cookies ({number}) has exceeded the limit':
          'Many requests without a session have each begun a sign-in.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'mod_auth_openidc',
      source:
        'https://github.com/OpenIDC/mod_auth_openidc/blob/1deff3d91057dd3f3cb1db7d0d1773c2764e795c/src/mod_auth_openidc.c',
      read,
    },
    {
      'state-cookie-of-another-host': {
        'aborting: detected attempt to play cookie against a different domain/host than issued for':
          'The cookie was made for another host.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'mod_auth_openidc',
      source:
        'https://github.com/OpenIDC/mod_auth_openidc/blob/1deff3d91057dd3f3cb1db7d0d1773c2764e795c/src/proto/id_token.c',
      read,
    },
    {
      'nonce-differs': {
        'the nonce value ({found}) in the id_token did not match the one stored in the browser session ({expected})':
          'nonce of the ID token is not that of the session.',
      },
      'token-for-another-audience': {
        'our configured client_id ({expected}) could not be found in the array of values for':
          'aud of the ID token does not have the client’s ID.',
        'the configured client_id ({expected}) did not match the': 'aud of the ID token does not have the client’s ID.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'mod_auth_openidc',
      source:
        'https://github.com/OpenIDC/mod_auth_openidc/blob/1deff3d91057dd3f3cb1db7d0d1773c2764e795c/src/proto/jwt.c',
      read,
    },
    {
      'issuer-differs': {
        'requested issuer ({expected}) does not match received "iss" value in id_token ({found})':
          'iss of the ID token is not the provider’s issuer.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'mod_auth_openidc',
      source: 'https://github.com/OpenIDC/mod_auth_openidc/blob/1deff3d91057dd3f3cb1db7d0d1773c2764e795c/src/state.c',
      read,
    },
    {
      'sign-in-on-another-instance': {
        'state cookie could not be retrieved/decoded': [
          'The cookie was encrypted with another passphrase.',
          'OIDCCryptoPassphrase',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'mod_auth_openidc',
      source: 'https://github.com/OpenIDC/mod_auth_openidc/blob/1deff3d91057dd3f3cb1db7d0d1773c2764e795c/src/http.c',
      read,
    },
    {
      'session-cookie-too-large': {
        'the length of the cookie value ({number}) is greater than': [
          'The session is larger than a cookie may be.',
          'OIDCSessionType server-cache',
        ],
      },
    },
  ),
]
