/** What the authorization server forgets, and when: an hour after it ended, unless something that is left needs it. Policy. */
import { beforeEach, expect, test } from 'vitest'
import { header, json } from '../../http/index.ts'
import {
  authorizationUrl,
  type Example,
  errorOf,
  exchange,
  isActive,
  obtainCode,
  obtainTokens,
  REDIRECT_URI,
  refresh,
  signIn,
  startExample,
  tokensOf,
} from './example-server.fixture.ts'

const HOUR = 3600
/** The lifetimes of this server, in seconds. A session lasts longest. */
const lifetimes = { authorization_code: 60, access_token: 300, refresh_token: 2 * HOUR, session: 10 * HOUR }

let example: Example

beforeEach(async () => {
  example = await startExample({ policy: { lifetimes } })
})

/** A request that has nothing to do with what is to be forgotten, so many seconds later. */
async function later(seconds: number) {
  example.clock.elapsedSeconds += seconds
  await isActive(example, 'unknown')
  return example.server.snapshot()
}

test('a code and an access token are forgotten an hour after they expired, and not before', async () => {
  await obtainTokens(example)
  const before = await later(lifetimes.authorization_code + HOUR - 1)
  expect([before.codes.length, before.access_tokens.length]).toEqual([1, 1])
  const after = await later(lifetimes.access_token)
  expect([after.codes.length, after.access_tokens.length]).toEqual([0, 0])
})

test('a code that comes back within the hour still ends what came of it (RFC 6749 §4.1.2)', async () => {
  const code = await obtainCode(example)
  const { refresh_token } = tokensOf(await exchange(example, code))
  await later(lifetimes.authorization_code + HOUR - 1)
  expect(errorOf(await exchange(example, code))).toBe('invalid_grant')
  expect(errorOf(await refresh(example, refresh_token))).toBe('invalid_grant')
})

test('a family is remembered whole until an hour after its end, so that each of its tokens is known when it comes back', async () => {
  const { refresh_token } = await obtainTokens(example)
  await refresh(example, refresh_token)
  const generations = ({ grants }: Awaited<ReturnType<typeof later>>) =>
    grants.flatMap(({ refresh_tokens }) => refresh_tokens.map(({ generation }) => generation))
  expect(generations(await later(lifetimes.refresh_token + HOUR - 1))).toEqual([1, 2])
  expect(generations(await later(60))).toEqual([])
})

test('a grant stays as long as its session, of which its client is told, and goes with it', async () => {
  await obtainTokens(example)
  const inSession = await later(9 * HOUR)
  expect(inSession.grants).toMatchObject([{ client_id: 'app', refresh_tokens: [] }])
  const after = await later(3 * HOUR)
  expect([after.grants.length, after.sessions.length]).toEqual([0, 0])
})

test('a hundred sign-ins leave nothing behind', async () => {
  for (let index = 0; index < 100; index++) await obtainTokens(example)
  const { codes, grants, access_tokens } = await later(12 * HOUR)
  expect({ codes, grants, access_tokens }).toEqual({ codes: [], grants: [], access_tokens: [] })
})

/** An example in which every https address has a document that describes a client and is fresh for a minute. */
function startWithDocuments(): Promise<Example> {
  const fresh = [['cache-control', 'max-age=60']] as const
  return startExample(
    { client_id_metadata_document_supported: true, policy: { lifetimes } },
    {
      send: async ({ url }) => json(200, { client_id: url, client_name: 'App', redirect_uris: [REDIRECT_URI] }, fresh),
    },
  )
}

const described = (name: string) => ({ client_id: `https://${name}.example/client.json`, scope: 'notes.read' })
const describedClients = ({ clients }: Awaited<ReturnType<typeof later>>) =>
  clients.flatMap(({ client_id }) => (client_id.startsWith('https:') ? [client_id] : []))

test('what a stranger had fetched is forgotten an hour after it was fresh and its page was open, and not before', async () => {
  example = await startWithDocuments()
  for (let index = 0; index < 100; index++)
    await example.alice.visit(authorizationUrl(example, described(`app-${index}`)))
  const aPage = 600
  expect(describedClients(await later(aPage + HOUR - 1))).toHaveLength(100)
  expect(describedClients(await later(60))).toEqual([])
})

test('a client that described itself stays as long as what somebody allowed it, and its document is fetched anew', async () => {
  example = await startWithDocuments()
  const { client_id } = described('kept')
  await signIn(example.alice, authorizationUrl(example, described('kept')))
  // The code is over; the session that it was given in is not.
  expect(describedClients(await later(9 * HOUR))).toEqual([client_id])
  expect(describedClients(await later(3 * HOUR))).toEqual([])
  expect((await example.alice.visit(authorizationUrl(example, described('kept')))).status).toBe(200)
})

test('the question whether to sign out is forgotten after an hour, while the session lives', async () => {
  await obtainTokens(example)
  const ask = () => example.alice.visit(example.metadata.end_session_endpoint ?? '')
  const [answered, forgotten] = [await ask(), await ask()]
  await later(HOUR - 1)
  expect((await example.alice.submit(answered, {}, /stay|cancel|no/i)).status).toBe(200)
  await later(60)
  expect((await example.alice.submit(forgotten, {}, /stay|cancel|no/i)).status).toBe(400)
})

test('a sign-in that is answered from elsewhere has the server forget as well', async () => {
  const identity_providers = [{ name: 'Social', url: 'https://social.example/start' }]
  example = await startExample({ identity_providers, policy: { lifetimes } })
  await obtainTokens(example)
  example.clock.elapsedSeconds += lifetimes.authorization_code + HOUR - 10
  const page = await example.server.handle({
    method: 'GET',
    url: authorizationUrl(example),
    headers: [],
    body: '',
  })
  expect(example.server.snapshot().codes).toHaveLength(1)
  const [, transaction = ''] = /name="transaction" value="([^"]+)"/.exec(page.body) ?? []
  const cookie = (header(page, 'set-cookie') ?? '').split(';', 1)[0] ?? ''
  example.clock.elapsedSeconds += 60
  const back = { method: 'GET', url: 'https://as.example/back', headers: [['cookie', cookie]] as const, body: '' }
  await example.server.answerSignIn(back, transaction, { sub: 'user-1', amr: ['pwd'] })
  expect(example.server.snapshot().codes).toEqual([])
})
