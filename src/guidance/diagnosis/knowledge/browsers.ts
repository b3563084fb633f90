/** What browsers write to their consoles themselves: CORS, passkeys, cookies. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const browsers: readonly KnownError[] = [
  ...rowsOf(
    'message',
    { vendor: 'Google Chrome', source: 'https://github.com/oauth2-proxy/oauth2-proxy/issues/987', read },
    {
      'call-redirected-to-sign-in': {
        "(redirected from '{url}') from origin '{origin}' has been blocked by CORS policy":
          'The call was redirected to another origin, which does not allow the page’s.',
        "(redirected from '{url}') from origin '{origin}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource":
          'The call was redirected to another origin, which does not allow the page’s.',
        "(redirected from '{url}') from origin '{origin}' has been blocked by CORS policy: Response to preflight request doesn't pass access control check":
          'The call was redirected to another origin, which does not answer the OPTIONS request.',
        "(redirected from '{url}') from origin '{origin}' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource":
          'The call was redirected to another origin, which does not answer the OPTIONS request.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google Chrome', source: 'https://cors-errors.info/error-messages', read },
    {
      'cors-at-the-token-endpoint': {
        "from origin '{origin}' has been blocked by CORS policy": 'The server does not allow the page’s origin.',
        "No 'Access-Control-Allow-Origin' header is present on the requested resource":
          'The answer has no header that allows the page’s origin.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google Chrome', source: 'https://httpfixer.dev/errors/blocked-by-cors-policy', read },
    {
      'cors-at-the-token-endpoint': {
        "Response to preflight request doesn't pass access control check":
          'The server does not answer the OPTIONS request as it has to.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google Chrome', source: 'https://github.com/spring-attic/spring-authorization-server/issues/399', read },
    {
      'cors-at-the-token-endpoint': {
        'Redirect is not allowed for a preflight request':
          'The OPTIONS request was redirected, to a login page for one.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google Chrome', source: 'https://github.com/esi/esi-issues/issues/1058', read },
    {
      'cors-at-the-token-endpoint': {
        'Request header field {name} is not allowed by Access-Control-Allow-Headers':
          'The server does not allow this request header.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google Chrome', source: 'https://github.com/criso/fbgraph/issues/120', read },
    {
      'cors-at-the-token-endpoint': {
        "A wildcard '*' cannot be used in the 'Access-Control-Allow-Origin' header when the credentials flag is true":
          'With cookies, the server has to name the origin itself.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Safari', source: 'https://github.com/AdobeDocs/adobeio-auth/issues/76', read },
    {
      'cors-at-the-token-endpoint': {
        'Origin {origin} is not allowed by Access-Control-Allow-Origin': 'The server does not allow the page’s origin.',
        'cannot load {url} due to access control checks': 'The server does not allow the page’s origin.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Mozilla Firefox',
      source:
        'https://github.com/mdn/content/blob/0f0ee0df30e8d3e93c946396896d3e73d288294a/files/en-us/web/http/guides/cors/errors/index.md',
      read,
    },
    {
      'cors-at-the-token-endpoint': {
        'The Same Origin Policy disallows reading the remote resource at {url}':
          'The server does not allow the page’s origin.',
        "CORS header 'Access-Control-Allow-Origin' missing": 'The answer has no header that allows the page’s origin.',
        "CORS header 'Access-Control-Allow-Origin' does not match '{found}'": 'The server allows another origin.',
        "Credential is not supported if the CORS header 'Access-Control-Allow-Origin' is '*'":
          'With cookies, the server has to name the origin itself.',
        'CORS request external redirect not allowed': 'The request was redirected to another origin.',
        'CORS preflight channel did not succeed': 'The OPTIONS request failed.',
        "missing token '{name}' in CORS header 'Access-Control-Allow-Headers' from CORS preflight channel":
          'The server does not allow this request header.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google Chrome', source: 'https://github.com/asbiin/laravel-webauthn/issues/490', read },
    {
      'relying-party-id-differs': {
        'The relying party ID is not a registrable domain suffix of, nor equal to the current domain':
          'rp.id is another domain than the page’s, the API’s for one.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google Chrome', source: 'https://github.com/passwordless-lib/fido2-net-lib/issues/112', read },
    {
      'relying-party-id-differs': {
        "The relying party ID '{found}' is not a registrable domain suffix of, nor equal to '{expected}'":
          'rp.id is another domain than the page’s.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'SimpleWebAuthn', source: 'https://github.com/MasterKale/SimpleWebAuthn/issues/284', read },
    {
      'relying-party-id-differs': {
        'The RP ID "{found}" is invalid for this domain': 'rp.id is another domain than the page’s.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Google Chrome', source: 'https://github.com/GoogleChromeLabs/samesite-examples/issues/26', read },
    {
      'silent-sign-in-blocked': {
        'set-cookie was not stored due to user preferences':
          'The browser is set to block third-party cookies, and the frame is a third party.',
      },
    },
  ),
]
