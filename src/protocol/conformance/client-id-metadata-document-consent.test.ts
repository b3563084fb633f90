import { expect, test } from 'vitest'
import { authorizationUrl, startExample } from './example-server.fixture.ts'

const CLIENT = 'https://app.example/client.json'
const WARNING = 'any program can pass for it'

/** The consent page for a client whose document has these redirect URIs. */
async function consentPage(redirect_uris: readonly string[]): Promise<string> {
  const body = JSON.stringify({ client_id: CLIENT, client_name: 'App', application_type: 'native', redirect_uris })
  const send = async () => ({ status: 200, headers: [['content-type', 'application/json'] as const], body })
  const example = await startExample({ client_id_metadata_document_supported: true }, { send })
  const [redirect_uri = ''] = redirect_uris
  const parameters = { client_id: CLIENT, redirect_uri, scope: 'notes.read' }
  const page = await example.alice.visit(authorizationUrl(example, parameters))
  const { html } = await example.alice.submit(page, { username: 'alice', password: 'wonderland' })
  expect(html).toContain(`You will be sent to ${redirect_uri}`)
  return html
}

// MCP Authorization, Localhost Redirect URI Risks: a document cannot keep others from the addresses of a computer.
test.each([['http://127.0.0.1/cb'], ['http://localhost:3000/cb'], ['http://[::1]:9/cb']])(
  'a person is warned of a client that is at %s alone (MCP Authorization)',
  async (uri) => {
    expect(await consentPage([uri])).toContain(WARNING)
  },
)

test.each([
  [['https://app.example/cb']],
  [['http://127.0.0.1/cb', 'https://app.example/cb']],
  [['com.example.app:/cb']],
])('and not of one at %s', async (uris) => {
  expect(await consentPage(uris)).not.toContain(WARNING)
})
