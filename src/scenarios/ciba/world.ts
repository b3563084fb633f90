/** The parties: a shop with two counters, the authorization server, Ada’s phone, the photo API, and a stranger. */
import { type HttpRequest, type HttpResponse, header, html } from '../../http/index.ts'
import { parseJsonObject } from '../../lib/json.ts'
import type { ClientMetadata } from '../../protocol/index.ts'
import { noteIdTokenAccepted } from '../../scenario-kit/client-refusal.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackchannelPhone } from '../../scenario-kit/parties/backchannel-phone.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { ADA, API, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import {
  type Action,
  createUserAgent,
  type ServerGlobals,
  type Simulation,
  type World,
} from '../../simulation/index.ts'
import {
  askPerson,
  BackchannelError,
  type ClientConfig,
  callApi,
  isOwnPing,
  type Pending,
  type Tokens,
  waitForTokens,
} from './client.ts'
import { type Counter, photosScreen, startScreen, waitingScreen } from './pages.ts'
import type { Settings } from './settings.ts'

const SHOP = 'https://shop.example'
const PINGS = `${SHOP}/pings`

const COUNTERS: readonly Counter[] = [
  {
    id: 'counter-1',
    name: 'counter 1',
    customer: 'Ada',
    ask: { action: 'ask-1', label: 'Ask Ada’s phone', isPrimary: true },
  },
  {
    id: 'counter-2',
    name: 'counter 2',
    customer: 'A stranger',
    ask: { action: 'ask-2', label: 'Ask Ada’s phone', isPrimary: true },
  },
]

const CLIENT = {
  client_id: 'photo-prints-shop',
  client_name: `${APP_NAME} shop`,
  client_secret: 'photo-prints-shop-secret',
  grant_types: ['urn:openid:params:grant-type:ciba'],
  scope: 'openid photos:read',
} satisfies ClientMetadata

/** What the shop knows of the customer at a counter. */
interface Service {
  pending: Pending | undefined
  tokens: Tokens | undefined
  wake: () => void
}

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const { clock } = simulation
  const config: ClientConfig = {
    ...serverMetadata(settings),
    ...CLIENT,
    api: API,
    sendsMessage: settings.binding_message,
    delivery: settings.delivery,
    pollsToo: settings.polls_too,
    ...(settings.polls === 'every_two_seconds' && { pollsEvery: 2 }),
    onSlowDown: settings.on_slow_down,
  }
  const servers = createServers(simulation, settings, {
    clients: [
      {
        ...CLIENT,
        ...(settings.delivery === 'ping' && {
          backchannel_token_delivery_mode: 'ping',
          backchannel_client_notification_endpoint: PINGS,
        }),
      },
    ],
    policy: { lifetimes: { backchannel_request: settings.request_lifetime } },
  })
  const phone = createBackchannelPhone(simulation, servers.authorizationServer, {
    client_name: CLIENT.client_name,
    username: ADA.username,
  })

  const services = new Map(
    COUNTERS.map(({ id }): [string, Service] => [id, { pending: undefined, tokens: undefined, wake: () => undefined }]),
  )
  const shop = createBackend(simulation, 'shop', () =>
    Object.fromEntries(
      [...services].flatMap(([id, { pending, tokens }]) => [
        [`${id} request`, pending && { ...pending }],
        [`${id} tokens`, tokens && { ...tokens }],
      ]),
    ),
  )

  /** When each counter polls next, in epoch seconds. */
  const due = new Map<string, number>()
  function watched(counter: Counter, globals: ServerGlobals): ServerGlobals {
    const { setTimeout } = globals
    return {
      ...globals,
      setTimeout: (fire, milliseconds = 0) => {
        if (config.delivery === 'poll' || config.pollsToo) {
          due.set(counter.name, Math.floor((clock.now() + milliseconds) / 1000))
        }
        return setTimeout(fire, milliseconds)
      },
    }
  }

  async function serveCustomer(counter: Counter, globals: ServerGlobals): Promise<void> {
    const service = services.get(counter.id)
    if (service === undefined) return
    const show = (page: string) => userAgent.page(counter.id)?.show(page)
    const pinged = new Promise<void>((resolve) => {
      service.wake = resolve
    })
    try {
      service.pending = await askPerson(globals, config, 'ada@example.com')
      show(waitingScreen(counter, service.pending))
      service.tokens = await waitForTokens(globals, config, service.pending, pinged)
      noteIdTokenAccepted(simulation, 'shop')
      show(photosScreen(counter, await callApi(globals, config, service.tokens)))
    } catch (error) {
      show(startScreen(counter, describe(error)))
    } finally {
      service.pending = undefined
    }
  }

  async function takePing(request: HttpRequest): Promise<HttpResponse> {
    const { auth_req_id } = parseJsonObject(request.body) ?? {}
    const service = [...services.values()].find(({ pending }) => pending?.auth_req_id === auth_req_id)
    if (!isOwnPing(header(request, 'authorization'), service?.pending)) return { status: 401, headers: [], body: '' }
    service?.wake()
    return { status: 204, headers: [], body: '' }
  }

  const userAgent = createUserAgent(simulation, {
    actor: 'shop',
    apps: { [SHOP]: { actor: 'shop', load: async () => undefined } },
  })

  function ask(counter: Counter, offer: Pick<Action, 'label' | 'hint' | 'actor'>): Action {
    const id = counter.ask.action
    return {
      id,
      ...offer,
      place: 'page',
      available: () => !shop.isBusy(counter.id) && (userAgent.page(counter.id)?.offers(id) ?? false),
      run: () => shop.start(counter.id, (globals) => serveCustomer(counter, watched(counter, globals))),
    }
  }
  const [first, second] = COUNTERS as [Counter, Counter]

  return {
    actors: namedActors(settings, {
      shop: 'app',
      auth: 'server',
      phone: 'device',
      api: 'server',
      stranger: 'attacker',
    }),
    origins: {
      ...servers.origins,
      ...phone.origins,
      [SHOP]: {
        actor: 'shop',
        handle: async (request) =>
          request.url === PINGS
            ? takePing(request)
            : html(200, startScreen(COUNTERS.find(({ id }) => request.url.endsWith(id)) ?? first)),
      },
    },
    snapshots: { shop: shop.snapshot, ...servers.snapshots, phone: phone.snapshot },
    userAgent,
    milestones: () => [
      ...[...due].flatMap(([name, at]) =>
        at * 1000 > clock.now()
          ? [{ id: `${name.replace(' ', '-')}_polls`, label: `The shop polls for ${name}`, at }]
          : [],
      ),
      ...milestones(),
    ],
    actions: [
      ask(first, {
        label: first.ask.label,
        hint: 'Ada is at the counter. Her phone asks, so she types nothing here.',
        actor: 'shop',
      }),
      ask(second, {
        label: 'Stranger: give Ada’s address',
        hint: 'An address is no secret. Whoever knows it can have the phone ask.',
        actor: 'stranger',
      }),
      ...phone.actions,
    ],
    open() {
      for (const counter of COUNTERS) {
        userAgent.restore(counter.id, {
          url: `${SHOP}/${counter.id}`,
          response: html(200, startScreen(counter)),
          calls: [],
          preflightMaxAgeSeconds: 0,
        })
      }
    },
  }
}

/** What went wrong, in one line; throws what it does not know. */
function describe(error: unknown): string {
  if (error instanceof BackchannelError) return `${error.code}: ${error.message}`
  if (error instanceof TypeError) return `network_error: ${error.message}`
  throw error
}
