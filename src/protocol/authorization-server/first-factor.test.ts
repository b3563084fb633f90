import { expect, test } from 'vitest'
import { type HttpHandler, type HttpResponse, header, parseForm } from '../../http/index.ts'
import { authorizationUrl, startExample } from '../conformance/example-server.fixture.ts'
import { createAuthorizationServer } from '../index.ts'

const URL_OF_PROVIDER = 'https://social.example/start'
const options = { identity_providers: [{ name: 'Social', url: URL_OF_PROVIDER }] }

/** A browser that has opened the sign-in page: its cookies, and the transaction that the provider’s form has. */
async function openSignIn(handle: HttpHandler, url: string) {
  const page = await handle({ method: 'GET', url, headers: [['accept', 'text/html']], body: '' })
  const [, form = ''] = new RegExp(`action="${URL_OF_PROVIDER}">([\\s\\S]*?)</form>`).exec(page.body) ?? []
  const [, transaction = ''] = /name="transaction" value="([^"]+)"/.exec(form) ?? []
  const cookie = (header(page, 'set-cookie') ?? '').split(';', 1)[0] ?? ''
  const back = { method: 'GET', url: `${new URL(url).origin}/back`, headers: [['cookie', cookie]] as const, body: '' }
  return { page, transaction, back }
}

const parametersOf = (response: HttpResponse) =>
  Object.fromEntries(parseForm(new URL(header(response, 'location') ?? 'about:blank').search))

test('the sign-in page has a button for each identity provider, with the transaction', async () => {
  const example = await startExample(options)
  const { page, transaction } = await openSignIn(example.server.handle, authorizationUrl(example))
  expect(page.body).toContain('Sign in with Social')
  expect(transaction).not.toBe('')
})

test('goes on with whoever has signed in elsewhere: a session, and the next page (OpenID Connect Core §3.1.2.3)', async () => {
  const example = await startExample(options)
  const { transaction, back } = await openSignIn(example.server.handle, authorizationUrl(example))
  const response = await example.server.answerSignIn(back, transaction, { sub: 'user-1', amr: ['pwd'] })
  expect(header(response, 'location')).toContain('/consent')
  expect(example.server.snapshot().sessions).toMatchObject([{ sub: 'user-1', amr: ['pwd'] }])
})

test('with the policy that nobody is asked for consent, the code comes at once (policy)', async () => {
  const example = await startExample({ ...options, policy: { consent: 'never' } })
  const { transaction, back } = await openSignIn(example.server.handle, authorizationUrl(example))
  const response = await example.server.answerSignIn(back, transaction, { sub: 'user-1', amr: [] })
  expect(parametersOf(response)).toMatchObject({ code: expect.any(String), state: 'state-1' })
})

test('tells the client that nobody has signed in (RFC 6749 §4.1.2.1)', async () => {
  const example = await startExample(options)
  const { transaction, back } = await openSignIn(example.server.handle, authorizationUrl(example))
  const result = { error: 'temporarily_unavailable', message: 'The other server does not answer.' } as const
  const response = await example.server.answerSignIn(back, transaction, result)
  expect(parametersOf(response)).toMatchObject({ error: result.error, state: 'state-1', iss: example.server.issuer })
  expect(example.server.snapshot().sessions).toEqual([])
})

test.each([
  ['another browser', 'user-1', false, 400],
  ['somebody unknown', 'nobody', true, 500],
])('%s gets a page and no session (RFC 6749 §10.12)', async (_, sub, isSame, status) => {
  const example = await startExample(options)
  const { transaction, back } = await openSignIn(example.server.handle, authorizationUrl(example))
  const request = isSame ? back : { ...back, headers: [] }
  const response = await example.server.answerSignIn(request, transaction, { sub, amr: [] })
  expect(response.status).toBe(status)
  expect(example.server.snapshot().sessions).toEqual([])
})

test('the ids of a server begin with its prefix', async () => {
  const ids: string[] = []
  const server = createAuthorizationServer(
    { issuer: 'https://auth.example', clients: [{ client_id: 'spa', redirect_uris: ['https://app.example/'] }] },
    { idPrefix: 'second-', note: (note) => void (note.type !== 'check' && ids.push(note.id)) },
  )
  const url =
    'https://auth.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&scope=openid'
  const page = await server.handle({ method: 'GET', url, headers: [], body: '' })
  const [, transaction = ''] = /name="transaction" value="([^"]+)"/.exec(page.body) ?? []
  const cookie = (header(page, 'set-cookie') ?? '').split(';', 1)[0] ?? ''
  const headers = [
    ['cookie', cookie],
    ['content-type', 'application/x-www-form-urlencoded'],
  ] as const
  const body = `transaction=${encodeURIComponent(transaction)}&username=ada&password=wrong`
  await server.handle({ method: 'POST', url: 'https://auth.example/login', headers, body })
  expect(ids).toEqual(['second-request-1'])
})
