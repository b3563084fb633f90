/** Where a secret can stand in answers, in tokens, and in what a recorder writes of its own. */
import { ANSWERED, ASKED, CLAIMS, jwt } from '../sample-har.fixture.ts'
import {
  at,
  type Har,
  inText,
  type Place,
  setAnswer,
  setForm,
  setHeader,
  setRedirect,
  url,
} from './secret-har.fixture.ts'

const withToken = (har: Har, token: string) => setAnswer(har, 'token', { ...ANSWERED, id_token: token })

/** In the order of the format. */
export const ANSWERED_PLACES: readonly Place[] = [
  // What is answered
  ...[
    'access_token refresh_token id_token token_type scope device_code user_code verification_uri verification_uri_complete error error_description error_uri issued_token_type name email sub preferred_username client_id prompt acr amr typ alg issuer kid n x5c',
  ]
    .flatMap((names) => names.split(' '))
    .map((name) =>
      inText(`${name} of an answer`, (har, secret) => setAnswer(har, 'token', { ...ANSWERED, [name]: secret })),
    ),
  ...['expires_in', 'interval', 'exp', 'auth_time'].map(
    (name): Place => ({
      name: `${name} of an answer`,
      takes: 'no number',
      put: (har, secret) => setAnswer(har, 'token', { ...ANSWERED, [name]: secret }),
    }),
  ),
  inText('error of the token endpoint', (har, secret) =>
    setAnswer(har, 'token', { error: secret, error_description: `${secret}: the code “${secret}” is invalid.` }, 400),
  ),
  inText('keys and values of an answer', (har, secret) =>
    setAnswer(har, 'call', {
      [secret]: secret,
      owner: secret,
      roles: [secret],
      address: { [secret]: { a: { b: { c: secret } } } },
    }),
  ),
  inText('lists of an answer', (har, secret) =>
    setAnswer(har, 'call', {
      scopes_supported: [secret],
      keys: [{ kid: secret, n: secret, [secret]: secret }],
      amr: [secret],
    }),
  ),
  inText('discovery document', (har, secret) =>
    setAnswer(har, 'discovery', {
      issuer: `https://login.example/${url(secret)}`,
      token_endpoint: `https://login.example/${secret}`,
      claims_supported: [secret],
      acr_values_supported: [secret],
      [secret]: secret,
    }),
  ),
  inText('page', (har, secret) => {
    at(har, 'callback').response.content = { mimeType: 'text/html', text: `<title>${secret}</title><p>${secret}` }
  }),
  inText('answer in base64', (har, secret) => {
    const text = Buffer.from(JSON.stringify({ [secret]: secret, name: secret })).toString('base64')
    at(har, 'call').response.content = { mimeType: 'application/json', encoding: 'base64', text }
  }),
  inText('words of a status', (har, secret) => {
    at(har, 'call').response.statusText = secret
    at(har, 'call').response.httpVersion = secret
    at(har, 'call').request.httpVersion = secret
  }),
  inText('method', (har, secret) => {
    at(har, 'call').request.method = secret.replace(/[^A-Za-z]/g, '').slice(0, 20) || 'GET'
  }),
  // Tokens
  inText('claims', (har, secret) =>
    withToken(
      har,
      jwt({ ...CLAIMS, sub: secret, name: secret, acr: secret, scope: secret, [secret]: { [secret]: [secret] } }),
    ),
  ),
  inText('claims that rules compare', (har, secret) =>
    withToken(har, jwt({ iss: secret, aud: [secret], nonce: secret, azp: secret, exp: CLAIMS.exp })),
  ),
  inText('header of a JWT', (har, secret) =>
    withToken(
      har,
      jwt(CLAIMS, {
        alg: secret,
        typ: secret,
        kid: secret,
        jku: `https://login.example/${url(secret)}`,
        [secret]: secret,
      }),
    ),
  ),
  inText('access token that is a JWT', (har, secret) =>
    setHeader(at(har, 'call').request, 'authorization', `Bearer ${jwt({ ...CLAIMS, sub: secret, [secret]: secret })}`),
  ),
  // The recording itself
  inText('creator, browser, pages, comment', (har, secret) => {
    har.log.creator = { name: secret, version: secret, comment: secret }
    har.log.browser = { name: secret, version: secret }
    har.log.pages = [{ id: secret, title: secret, startedDateTime: secret, comment: secret, _url: secret }]
    har.log.comment = secret
    har.log[`_${secret}`] = secret
  }),
  inText('what a recorder adds to an entry', (har, secret) => {
    Object.assign(at(har, 'call'), {
      pageref: secret,
      serverIPAddress: secret,
      connection: secret,
      comment: secret,
      cache: { afterRequest: { eTag: secret, comment: secret } },
      timings: { send: 1, wait: 1, receive: 1, comment: secret },
      _initiator: { type: 'script', url: secret, stack: { callFrames: [{ functionName: secret, url: secret }] } },
      _webSocketMessages: [{ type: 'send', time: 1, opcode: 1, data: secret }],
      [`_${secret}`]: secret,
    })
  }),
  inText('type and sender of an entry', (har, secret) => {
    Object.assign(at(har, 'call'), { _resourceType: secret })
    Object.assign(at(har, 'token'), { _resourceType: 'other', _actor: secret })
  }),
  inText('entry that is damaged', (har, secret) => {
    at(har, 'call').startedDateTime = secret
    Object.assign(at(har, 'callback').request, { headers: [{ name: secret, value: { [secret]: secret } }] })
  }),
  inText('state that comes back', (har, secret) =>
    setRedirect(har, `https://shop.example/callback?${new URLSearchParams({ code: '1', state: secret })}`),
  ),
  inText('redirect URI that is not repeated', (har, secret) =>
    setForm(har, { redirect_uri: `https://shop.example/${secret}` }),
  ),
  inText('answer to a pushed request', (har, secret) => {
    at(har, 'discovery').request.method = 'POST'
    at(har, 'discovery').request.postData = {
      mimeType: 'application/x-www-form-urlencoded',
      text: `${new URLSearchParams({ ...ASKED, login_hint: secret })}`,
    }
    setAnswer(har, 'discovery', { request_uri: secret, expires_in: 60 }, 201)
  }),
]
