/** The parties: a TV, Ada with her browser and authenticator, the servers, and somebody far away with the TV’s app. */
import { html } from '../../http/index.ts'
import type { ClientMetadata, PolicyOptions } from '../../protocol/index.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createAuthenticator, TOTP_SECRET } from '../../scenario-kit/parties/authenticator.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { ADA, API, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import {
  type Action,
  createUserAgent,
  type Page,
  type ServerGlobals,
  type Simulation,
  type World,
} from '../../simulation/index.ts'
import { type Loot, phish } from './attacker.ts'
import {
  type ClientConfig,
  callApi,
  type DeviceCodes,
  DeviceError,
  pollForTokens,
  requestCodes,
  type Tokens,
} from './client.ts'
import { codeScreen, inboxPage, photosScreen, startScreen } from './pages.ts'
import type { Settings } from './settings.ts'

/** The windows: the screen of the TV, and Ada’s browser. */
const SCREEN = 'tv'
const TAB = 'tab'

/** URL origins of the TV’s own screen and of Ada’s mailbox. */
const TV = 'https://tv.example'
const MAIL = 'https://mail.example'

const TV_APP: ClientMetadata = {
  client_id: 'photo-prints-tv',
  client_name: `${APP_NAME} TV`,
  grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
  scope: 'photos:read',
  token_endpoint_auth_method: 'none',
}

/** Addresses that are kept for documentation, so nobody’s. */
const HOME = '198.51.100.7'
const ELSEWHERE = '203.0.113.66'

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const { clock } = simulation
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: TV_APP.client_id,
    scope: 'photos:read',
    api: API,
    ...(settings.polls === 'every_two_seconds' && { pollsEvery: 2 }),
    onSlowDown: settings.on_slow_down,
  }
  const servers = createServers(simulation, settings, {
    clients: [TV_APP],
    policy: policy(settings),
    factors: { totp: { secret: TOTP_SECRET } },
  })
  const authenticator = createAuthenticator(simulation, { account: ADA.username })

  let codes: DeviceCodes | undefined
  let tokens: Tokens | undefined
  const tv = createBackend(simulation, 'tv', () => ({
    codes: codes && { ...codes },
    tokens: tokens && { ...tokens },
  }))
  let mailed: DeviceCodes | undefined
  let loot: Loot | undefined
  let finding: string | undefined
  const attacker = createBackend(simulation, 'attacker', () => ({
    codes: mailed && { ...mailed },
    tokens: loot && { ...loot.tokens },
    ...(loot && { photos: JSON.stringify(loot.photos) }),
    ...(finding !== undefined && { finding }),
  }))

  /** When each of those who poll asks next, in epoch seconds. */
  const due = new Map<string, number>()
  function watched(who: string, globals: ServerGlobals): ServerGlobals {
    const { setTimeout } = globals
    return {
      ...globals,
      setTimeout: (fire, milliseconds = 0) => {
        due.set(who, Math.floor((clock.now() + milliseconds) / 1000))
        return setTimeout(fire, milliseconds)
      },
    }
  }

  const screen = (page: string) => userAgent.page(SCREEN)?.show(page)

  async function connect(globals: ServerGlobals): Promise<void> {
    try {
      codes = await requestCodes(globals, config)
      screen(codeScreen(codes))
      tokens = await pollForTokens(globals, config, codes)
      screen(photosScreen(await callApi(globals, config, tokens)))
    } catch (error) {
      screen(startScreen(describe(error)))
    } finally {
      codes = undefined
    }
  }

  async function attack(globals: ServerGlobals): Promise<void> {
    const mail = (sent: DeviceCodes) => {
      mailed = sent
      const page = userAgent.page(TAB)
      if (page?.url.origin === MAIL) page.show(inboxPage(sent))
    }
    try {
      loot = await phish(globals, config, mail)
    } catch (error) {
      finding = describe(error)
    }
  }

  const userAgent = createUserAgent(simulation, {
    actor: 'browser',
    apps: {
      [TV]: { actor: 'tv', load: async () => undefined },
      [MAIL]: { actor: 'browser', load: async (page: Page) => page.show(inboxPage(mailed)) },
    },
  })

  const actions: Action[] = [
    {
      id: 'connect',
      label: 'Connect',
      hint: 'The TV has no keyboard, so it asks for a code that is entered elsewhere.',
      place: 'page',
      actor: 'tv',
      available: () => !tv.isBusy('connect') && (userAgent.page(SCREEN)?.offers('connect') ?? false),
      run: () => tv.start('connect', (globals) => connect(watched('tv', globals))),
    },
    {
      id: 'scan',
      label: 'Scan the QR code',
      hint: 'The camera opens the address with the code in it, so that nobody has to type (RFC 8628 §3.3.1).',
      place: 'stage',
      available: () => codes !== undefined,
      run: () => codes && userAgent.visit(TAB, codes.verification_uri_complete),
    },
    {
      id: 'phish',
      label: 'Attacker: mail a code to Ada',
      hint: 'The app is public, so anybody can ask for codes in its name. The link in the mail leads to the real server.',
      place: 'stage',
      actor: 'attacker',
      available: () => !attacker.isBusy('phish'),
      run: () => attacker.start('phish', (globals) => attack(watched('attacker', globals))),
    },
  ]

  return {
    actors: namedActors(settings, {
      tv: 'app',
      auth: 'server',
      browser: 'browser',
      api: 'server',
      attacker: 'attacker',
      authenticator: 'device',
    }),
    origins: {
      ...servers.origins,
      [ISSUER]: {
        actor: 'auth',
        handle: (request, caller) =>
          servers.authorizationServer.handle({ ...request, clientAddress: addressOf(caller, settings) }),
      },
      [MAIL]: { actor: 'browser', handle: async () => html(200, inboxPage(mailed)) },
    },
    snapshots: {
      tv: tv.snapshot,
      ...servers.snapshots,
      browser: userAgent.snapshot,
      attacker: attacker.snapshot,
      authenticator: authenticator.snapshot,
    },
    userAgent,
    milestones: () => [
      ...[...due].flatMap(([who, at]) =>
        at * 1000 > clock.now() ? [{ id: `${who}_polls`, label: `The ${who === 'tv' ? 'app' : who} polls`, at }] : [],
      ),
      ...milestones(),
      ...(settings.second_factor ? [authenticator.milestone()] : []),
    ],
    actions,
    open() {
      authenticator.start()
      for (const [window, url, page] of [
        [SCREEN, `${TV}/`, startScreen()],
        [TAB, `${MAIL}/`, inboxPage(undefined)],
      ] as const) {
        userAgent.restore(window, { url, response: html(200, page), calls: [], preflightMaxAgeSeconds: 0 })
      }
    },
  }
}

/** Where a connection comes from: TV and browser are behind the same router. */
function addressOf(caller: string | undefined, { attacker_network }: Settings): string {
  return caller === 'attacker' && attacker_network === 'elsewhere' ? ELSEWHERE : HOME
}

function policy(settings: Settings): PolicyOptions {
  return {
    lifetimes: { device_code: settings.device_code_lifetime },
    pollingIntervalSeconds: settings.polling_interval,
    device: { network: settings.network },
    secondFactor: { required: settings.second_factor ? 'always' : 'on_request' },
  }
}

/** What went wrong, in one line; throws what it does not know. */
function describe(error: unknown): string {
  if (error instanceof DeviceError) return `${error.code}: ${error.message}`
  if (error instanceof TypeError) return `network_error: ${error.message}`
  throw error
}
