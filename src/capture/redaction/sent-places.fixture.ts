/** Where a secret can stand in what a browser sends, and in addresses and header lines of both directions. */
import { base64url, utf8 } from '../../lib/encoding.ts'
import { REDEEMED, RETURNED } from '../sample-har.fixture.ts'
import {
  at,
  type Har,
  inText,
  type Place,
  setForm,
  setHeader,
  setQuery,
  setRedirect,
  url,
} from './secret-har.fixture.ts'

/** In the order of the format. */
export const SENT_PLACES: readonly Place[] = [
  // Addresses
  inText('path', (har, secret) => {
    at(har, 'call').request.url = `https://api.example/users/${url(secret)}/photos`
  }),
  inText('path at the server', (har, secret) => {
    const { request } = at(har, 'authorization')
    request.url = request.url.replace('/authorize', `/realms/${url(secret)}/authorize`)
  }),
  inText('key of a query', (har, secret) => setQuery(at(har, 'call'), secret, '1')),
  inText('value of a query', (har, secret) => setQuery(at(har, 'call'), 'q', secret)),
  inText('query without a value', (har, secret) => {
    at(har, 'call').request.url = `https://api.example/photos?${url(secret)}`
  }),
  inText('user info of an address', (har, secret) => {
    at(har, 'call').request.url = `https://${url(secret)}:${url(secret)}@api.example/photos`
  }),
  inText('fragment', (har, secret) => {
    at(har, 'callback').request.url += `#${url(secret)}`
  }),
  inText('value in a fragment', (har, secret) => {
    at(har, 'callback').request.url += `#access_token=${url(secret)}`
  }),
  ...[
    'state nonce scope prompt display acr_values ui_locales response_mode response_type resource login_hint id_token_hint claims request request_uri audience client_id code_challenge code_challenge_method error iss user_code',
  ]
    .flatMap((names) => names.split(' '))
    .map((name) => inText(`${name} of a request`, (har, secret) => setQuery(at(har, 'authorization'), name, secret))),
  ...['max_age', 'expires_in', 'exp'].map(
    (name): Place => ({
      name: `${name} of a request`,
      takes: 'no number',
      put: (har, secret) => setQuery(at(har, 'authorization'), name, secret),
    }),
  ),
  inText('path of a redirect URI', (har, secret) =>
    setQuery(at(har, 'authorization'), 'redirect_uri', `https://shop.example/${url(secret)}?${url(secret)}`),
  ),
  { name: 'host of a request', takes: 'label', put: (har, label) => setHost(har, `${label}.api.example`) },
  { name: 'host of one label', takes: 'label', put: (har, label) => setHost(har, label) },
  { name: 'host of a local network', takes: 'label', put: (har, label) => setHost(har, `${label}.local`) },
  { name: 'host under a country', takes: 'label', put: (har, label) => setHost(har, `${label}.example.co.uk`) },
  {
    name: 'host of a redirect URI',
    takes: 'label',
    put: (har, label) => setQuery(at(har, 'authorization'), 'redirect_uri', `https://${label}.shop.example/callback`),
  },
  {
    name: 'scheme of an app',
    takes: 'label',
    put: (har, label) => setRedirect(har, `app-${label}:/callback?code=${RETURNED.code}`),
  },
  // Redirects
  inText('query of a redirect', (har, secret) =>
    setRedirect(har, `https://shop.example/callback?code=${url(secret)}&${url(secret)}=${url(secret)}`),
  ),
  inText('path and fragment of a redirect', (har, secret) =>
    setRedirect(har, `https://shop.example/${url(secret)}?code=1#${url(secret)}`),
  ),
  inText('redirect to what is no address', (har, secret) => setRedirect(har, secret)),
  inText('error that is redirected', (har, secret) =>
    setRedirect(har, `https://shop.example/callback?state=1&${new URLSearchParams({ error: secret })}`),
  ),
  inText('description that is redirected', (har, secret) =>
    setRedirect(
      har,
      `https://shop.example/callback?error=access_denied&state=1&${new URLSearchParams({ error_description: `The user ${secret} is unknown.`, error_uri: `https://login.example/${url(secret)}` })}`,
    ),
  ),
  inText('redirectURL', (har, secret) => {
    const { response } = at(har, 'callback')
    response.status = 302
    response.redirectURL = `/${url(secret)}?${url(secret)}=1`
  }),
  // Header lines
  inText('name of a header', (har, secret) => {
    setHeader(at(har, 'call').request, `x-${secret}`, '1')
    setHeader(at(har, 'call').response, secret, '1')
  }),
  ...[
    'accept accept-language access-control-allow-headers access-control-allow-methods access-control-allow-origin access-control-request-headers access-control-request-method authorization cache-control content-type cookie dpop dpop-nonce location origin pragma referer referrer-policy set-cookie user-agent www-authenticate x-api-key x-forwarded-for',
  ]
    .flatMap((names) => names.split(' '))
    .map((name) =>
      inText(`header ${name}`, (har, secret) => {
        setHeader(at(har, 'callback').request, name, secret)
        setHeader(at(har, 'callback').response, name, secret)
      }),
    ),
  {
    name: 'retry-after and lifetimes of a cache',
    takes: 'no number',
    put(har, secret) {
      setHeader(at(har, 'call').response, 'retry-after', secret)
      setHeader(at(har, 'call').response, 'cache-control', `no-store, max-age=${secret}, private="${secret}"`)
    },
  },
  inText('Basic credentials', (har, secret) =>
    setHeader(at(har, 'token').request, 'authorization', `Basic ${base64url(utf8(`client:${secret}`))}`),
  ),
  inText('bearer token', (har, secret) => setHeader(at(har, 'call').request, 'authorization', `Bearer ${secret}`)),
  inText('scheme of credentials', (har, secret) =>
    setHeader(at(har, 'call').request, 'authorization', `${secret} ${secret}`),
  ),
  inText('names and values of cookies', (har, secret) => {
    setHeader(at(har, 'callback').request, 'cookie', `a=${secret}; ${secret}=1; __Host-${secret}=${secret}; ${secret}`)
    at(har, 'callback').request.cookies = [{ name: secret, value: secret, comment: secret }]
  }),
  inText('Set-Cookie', (har, secret) => {
    const line = `${secret}=${secret}; Path=/${url(secret)}; Expires=${secret}; SameSite=${secret}; ${secret}=${secret}`
    setHeader(at(har, 'callback').response, 'set-cookie', line)
    at(har, 'callback').response.cookies = [{ name: secret, value: secret, path: secret, domain: secret }]
  }),
  {
    name: 'domain of a cookie',
    takes: 'label',
    put: (har, label) => setHeader(at(har, 'callback').response, 'set-cookie', `a=1; Domain=${label}.shop.example`),
  },
  inText('Referer', (har, secret) =>
    setHeader(
      at(har, 'callback').request,
      'referer',
      `https://login.example/${url(secret)}?${url(secret)}=${url(secret)}#${url(secret)}`,
    ),
  ),
  ...[
    (secret: string) =>
      `Bearer realm="${secret}", error="invalid_token", error_description="The user ${secret} is gone"`,
    (secret: string) => `Bearer error="${secret}", scope="openid ${secret}", error_uri="https://api.example/${secret}"`,
    (secret: string) => `Bearer ${secret}="1", resource_metadata="https://api.example/${url(secret)}", ${secret}`,
    (secret: string) => `${secret} realm="1", Bearer acr_values="${secret}", authorization_uri=${secret}`,
  ].map((line, index) =>
    inText(`challenge ${index + 1}`, (har, secret) => {
      at(har, 'call').response.status = 401
      setHeader(at(har, 'call').response, 'www-authenticate', line(secret))
    }),
  ),
  inText('boundary of a body', (har, secret) =>
    setHeader(at(har, 'call').request, 'content-type', `multipart/form-data; boundary=${secret}`),
  ),
  // What is sent
  ...[
    'grant_type code code_verifier client_secret client_assertion client_assertion_type refresh_token username password otp device_code user_code subject_token subject_token_type scope token_type_hint SAMLResponse RelayState',
  ]
    .flatMap((names) => names.split(' '))
    .map((name) => inText(`${name} of a form`, (har, secret) => setForm(har, { [name]: secret }))),
  inText('name of a field', (har, secret) => setForm(har, { [secret]: '1' })),
  inText('parameters beside the text', (har, secret) => {
    at(har, 'token').request.postData = {
      mimeType: 'application/x-www-form-urlencoded',
      comment: secret,
      params: [
        ...Object.entries(REDEEMED).map(([name, value]) => ({ name, value })),
        { name: secret, value: secret, fileName: secret, contentType: secret, comment: secret },
      ],
    }
  }),
  ...[
    'text/plain',
    'text/html',
    'application/xml',
    'application/octet-stream',
    'application/jwt',
    'application/x-www-form-urlencoded',
    'application/json',
  ].map((mimeType) =>
    inText(`body that is ${mimeType}`, (har, secret) => {
      at(har, 'call').request.method = 'POST'
      at(har, 'call').request.postData = { mimeType, text: secret }
      at(har, 'call').response.content = { mimeType, text: `${secret}`, comment: secret }
    }),
  ),
  inText('type of a body', (har, secret) => {
    at(har, 'call').request.postData = { mimeType: `text/${secret}`, text: secret }
    at(har, 'call').response.content = { mimeType: `application/${secret}+json`, text: JSON.stringify([secret]) }
  }),
  inText('JSON that is sent', (har, secret) => {
    const body = { [secret]: secret, email: secret, deep: { list: [secret, { [secret]: [[[[secret]]]] }] } }
    at(har, 'call').request.postData = { mimeType: 'application/json', text: JSON.stringify(body) }
  }),
  inText('GraphQL', (har, secret) => {
    const body = {
      query: `query { user(name: "${secret}") { id } }`,
      variables: { [secret]: secret },
      operationName: secret,
    }
    at(har, 'call').request.postData = { mimeType: 'application/json', text: JSON.stringify(body) }
  }),
  inText('multipart', (har, secret) => {
    at(har, 'call').request.postData = {
      mimeType: 'multipart/form-data; boundary=b',
      text: `--b\r\nContent-Disposition: form-data; name="${secret}"; filename="${secret}"\r\n\r\n${secret}\r\n--b--`,
    }
  }),
]

function setHost(har: Har, host: string): void {
  at(har, 'call').request.url = `https://${host}/photos`
  setHeader(at(har, 'call').request, 'origin', `https://${host}`)
}
