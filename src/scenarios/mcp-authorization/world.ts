/** The parties: a browser, the assistant that is the client, one host with two MCP servers, and the authorization server of both. */
import type { HttpHandler, HttpRequest } from '../../http/index.ts'
import { isJsonObject, type Json, parseJsonObject } from '../../lib/json.ts'
import type { AuthorizationServer, ResourceServerConfig, Route } from '../../protocol/index.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { noteStateAccepted } from '../../scenario-kit/client-refusal.ts'
import { endpointPaths, ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import {
  authorizationServerEnvironment,
  resourceServerEnvironment,
  watchExpiries,
} from '../../scenario-kit/environment.ts'
import { type OnDemandServer, startOnDemand, startResourceServer } from '../../scenario-kit/on-demand.ts'
import { ADA, ADA_SUB, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createWebAppBackend } from '../../scenario-kit/parties/web-app-cast.ts'
import { type Routes, serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import { createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { createRoutes } from './app.ts'
import type { ClientConfig, Connection, PendingAuthorization } from './client.ts'
import { APP_NAME, failedPage } from './pages.ts'
import type { Settings } from './settings.ts'

const ASSISTANT = 'https://assistant.example'
const HOST = 'https://mcp.example'
const NOTES = `${HOST}/notes`
const MAIL = `${HOST}/mail`

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const config: ClientConfig = {
    client_id: `${ASSISTANT}/client.json`,
    client_name: APP_NAME,
    redirect_uri: `${ASSISTANT}/callback`,
    registrations: new Map(),
    registersFirst: settings.identifies === 'registration',
    sendsOrigin: settings.resource === 'origin',
    keepsScope: settings.step_up_scope === 'union',
    maxAttempts: settings.retry_limit,
  }
  const { backend, pending, sessions, fail } = createWebAppBackend<PendingAuthorization, Connection>(
    simulation,
    'app',
    { session: { sameSite: 'Lax', lifetimeSeconds: 3600 }, refusal: SignInError, failedPage },
  )
  const routes = createRoutes({ ...backend.globals, pending, sessions }, config, NOTES)
  const authorizationServer = createServer(simulation, settings)
  const notes = createMcpServer(simulation, settings, { resource: NOTES, routes: notesRoutes(settings) })
  const mail = createMcpServer(simulation, settings, { resource: MAIL, routes: mailRoutes() })
  const host: HttpHandler = (request) =>
    new URL(request.url).pathname.endsWith('/mail') ? mail.handle(request) : notes.handle(request)

  const userAgent = createUserAgent(simulation, { actor: 'browser', apps: {} })
  return {
    actors: namedActors(settings, { browser: 'browser', app: 'server', api: 'server', auth: 'server' }),
    origins: {
      [ASSISTANT]: { actor: 'app', handle: serveRoutes(noteState(simulation, routes), fail) },
      [HOST]: { actor: 'api', handle: host },
      [ISSUER]: { actor: 'auth', handle: authorizationServer.handle },
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: backend.snapshot,
      api: () => ({ notes: notes.snapshot(), mail: mail.snapshot() }),
      auth: authorizationServer.snapshot,
    },
    userAgent,
    milestones,
    actions: [],
    open: () => userAgent.open('tab', `${ASSISTANT}/`),
  }
}

/** The routes, with a callback that notes what it has checked: when it answers, the state was right. */
function noteState(simulation: Simulation, routes: Routes): Routes {
  const callback = routes['GET /callback']
  if (callback === undefined) return routes
  return {
    ...routes,
    async 'GET /callback'(request) {
      const response = await callback(request)
      noteStateAccepted(simulation, 'app')
      return response
    },
  }
}

function createServer(simulation: Simulation, settings: Settings): OnDemandServer<AuthorizationServer> {
  return startOnDemand(simulation, async () => {
    const { createAuthorizationServer } = await import('../../protocol/index.ts')
    return createAuthorizationServer(
      {
        issuer: ISSUER,
        users: [{ ...ADA, sub: ADA_SUB, claims: { name: 'Ada Lovelace' } }],
        scopes: ['notes:read', 'notes:write', 'mail:read'],
        resources: [NOTES, MAIL],
        client_id_metadata_document_supported: settings.documents,
        registration: settings.registration === 'open' ? {} : { initial_access_token: 'from the operator' },
        endpoint_paths: endpointPaths(settings),
        policy: {
          lifetimes: { access_token: settings.access_token_lifetime },
          pkce: settings.pkce ? 'public_clients' : 'unsupported',
          unofferedScope: settings.unoffered_scope,
        },
      },
      authorizationServerEnvironment(simulation, 'auth'),
    )
  })
}

function createMcpServer(
  simulation: Simulation,
  settings: Settings,
  own: Pick<ResourceServerConfig, 'resource' | 'routes'>,
): ReturnType<typeof startResourceServer> {
  return startResourceServer(
    simulation,
    {
      ...own,
      issuer: ISSUER,
      validation: { type: 'jwt', jwks_uri: serverMetadata(settings).jwks_uri },
      metadata: { authorization_servers: [settings.named_issuer] },
    },
    resourceServerEnvironment(simulation, 'api'),
  )
}

function notesRoutes({ delete_scope }: Settings): readonly Route[] {
  const notes = new Set(['Buy milk', 'Call Charles'])
  return [
    tool('/notes', 'list_notes', 'notes:read', () => [...notes]),
    tool('/notes', 'delete_note', delete_scope, () => {
      const [first = 'nothing'] = notes
      notes.delete(first)
      return `Deleted: ${first}`
    }),
  ]
}

function mailRoutes(): readonly Route[] {
  return [tool('/mail', 'list_mail', 'mail:read', () => ['From Charles'])]
}

/** A tool of an MCP server: one operation of the one address that the server has. */
function tool(path: string, name: string, scope: string, use: () => Json): Route {
  return {
    method: 'POST',
    path,
    scope,
    accepts: (request) => calledTool(request) === name,
    respond: () => {
      const content = [{ type: 'text', text: JSON.stringify(use()) }]
      return { jsonrpc: '2.0', id: 1, result: { resultType: 'complete', content } }
    },
  }
}

function calledTool({ body }: HttpRequest): Json | undefined {
  const params = parseJsonObject(body)?.params
  return isJsonObject(params) ? params.name : undefined
}
