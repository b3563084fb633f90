/** The parties: Ada at her computer with a terminal and a browser, the servers, and the attacker on her computer or elsewhere. */
import { type HttpHandler, html, isOnDevice, originOf, parseForm } from '../../http/index.ts'
import type { ClientMetadata } from '../../protocol/index.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { reportSignInError } from '../../scenario-kit/client-error.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { API, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import {
  type Action,
  createUserAgent,
  type Origin,
  type ServerGlobals,
  type Simulation,
  type World,
} from '../../simulation/index.ts'
import { beginOwnSignIn, type Loot, type OwnSignIn, redeemCode } from './attacker.ts'
import { type ClientConfig, callApi, type Listener, signIn, type Tokens } from './client.ts'
import { donePage, emptyAlbumPage, lurePage, photosScreen, promptScreen, waitingScreen } from './pages.ts'
import type { Settings } from './settings.ts'

/** The windows: the terminal, Ada’s browser, a view inside of the app, and a page that she was sent. */
const [SCREEN, TAB, VIEW, LURE] = ['terminal', 'tab', 'view', 'lure']

/** The default of Android’s WebView since Android 16 (developer.chrome.com/docs/webview/user-agent). */
const WEB_VIEW =
  'Mozilla/5.0 (Linux; Android 10; K; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0.0.0 Mobile Safari/537.36'

/** URL origins of the terminal’s screen, and of the attacker’s page. */
const TERMINAL = 'https://terminal.example'
const ALBUM = 'https://shared-album.example'

const FIXED_PORT = 8400

/** Each kind of redirect URI as it is registered, with the path left out (RFC 8252 §7). */
const REDIRECTS: Readonly<Record<Settings['redirect'], string>> = {
  loopback: 'http://127.0.0.1',
  fixed_port: `http://127.0.0.1:${FIXED_PORT}`,
  private_scheme: 'com.example.photo-prints:',
  claimed_https: 'https://photo-prints.example',
}

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const redirect = REDIRECTS[settings.redirect]
  const registration: ClientMetadata = {
    client_id: 'photo-prints-cli',
    client_name: `${APP_NAME} CLI`,
    application_type: 'native',
    redirect_uris: [`${redirect}/callback`],
    grant_types: ['authorization_code', 'refresh_token'],
    scope: 'photos:read',
    token_endpoint_auth_method: 'none',
  }
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: registration.client_id,
    redirect_uri: `${redirect}${settings.path_sent}`,
    scope: 'photos:read',
    api: API,
    usesPkce: settings.uses_pkce,
    usesWebView: settings.opens === 'web_view',
  }
  const servers = createServers(simulation, settings, {
    clients: [registration],
    policy: {
      lifetimes: { authorization_code: settings.code_lifetime, access_token: settings.access_token_lifetime },
      pkce: settings.uses_pkce ? 'public_clients' : 'optional',
      embeddedUserAgents: 'refused',
      consent: settings.consent === 'asked' ? 'remembered' : 'never',
    },
  })

  /** What the app listens for, while it does. */
  let waiting: { redirect_uri: string; settle(address: URL): void; fail(error: Error): void } | undefined
  let tokens: Tokens | undefined
  const cli = createBackend(simulation, 'cli', () => ({
    listens_at: waiting?.redirect_uri,
    tokens: tokens && { ...tokens },
  }))
  const loot: Loot = {}
  let own: OwnSignIn | undefined
  let isIntercepting = false
  const attacker = createBackend(simulation, 'attacker', () => ({
    ...loot,
    own_sign_in: own && { ...own },
    ...(isIntercepting && { listens_at: `port ${FIXED_PORT}, and the app’s scheme` }),
  }))

  const screen = (page: string) => userAgent.page(SCREEN)?.show(page)
  const show = (window: string, url: string) =>
    userAgent.windows().some(({ id }) => id === window) ? userAgent.visit(window, url) : userAgent.open(window, url)

  function listen(globals: ServerGlobals, wanted: string): Listener {
    const redirect_uri = withPort(wanted, globals)
    const close = () => {
      waiting = undefined
    }
    const address = new Promise<URL>((settle, fail) => {
      waiting = { redirect_uri, settle, fail }
    })
    screen(waitingScreen(redirect_uri))
    return { redirect_uri, address, close }
  }

  async function login(globals: ServerGlobals): Promise<void> {
    try {
      const device = {
        openBrowser: (url: string) => show(TAB, url),
        showInside: (url: string) => show(VIEW, url),
        listen: (redirect_uri: string) => listen(globals, redirect_uri),
      }
      tokens = await signIn(globals, config, device)
      screen(photosScreen(await callApi(globals, config, tokens)))
    } catch (error) {
      screen(promptScreen(reportSignInError(simulation, 'cli', error)))
    }
  }

  /** The attacker’s program: whichever app started last gets the answer (RFC 8252 §8.1). */
  const intercept: HttpHandler = async ({ url }) => {
    const arrived = new URL(url)
    loot.code = arrived.searchParams.get('code') ?? ''
    arrived.search = ''
    attacker.start('redeem', (globals) =>
      redeemCode(globals, config, loot, { redirect_uri: arrived.href }).catch(() => undefined),
    )
    return html(200, donePage())
  }

  const album: HttpHandler = async ({ method, body }) => {
    if (method !== 'POST') return html(200, lurePage())
    const address = parseForm(body).find(([name]) => name === 'address')?.[1] ?? ''
    const code = URL.canParse(address) ? new URL(address).searchParams.get('code') : null
    if (own !== undefined && code !== null) {
      loot.code = code
      const { redirect_uri, code_verifier } = own
      attacker.start('redeem', (globals) =>
        redeemCode(globals, config, loot, { redirect_uri, code_verifier }).catch(() => undefined),
      )
    }
    return html(200, emptyAlbumPage())
  }

  /** Who can be reached on Ada’s computer now. */
  function onDevice(): Record<string, Origin> {
    const receive: HttpHandler = async ({ url }) => {
      waiting?.settle(new URL(url))
      return html(200, donePage())
    }
    const thief = { actor: 'attacker', handle: intercept }
    return {
      // Of another computer only a port that is forwarded can be reached.
      ...(waiting &&
        settings.runs_on !== 'elsewhere' && {
          [originOf(new URL(waiting.redirect_uri))]: { actor: 'cli', handle: receive },
        }),
      ...(isIntercepting && { [REDIRECTS.fixed_port]: thief, [REDIRECTS.private_scheme]: thief }),
    }
  }

  const userAgent = createUserAgent(simulation, {
    actor: 'browser',
    userAgentHeader: (window) => (window === VIEW ? WEB_VIEW : undefined),
    apps: {
      [TERMINAL]: { actor: 'cli', load: async () => undefined },
      [ALBUM]: { actor: 'browser', load: async () => undefined },
    },
  })

  /** What Ada would copy: the address of a page that her browser could not open. */
  function strandedAddress(): string | undefined {
    const url = userAgent.windows().find(({ id }) => id === TAB)?.document?.url
    return url !== undefined && isOnDevice(url.href) && url.searchParams.has('code') ? url.href : undefined
  }

  const actions: Action[] = [
    {
      id: 'login',
      label: 'photo-prints login',
      hint: 'The app opens the browser, and listens on this computer for what the browser comes back with.',
      place: 'page',
      actor: 'cli',
      available: () => !cli.isBusy('login') && (userAgent.page(SCREEN)?.offers('login') ?? false),
      run: () => cli.start('login', login),
    },
    {
      id: 'cancel',
      label: 'Ctrl+C',
      hint: 'The app closes its port and waits no longer.',
      place: 'page',
      actor: 'cli',
      available: () => waiting !== undefined && (userAgent.page(SCREEN)?.offers('cancel') ?? false),
      run() {
        waiting?.fail(new SignInError('cancelled', 'Nobody came back from the browser.'))
        waiting = undefined
      },
    },
    {
      id: 'intercept',
      label: 'Attacker: wait where the app waits',
      hint: `A program on Ada’s computer listens at port ${FIXED_PORT} and registers the app’s scheme. A port that is chosen anew each time it cannot know beforehand.`,
      place: 'stage',
      actor: 'attacker',
      available: () => !isIntercepting,
      run() {
        isIntercepting = true
      },
    },
    {
      id: 'lure',
      label: 'Attacker: send Ada to a page',
      hint: 'The page begins a sign-in in the app’s name. Its answer will come to an address of Ada’s computer where nobody listens.',
      place: 'stage',
      actor: 'attacker',
      available: () => own === undefined && !attacker.isBusy('lure'),
      run: () =>
        attacker.start('lure', async (globals) => {
          own = await beginOwnSignIn(globals, config)
          userAgent.open(LURE, `${ALBUM}/`)
        }),
    },
    {
      id: 'lure_sign_in',
      label: 'Sign in',
      hint: 'The link leads to the real server. What it asks for is the attacker’s.',
      place: 'page',
      actor: 'browser',
      available: () => own !== undefined && (userAgent.page(LURE)?.offers('lure_sign_in') ?? false),
      run: () => own && show(TAB, own.url),
    },
    {
      id: 'paste',
      label: 'Paste the address into the page',
      hint: 'The browser could not open the address, and shows it all the same. The code stands in it.',
      place: 'stage',
      actor: 'browser',
      available: () => strandedAddress() !== undefined && userAgent.page(LURE)?.url.pathname === '/',
      run: () => userAgent.submit(LURE, 'paste', { address: strandedAddress() ?? '' }),
    },
  ]

  return {
    actors: namedActors(settings, {
      browser: 'browser',
      auth: 'server',
      cli: 'app',
      api: 'server',
      attacker: 'attacker',
    }),
    get origins() {
      return { ...servers.origins, [ALBUM]: { actor: 'attacker', handle: album }, ...onDevice() }
    },
    snapshots: {
      browser: userAgent.snapshot,
      ...servers.snapshots,
      cli: cli.snapshot,
      attacker: attacker.snapshot,
    },
    userAgent,
    milestones,
    actions,
    open() {
      const response = html(200, promptScreen())
      userAgent.restore(SCREEN, { url: `${TERMINAL}/`, response, calls: [], preflightMaxAgeSeconds: 0 })
    },
  }
}

/** A loopback address without a port gets one of those that are free (RFC 8252 §7.3). */
function withPort(redirect_uri: string, { crypto }: Pick<ServerGlobals, 'crypto'>): string {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint8Array(2))
  const port = 49_152 + ((high * 256 + low) % 16_384)
  return redirect_uri.replace(/^http:\/\/127\.0\.0\.1(?=\/)/, `$&:${port}`)
}
