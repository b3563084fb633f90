import { expect, test } from 'vitest'
import {
  ASKED,
  authorization,
  CLAIMS,
  call,
  callback,
  discovery,
  jwt,
  REDEEMED,
  reportOn,
  token,
} from '../sample-har.fixture.ts'
import { createRedactor } from './redactor.ts'
import { isName } from './text.ts'

/** As secrets look: base64url, hexadecimal, UUIDs, digits, addresses of people, words with blanks. */
function createSecrets(seed: number) {
  let state = seed
  const below = (end: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * end)
  }
  const draw = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[below(alphabet.length)]).join('')
  const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const HEX = '0123456789abcdef'
  const forms = [
    () => draw(BASE64URL, 22 + below(40)),
    () => draw(HEX, 32),
    () => [8, 4, 4, 4, 12].map((length) => draw(HEX, length)).join('-'),
    () => draw('0123456789', 6 + below(10)),
    () => `${draw('abcdefghijklmnop', 6)}.${draw('qrstuvwxyz', 5)}@${draw('abcdefgh', 8)}.example`,
    () => `${draw('abcdefgh', 5)}! ${draw('ijklmnop', 7)} ${draw('0123456789', 3)}`,
  ]
  const made: string[] = []
  return {
    made,
    next(): string {
      const secret = (forms[made.length % forms.length] ?? forms[0])?.() ?? ''
      made.push(secret)
      return secret
    },
  }
}

/** A login with a fresh secret in every place that can hold one. */
function secretLogin(next: () => string) {
  const [code, state, access, refresh, user] = [next(), next(), next(), next(), next()]
  const idToken = jwt({
    ...CLAIMS,
    sub: user,
    name: next(),
    phone_number: next(),
    address: { street: next() },
    [next()]: next(),
  })
  return [
    { ...discovery, headers: { cookie: `a=${next()}; ${next()}=${next()}`, 'x-api-key': next() } },
    {
      ...authorization(
        { ...ASKED, state, nonce: next(), login_hint: user, claims: next(), [next()]: next() },
        { code, state },
      ),
      headers: { referer: `https://shop.example/${next()}?${next()}#${next()}`, 'user-agent': next() },
    },
    {
      ...callback({ code, state, session_state: next() }),
      answerHeaders: { 'set-cookie': `sid=${next()}; Path=/${next()}` },
    },
    {
      ...token(
        {
          ...REDEEMED,
          code,
          client_secret: next(),
          password: next(),
          username: next(),
          otp: next(),
          client_assertion: next(),
        },
        {
          access_token: access,
          refresh_token: refresh,
          id_token: idToken,
          extra: { deep: [next(), { [next()]: next() }] },
        },
      ),
      headers: { authorization: `Basic ${next()}`, dpop: next() },
    },
    {
      ...token(
        { grant_type: 'refresh_token', refresh_token: refresh },
        { error: 'invalid_grant', error_description: `No ${next()} of “${next()}”.` },
        400,
      ),
    },
    {
      ...call(401, {
        'www-authenticate': `Bearer realm="${next()}", error="invalid_token", error_description="Expired: ${next()}"`,
        [`x-${next().slice(0, 5)}`]: next(),
      }),
      url: `https://api.example/users/${encodeURIComponent(next())}/photos/${encodeURIComponent(next())}?${next()}&id=${next()}`,
      headers: { authorization: `Bearer ${access}` },
      json: { owner: next(), items: [{ id: next(), title: next() }] },
    },
  ]
}

test('none of 2,000 secrets survives anywhere in a report', async () => {
  const { made, next } = createSecrets(7)
  const texts: string[] = []
  while (made.length < 2000) texts.push(JSON.stringify(await reportOn(secretLogin(next))))
  const all = texts.join('\n')
  const survivors = made.filter((secret) => {
    const encoded = [
      secret,
      encodeURIComponent(secret),
      `${new URLSearchParams({ '': secret })}`.slice(1),
      JSON.stringify(secret).slice(1, -1),
    ]
    return encoded.some((form) => all.includes(form))
  })
  expect(made.length).toBeGreaterThanOrEqual(2000)
  expect(survivors).toEqual([])
})

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
    scope: 'openid photos:read',
    code_challenge_method: 'S256',
  })
  expect(exchanges[1]?.tokens.map(({ name }) => name)).toEqual(['id_token'])
  const { claims } = JSON.parse(exchanges[1]?.tokens[0]?.claims ?? '{}')
  expect(claims).toMatchObject({ iss: 'https://login.example', nonce: 'nonce-1', exp: CLAIMS.exp, sub: 'subject-1' })
})

test('a user name that an ID token gives away is taken out of addresses before it', async () => {
  const early = { ...call(), at: 0, url: 'https://api.example/users/ada/photos' }
  const { exchanges } = await reportOn([
    early,
    authorization(),
    token(REDEEMED, { id_token: jwt({ ...CLAIMS, preferred_username: 'ada' }) }),
  ])
  expect(exchanges[0]?.request.url).toMatch(/^https:\/\/api\.example\/users\/user-\d\/photos$/)
})

test('addresses keep their shape: host, path, empty parts, a slash too many', () => {
  const { address } = createRedactor()
  expect(address('https://login.example:8443/oauth2/v2.0/authorize')).toBe(
    'https://login.example:8443/oauth2/v2.0/authorize',
  )
  expect(address('https://shop.example/callback/')).toBe('https://shop.example/callback/')
  expect(address('/callback?code=abc#x')).toBe('/callback?code=code-1#x=')
  expect(address('https://ada:secret@shop.example/')).toBe('https://shop.example/')
  expect(address('com.example.app:/callback')).toBe('url-1')
})

test.each([
  'authorize',
  'openid-connect',
  'v2.0',
  'accessToken',
  'JSESSIONID',
  '__Host-session',
  'redirect_uri',
  'userId',
])('%s is a name', (word) => {
  expect(isName(word)).toBe(true)
})

test.each([
  'aB3dE5gH7jK9',
  '123456',
  'ada@mail.example',
  'xKqPzWvLmNtR',
  '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  'correct horse',
])('%s is none', (word) => {
  expect(isName(word)).toBe(false)
})
