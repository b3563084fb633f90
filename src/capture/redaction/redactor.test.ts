import { expect, test } from 'vitest'
import { ASKED, authorization, CLAIMS, call, callback, jwt, REDEEMED, reportOn, token } from '../sample-har.fixture.ts'
import { createRedactor } from './redactor.ts'

test('equal values keep one name, in whatever message and encoding', async () => {
  const { exchanges } = await reportOn([authorization(), callback(), token(), call()])
  expect(exchanges[0]?.response?.headers).toContainEqual([
    'location',
    'https://shop.example/callback?code=code-1&state=state-1',
  ])
  expect(exchanges[1]?.request.url).toBe('https://shop.example/callback?code=code-1&state=state-1')
  expect(exchanges[2]?.request.body).toContain('code=code-1')
  expect(exchanges[2]?.response?.body).toContain('"access_token":"access-token-1"')
  expect(exchanges[3]?.request.headers).toContainEqual(['authorization', 'Bearer access-token-1'])
})

test('what tells an engineer something stays', async () => {
  const { exchanges } = await reportOn([authorization(), token()])
  const url = new URL(exchanges[0]?.request.url ?? '')
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    response_type: 'code',
    redirect_uri: 'https://shop.example/callback',
    scope: 'openid scope-1',
    code_challenge_method: 'S256',
  })
  expect(exchanges[1]?.tokens.map(({ name }) => name)).toEqual(['id_token'])
  const { claims } = JSON.parse(exchanges[1]?.tokens[0]?.claims ?? '{}')
  expect(claims).toMatchObject({ iss: 'https://login.example', nonce: 'nonce-1', exp: CLAIMS.exp, sub: 'subject-1' })
})

test('a user name has its name in addresses too, and before the ID token that gives it away', async () => {
  const early = { ...call(), at: 0, url: 'https://api.example/users/ada/photos' }
  const { exchanges } = await reportOn([
    early,
    authorization(),
    token(REDEEMED, { id_token: jwt({ ...CLAIMS, preferred_username: 'ada' }) }),
  ])
  expect(exchanges[0]?.request.url).toMatch(/^https:\/\/api\.example\/part-\d\/user-\d\/part-\d$/)
})

test('addresses keep their shape: host, path, empty parts, a slash too many', () => {
  const { address } = createRedactor()
  expect(address('https://login.example:8443/oauth2/v2.0/authorize')).toBe(
    'https://login.example:8443/oauth2/v2.0/authorize',
  )
  expect(address('https://shop.example/callback/')).toBe('https://shop.example/callback/')
  expect(address('/callback?code=abc#x')).toBe('/callback?code=code-1#x=')
  expect(address('https://ada:secret@shop.example/')).toBe('https://shop.example/')
  expect(address('https://shop.example/Token/TOKEN/tOkEn/v2.0/v200')).toBe(
    'https://shop.example/Token/TOKEN/part-1/v2.0/part-2',
  )
  expect(address('com.example.app:/callback')).toBe('scheme-1:/callback')
})

test.each([
  ['expires_in', '0', '0'],
  ['expires_in', '315360000', '315360000'],
  ['expires_in', '315360001', 'value-1'],
  ['expires_in', '007', 'value-1'],
  ['exp', '946684800', '946684800'],
  ['exp', '946684799', 'value-1'],
  ['exp', '4102444801', 'value-1'],
])('%s: %s is shown as %s', (name, number, shown) => {
  expect(createRedactor().value(name, number)).toBe(shown)
})

test.each([
  ['shop.example.com', 'host-1.example.com'],
  ['example.com', 'example.com'],
  ['login.shop.co.uk', 'host-1.shop.co.uk'],
  ['shop.co.uk', 'shop.co.uk'],
  ['login.shop.de', 'host-1.shop.de'],
  ['localhost:3000', 'localhost:3000'],
  ['127.0.0.1:8080', '127.0.0.1:8080'],
  ['10.0.0.7:8080', 'host-1:8080'],
  ['[2001:db8::1]', 'host-1'],
  ['intranet', 'host-1'],
  ['ada-laptop.local', 'host-1'],
  ['svc.cluster.internal', 'host-1'],
])('the host %s is shown as %s', (host, shown) => {
  expect(createRedactor().address(`https://${host}/`)).toBe(`https://${shown}/`)
})

test('host names are shown in full when the person asks for them, and nothing else is', () => {
  const { address } = createRedactor('full')
  expect(address('https://ada:secret@login.shop.example:8443/ada?ada=1#ada')).toBe(
    'https://login.shop.example:8443/part-1?part-1=value-1#part-1=',
  )
  expect(address('https://10.0.0.7/')).toBe('https://10.0.0.7/')
})

test('values that a rule finds different are never shown alike', async () => {
  const { rules } = await reportOn([
    {
      ...authorization({ ...ASKED, redirect_uri: 'https://shop.example/ada@home' }),
      answerHeaders: { location: `https://shop.example/ada@home?code=1&state=${ASKED.state}` },
    },
    token({ ...REDEEMED, code: '1', redirect_uri: 'https://shop.example/ada%40home' }),
  ])
  const [finding] = rules.find(({ id }) => id === 'redirect-uri-same')?.findings ?? []
  expect(finding).toMatchObject({ sent: 'value-1', expected: 'value-2', isExact: false })
})

// Where each start reads to the end, this takes minutes.
test('addresses, header lines and sentences of 100,000 characters are read', { timeout: 60_000 }, () => {
  const { address, request, sentence } = createRedactor()
  for (const part of [
    '@',
    ':',
    '/',
    '?',
    '%2',
    '.',
    '[',
    '&a',
    '"',
    'a="',
    '\\"',
    'a=',
    ' ',
    'a ',
    ';',
    ',',
    "'",
    '«',
  ]) {
    const text = part.repeat(100_000 / part.length)
    const headers = ['www-authenticate', 'authorization', 'cookie', 'cache-control', 'content-type', 'location']
    request({
      method: 'GET',
      url: `https://${text}:x`,
      headers: headers.map((name) => [name, `Bearer ${text}:x`] as const),
      body: '',
    })
    expect(address(`//${text}:x`).length + sentence(text).length).toBeGreaterThan(2)
  }
})
