/** The parties: Ada’s app, the agent that it asks, two services behind the agent, a plug-in, and the authorization server. */
import { type HttpHandler, type HttpRequest, type HttpResponse, header, json } from '../../http/index.ts'
import type { AccessTokenClaims, ClientMetadata } from '../../protocol/index.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { type Backend, createBackend } from '../../scenario-kit/parties/backend.ts'
import { ADA, ADA_SUB, namedActors } from '../../scenario-kit/parties/cast.ts'
import { signInBeforehand } from '../../scenario-kit/parties/prelude.ts'
import { createServiceIssuer, createTokenGuardedService } from '../../scenario-kit/parties/service-cast.ts'
import { type Action, createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { helpItself, type Loot } from './attacker.ts'
import { callNext, type ServiceConfig, ServiceError } from './client.ts'
import type { Settings } from './settings.ts'

const AGENT = 'https://agent.example'
const ORDERS = 'https://orders.example'
const INVOICES = 'https://invoices.example'
const PLUGIN = 'https://weather.example'
const REDIRECT_URI = 'https://app.example/callback'

const APP = {
  client_id: 'travel-app',
  client_secret: 'travel-app-secret',
  token_endpoint_auth_method: 'client_secret_post',
  redirect_uris: [REDIRECT_URI],
  scope: 'orders:read invoices:read',
} satisfies ClientMetadata

/** A service that may exchange tokens, and `may_act`: who may go on from there. */
function service(client_id: string, scope: string, may_act?: ClientMetadata['may_act']) {
  const grant_types = ['client_credentials', 'urn:ietf:params:oauth:grant-type:token-exchange']
  return { client_id, client_secret: `${client_id}-secret`, grant_types, scope, ...(may_act && { may_act }) }
}

const AGENT_CLIENT = service('travel-agent', 'orders:read orders:write invoices:read', { sub: 'order-service' })
const ORDER_CLIENT = service('order-service', 'invoices:read')
const PLUGIN_CLIENT = service('weather-plugin', 'invoices:read')

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const { token_endpoint, jwks_uri, ...metadata } = serverMetadata(settings)
  const auth = createServiceIssuer(simulation, settings, {
    clients: [APP, AGENT_CLIENT, ORDER_CLIENT, PLUGIN_CLIENT],
    users: [{ ...ADA, sub: ADA_SUB, may_act: { sub: AGENT_CLIENT.client_id } }],
    resources: [AGENT, ORDERS, INVOICES],
    policy: { mayAct: settings.may_act, lifetimes: { access_token: settings.access_token_lifetime } },
  })
  const orders = createTokenGuardedService(simulation, 'orders', {
    jwks_uri,
    resource: ORDERS,
    routes: [{ method: 'GET', path: '/orders', scope: 'orders:read', respond: () => ({}) }],
  })
  const invoices = createTokenGuardedService(simulation, 'invoices', {
    jwks_uri,
    resource: INVOICES,
    routes: [
      {
        method: 'GET',
        path: '/invoices',
        scope: 'invoices:read',
        respond: ({ sub, act }) => ({ invoices: ['2026-117'], read_for: String(sub), read_by: chainOf(act) }),
      },
    ],
  })

  const toInvoices = { token_endpoint, audience: INVOICES, url: `${INVOICES}/invoices`, scope: 'invoices:read' }
  const agentConfig: ServiceConfig = {
    token_endpoint,
    client_id: AGENT_CLIENT.client_id,
    client_secret: AGENT_CLIENT.client_secret,
    onward: settings.onward,
    audience: settings.audience,
    url: `${ORDERS}/orders`,
    scope: settings.scope,
  }
  const { client_id, client_secret } = ORDER_CLIENT
  const orderConfig: ServiceConfig = { ...toInvoices, client_id, client_secret, onward: 'delegation' }
  const pluginConfig: ServiceConfig = {
    ...toInvoices,
    client_id: PLUGIN_CLIENT.client_id,
    client_secret: PLUGIN_CLIENT.client_secret,
    onward: 'delegation',
  }

  /** Ada’s token, which the app got when she signed in. */
  let access_token: string | undefined
  let answer = 'nothing asked yet'
  let loot: Loot | undefined
  /** What became of the plug-in’s own call. */
  let finding: string | undefined
  const app = createBackend(simulation, 'app', () => ({ access_token, answer }))
  const agent = createBackend(simulation, 'agent', () => ({ client_secret: agentConfig.client_secret }))
  const orderService = createBackend(simulation, 'orders', () => ({ client_secret }))
  const plugin = createBackend(simulation, 'plugin', () => ({
    client_secret: pluginConfig.client_secret,
    ...loot,
    finding,
  }))

  const guardedOrders: HttpHandler = async (request) => {
    const response = await orders.origin.handle(request)
    return response.status === 200
      ? forward(orderService, orderConfig, request, { orders: ['Lisbon, 3 nights'] })
      : response
  }

  const call = (id: string, label: string, hint: string, url: string): Action => ({
    id,
    label,
    hint,
    place: 'stage',
    available: () => access_token !== undefined && !app.isBusy('call'),
    run: () =>
      app.start('call', async ({ fetch }) => {
        const headers = { authorization: `Bearer ${access_token}` }
        answer = await fetch(url, { headers }).then(
          (response) => response.text(),
          () => 'no answer',
        )
      }),
  })

  return {
    actors: namedActors(settings, {
      app: 'app',
      agent: 'server',
      auth: 'server',
      orders: 'server',
      invoices: 'server',
      plugin: 'attacker',
    }),
    origins: {
      [ISSUER]: auth.origin,
      [AGENT]: { actor: 'agent', handle: (request) => forward(agent, agentConfig, request, { trips: ['Lisbon'] }) },
      [ORDERS]: { actor: 'orders', handle: guardedOrders },
      [INVOICES]: invoices.origin,
      [PLUGIN]: {
        actor: 'plugin',
        handle: async (request) => {
          loot = { access_token: bearerOf(request) }
          return json(200, { forecast: 'sunny' })
        },
      },
    },
    snapshots: {
      app: app.snapshot,
      agent: agent.snapshot,
      auth: auth.snapshot,
      orders: () => ({ ...Object(orders.snapshot()), ...Object(orderService.snapshot()) }),
      invoices: invoices.snapshot,
      plugin: plugin.snapshot,
    },
    // Ada's browser is not part of this flow, so no window is ever opened.
    userAgent: createUserAgent(simulation, { actor: 'browser', apps: {} }),
    milestones,
    actions: [
      call(
        'ask-agent',
        'Ask the travel agent',
        'Ada wants her trips with their invoices. The app calls the agent with her token.',
        `${AGENT}/trips`,
      ),
      call(
        'ask-plugin',
        'Ask for the weather',
        'The app sends Ada’s token with every call, also to a plug-in that needs none.',
        `${PLUGIN}/forecast`,
      ),
      {
        id: 'plugin-exchange',
        label: 'Plug-in: read the invoices',
        hint: 'The plug-in is a registered client too. It asks for a token to act for Ada.',
        place: 'stage',
        available: () => loot !== undefined && !plugin.isBusy('work'),
        run: () =>
          plugin.start('work', async (globals) => {
            if (loot === undefined) return
            try {
              loot = await helpItself(globals, pluginConfig, loot)
              finding = 'Ada’s invoices'
            } catch (error) {
              finding = problemOf(error).error
            }
          }),
      },
    ],
    open: () =>
      app.start('sign-in', async () => {
        const tokens = await signInBeforehand({
          metadata: { ...metadata, token_endpoint, jwks_uri },
          handle: auth.origin.handle,
          client_id: APP.client_id,
          credentials: { client_secret: APP.client_secret },
          redirect_uri: REDIRECT_URI,
          scope: APP.scope,
          resource: AGENT,
          random: simulation.random,
        })
        access_token = tokens.access_token
      }),
  }
}

/** Answers a call with what the service knows itself and what the next one adds; 502 where that fails. */
async function forward(
  service: Backend,
  config: ServiceConfig,
  request: HttpRequest,
  own: object,
): Promise<HttpResponse> {
  try {
    return json(200, { ...own, ...(await callNext(service.globals, config, bearerOf(request))) })
  } catch (error) {
    return json(502, problemOf(error))
  }
}

function problemOf(error: unknown): { readonly error: string; readonly error_description: string } {
  if (error instanceof ServiceError) return { error: error.code, error_description: error.message }
  // What `fetch` throws when the wire fails.
  if (error instanceof TypeError) return { error: 'network_error', error_description: error.message }
  throw error
}

function bearerOf(request: HttpRequest): string {
  return (header(request, 'authorization') ?? '').replace(/^Bearer /, '')
}

/** Who acts, and who acted before, as a log has it (RFC 8693 §4.1). */
function chainOf(act: AccessTokenClaims[string]): string {
  if (typeof act !== 'object' || act === null || !('sub' in act)) return 'nobody else'
  return 'act' in act ? `${act.sub}, before that ${chainOf(act.act)}` : String(act.sub)
}
