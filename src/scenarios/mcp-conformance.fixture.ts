/** The public conformance suite of MCP, and the client code of `mcp-authorization` as the client that it calls. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { json } from '../http/index.ts'
import type { Json } from '../lib/json.ts'
import { listen } from '../protocol/conformance/node-http.fixture.ts'
import type { ServerGlobals } from '../simulation/index.ts'
import { type ClientConfig, callOrAuthorize, finishAuthorization } from './mcp-authorization/client.ts'
import { type Operation, type Tool, usableTools } from './mcp-authorization/mcp-call.ts'
import type { Registration } from './mcp-authorization/registration.ts'

/** What a client leaves out on purpose. */
export type Sabotage = 'pkce' | 'iss'

/** One check of the suite. */
interface Check {
  readonly id: string
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO'
}

/** What a run of the suite came to. */
export interface SuiteRun {
  readonly code: number | null
  readonly output: string
  /** The checks of each scenario, by its name with `_` for what is no word, without `server-` and the like before it. */
  readonly checks: ReadonlyMap<string, readonly Check[]>
}

const SUITE = resolve('node_modules/@modelcontextprotocol/conformance/dist/index.js')

/** Runs a command of the suite; `hear` gets what it prints while it runs. */
export async function runSuite(args: readonly string[], hear: (output: string) => void = () => {}): Promise<SuiteRun> {
  const directory = mkdtempSync(join(tmpdir(), 'mcp-conformance-'))
  const hook = resolve('.ci/conformance-on-node-20.mjs')
  const child = spawn(process.execPath, ['--import', hook, SUITE, ...args, '--output-dir', directory])
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      hear(output)
    })
  }
  const code = await new Promise<number | null>((done) => child.once('close', done))
  const checks = new Map(checksIn(directory))
  rmSync(directory, { recursive: true })
  return { code, output, checks }
}

function checksIn(directory: string): (readonly [string, Check[]])[] {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('checks.json'),
  )
  return files.map((path) => [
    // results/auth/iss-supported-2026-11-28T18-00-00-000Z/checks.json
    path.replace(/-\d{4}-\d\d-\d\dT.*$/, ''),
    JSON.parse(readFileSync(join(directory, path), 'utf8')),
  ])
}

/** Runs the suite against the client of `mcp-authorization`, or one that leaves something out. */
export async function runClientSuite(args: readonly string[], sabotage?: Sabotage): Promise<SuiteRun> {
  const relay = await listen(() => async ({ body }) => {
    try {
      await drive(JSON.parse(body), sabotage)
      return json(200, 'done')
    } catch (error) {
      return json(500, String(error))
    }
  })
  try {
    return await runSuite([
      'client',
      '--command',
      `node ${resolve('.ci/conformance-relay.mjs')} ${relay.origin}`,
      ...args,
    ])
  } finally {
    await relay.close()
  }
}

/** What the suite wants done: how the context is filled depends on the scenario. */
interface Task {
  readonly server: string
  readonly scenario: string
  readonly context: {
    readonly client_id?: string
    readonly client_secret?: string
    readonly toolCalls?: readonly { readonly name: string; readonly arguments: { readonly [name: string]: Json } }[]
  }
}

/** Uses a server as a person would by way of the client: lists its tools and calls them. */
async function drive({ server, scenario, context }: Task, sabotage: Sabotage | undefined): Promise<void> {
  const config: ClientConfig = {
    client_id: 'https://conformance-test.local/client-metadata.json',
    client_name: 'Assistant',
    redirect_uri: 'http://localhost:3000/callback',
    registrations: registrationsFrom(context),
    registersFirst: false,
    sendsOrigin: false,
    keepsScope: true,
    maxAttempts: 2,
  }
  const globals = realGlobals(sabotage)
  let connection = { server, scope: '', attempts: 0 }

  async function use(operation: Operation): Promise<unknown> {
    let outcome = await callOrAuthorize(globals, config, { ...connection, attempts: 0 }, operation)
    while ('url' in outcome) {
      const response = await answerOf(outcome.url, sabotage)
      const pending = sabotage === 'iss' ? { ...outcome.pending, sendsIss: false } : outcome.pending
      const back = await finishAuthorization(globals, config, { response, pending })
      outcome = await callOrAuthorize(globals, config, back.connection, back.operation)
    }
    connection = outcome.connection
    return outcome.result
  }

  const { tools = [] } = (await use({ method: 'tools/list', params: {} })) as { tools?: Tool[] }
  // This one serves nothing else.
  if (scenario === 'json-schema-ref-no-deref') return
  const usable = usableTools(tools)
  const calls = context.toolCalls ?? usable.map(({ name }) => ({ name, arguments: { a: 2, b: 3 } }))
  for (const params of calls) {
    const tool = usable.find(({ name }) => name === params.name)
    await use({ method: 'tools/call', params, ...(tool && { tool }) })
  }
}

/** The suite's server knows the client beforehand where the task says so; which issuer that is, only the run tells. */
function registrationsFrom({ client_id, client_secret = '' }: Task['context']): Map<string, Registration> {
  if (client_id === undefined) return new Map()
  const known = { client_id, client_secret, token_endpoint_auth_method: '' }
  return Object.assign(new Map<string, Registration>(), { get: () => known })
}

/** The globals of Node. A client without PKCE sends no verifier. */
function realGlobals(sabotage: Sabotage | undefined): ServerGlobals {
  const own = { crypto, Date, setTimeout, clearTimeout } as unknown as ServerGlobals
  return {
    ...own,
    fetch: ((input: string | URL, init: RequestInit = {}) => {
      if (sabotage === 'pkce' && init.body instanceof URLSearchParams) init.body.delete('code_verifier')
      return fetch(input, { ...init, redirect: 'manual' })
    }) as ServerGlobals['fetch'],
  }
}

/** What comes back by way of the browser: the suite's server asks nobody and redirects at once. */
async function answerOf(address: string, sabotage: Sabotage | undefined): Promise<URLSearchParams> {
  const url = new URL(address)
  if (sabotage === 'pkce') for (const name of ['code_challenge', 'code_challenge_method']) url.searchParams.delete(name)
  const response = await fetch(url, { redirect: 'manual' })
  const answer = new URL(response.headers.get('location') ?? '').searchParams
  if (sabotage === 'iss') answer.delete('iss')
  return answer
}
