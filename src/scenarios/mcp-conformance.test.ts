/**
 * The public conformance suite of MCP, held against the client of `mcp-authorization` and against the authorization server. It needs no
 * network but the loopback interface.
 */
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { callbackParameters, exampleConfig, signIn } from '../protocol/conformance/example-server.fixture.ts'
import { listen } from '../protocol/conformance/node-http.fixture.ts'
import { createUserAgent } from '../protocol/conformance/user-agent.fixture.ts'
import { createAuthorizationServer } from '../protocol/index.ts'
import { runClientSuite, runSuite, type SuiteRun } from './mcp-conformance.fixture.ts'

// The suite starts all scenarios at once, each with a process of its own.
const LONG = 600_000
const REVISION = '2026-07-28'

/** What the revision requires of a client, as the suite lists it. */
const REQUIRED = readFileSync(`node_modules/@modelcontextprotocol/conformance/requirements/${REVISION}.yaml`, 'utf8')
  .replace(/^[\s\S]*\nclient:\n/, '')
  .replace(/\nnot_scored:[\s\S]*$/, '')
  .split('\n')
  .flatMap((line) => /^ {2}- (\S+)$/.exec(line)?.[1] ?? [])

/** The ids of the checks that did not hold, by scenario. */
function faults({ checks }: SuiteRun): Record<string, string[]> {
  const broken = [...checks].map(([scenario, all]): [string, string[]] => [
    scenario,
    all.flatMap(({ id, status }) => (status === 'FAILURE' || status === 'WARNING' ? [id] : [])),
  ])
  return Object.fromEntries(broken.filter(([, ids]) => ids.length > 0))
}

const scenario = (name: string) => ['--scenario', name, '--spec-version', REVISION, '--timeout', '120000']

test(
  'the client does all that revision 2026-07-28 requires (MCP Authorization)',
  async () => {
    const run = await runClientSuite(['--requirements', REVISION, '--timeout', '300000'])
    expect(REQUIRED.filter((name) => name.startsWith('auth/'))).toHaveLength(25)
    expect(REQUIRED.filter((name) => !run.checks.has(name))).toEqual([])
    const failing = faults(run)
    expect(Object.keys(failing).filter((name) => REQUIRED.includes(name))).toEqual([])
  },
  LONG,
)

test(
  'a client without PKCE fails by name',
  async () => {
    const run = await runClientSuite(scenario('auth/metadata-default'), 'pkce')
    expect(run.code).toBe(1)
    expect(faults(run)['auth/metadata-default']).toEqual(
      expect.arrayContaining(['pkce-code-challenge-sent', 'pkce-code-verifier-sent']),
    )
  },
  LONG,
)

test.each([
  ['auth/iss-wrong-issuer', 'sep-2468-client-compare-iss-supported'],
  ['auth/iss-unexpected', 'sep-2468-client-compare-iss-unadvertised'],
  ['auth/iss-supported-missing', 'sep-2468-client-reject-missing-iss'],
])(
  'a client that does not look at iss fails by name: %s',
  async (name, check) => {
    const run = await runClientSuite(scenario(name), 'iss')
    expect(run.code).toBe(1)
    expect(faults(run)).toEqual({ [name]: [check] })
  },
  LONG,
)

test(
  'the authorization server passes what there is for authorization servers',
  async () => {
    const redirect = await listen(() => async () => ({ status: 404, headers: [], body: '' }))
    const port = new URL(redirect.origin).port
    await redirect.close()
    const client = { client_id: 'mcp', redirect_uris: [`http://127.0.0.1:${port}/callback`], scope: 'notes.read' }
    let server: ReturnType<typeof createAuthorizationServer> | undefined
    const { origin, close } = await listen((issuer) => {
      const config = { ...exampleConfig(issuer), clients: [client], client_id_metadata_document_supported: true }
      server = createAuthorizationServer(config)
      return server.handle
    })
    let giveUp: (problem: unknown) => void = () => {}
    const failed = new Promise<never>((_, reject) => {
      giveUp = reject
    })
    let visit: Promise<unknown> | undefined
    const suite = runSuite(
      ['authorization', '--url', origin, '--client-id', 'mcp', '--port', port, '--resource', 'https://api.example'],
      (output) => {
        // The whole of it: what is printed may arrive in pieces.
        const address = new RegExp(`${origin}/authorize\\?\\S+(?=\\s)`).exec(output)?.[0]
        if (address === undefined || server === undefined) return
        visit ??= signIn(createUserAgent(origin, server.handle), address).then((page) => {
          expect(callbackParameters(page)).toHaveProperty('code')
          return comeBack(page.url)
        })
        // Without an answer the suite would wait for ever.
        visit.catch(giveUp)
      },
    )
    const run = await Promise.race([suite, failed])
    await close()
    expect(faults(run)).toEqual({})
    expect(run.code).toBe(0)
    expect([...run.checks.values()].flat().map(({ id, status }) => `${id}: ${status}`)).toEqual(
      expect.arrayContaining([
        'authorization-server-metadata: SUCCESS',
        'authorization-server-metadata-cimd: SUCCESS',
        'authorization-code-grant: SUCCESS',
      ]),
    )
  },
  LONG,
)

/** Opens the redirect URI of the suite, which may begin to listen only after it has printed where to sign in. */
function comeBack(url: string): Promise<Response> {
  return vi.waitFor(() => fetch(url), { timeout: 60_000, interval: 100 })
}
