import { expect, test } from 'vitest'
import { exampleConfig, obtainTokens, startExample } from '../conformance/example-server.fixture.ts'

test('a way out that throws at once is a client that cannot be reached (OpenID Connect Back-Channel Logout §2.8)', async () => {
  const { clients = [] } = exampleConfig('https://as.example')
  const told = clients.map((client) =>
    client.client_id === 'app' ? { ...client, backchannel_logout_uri: 'https://app.example/logged-out' } : client,
  )
  const called: string[] = []
  const example = await startExample(
    { clients: told },
    {
      send: ({ url }) => {
        called.push(url)
        throw new TypeError('no route to the host')
      },
    },
  )
  await obtainTokens(example)
  await expect(example.server.revokeSessions('user-1', 'the account was closed')).resolves.toBeUndefined()
  expect(called).toEqual(Array(3).fill('https://app.example/logged-out'))
})
