/** The parties of the old flow: the app, its servers, another site that it links to, whoever uses the computer next, and an attacker with an app. */
import { type HttpHandler, type HttpResponse, header, html, json, markup, redirect } from '../../http/index.ts'
import type { ClientMetadata, PolicyOptions } from '../../protocol/index.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { describeError } from '../../scenario-kit/client-error.ts'
import { noteClientRefusal, noteIdTokenAccepted, noteStateAccepted } from '../../scenario-kit/client-refusal.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createAttacks } from '../../scenario-kit/parties/attacks.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { ADA, ADA_SUB, API, APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createRemoteBrowser } from '../../scenario-kit/parties/plain-browser.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import { createWebAppBackend } from '../../scenario-kit/parties/web-app-cast.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import type { Page, Simulation, World } from '../../simulation/index.ts'
import { collect, createWallpapers, inject, type Loot, signInThemselves, WALLPAPERS } from './attacker.ts'
import { type ClientConfig, callApi, finishSignIn, signIn, startSession, type Tokens } from './client.ts'
import { failedPage, signedInPage, signingInPage, startPage } from './pages.ts'
import { createPartner, PARTNER, readFragment } from './partner.ts'
import { type Account, createServerRoutes, type Pending, type ServerConfig, type Session } from './server.ts'
import type { Settings } from './settings.ts'

const WINDOW = 'tab'
const SESSION_SECONDS = 3600

const MALLORY = { username: 'mallory', password: 'let me in', sub: 'mallory' }

/** The app’s server as a client of its own, for introspection. */
const APP_SERVER = { client_id: 'photo-prints-server', client_secret: 'photo-prints-server-secret', grant_types: [] }

/** The attacker’s app, as registered as any other. */
const WALLPAPERS_APP: ClientMetadata = {
  client_id: 'wallpapers',
  client_name: 'Wallpaper Weekly',
  redirect_uris: [`${WALLPAPERS}/callback`],
  grant_types: ['implicit'],
  response_types: ['token'],
  scope: 'openid',
  token_endpoint_auth_method: 'none',
}

const ACCOUNTS: ReadonlyMap<string, Account> = new Map([
  [ADA_SUB, { name: 'Ada Lovelace', order: '20 prints to 12 St James’s Square, London' }],
  [MALLORY.sub, { name: 'Mallory', order: 'none' }],
])

const CHECKS: Readonly<Record<Exclude<Settings['sessions'], 'none'>, ServerConfig['checks']>> = {
  any_token: 'nothing',
  own_token: 'client',
  id_token: 'id_token',
  code: 'code',
}

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const client = registration(settings)
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: client.client_id,
    redirect_uri: `${APP}${settings.redirect_path}`,
    response_type: settings.sessions === 'code' ? 'code' : settings.response_type,
    ...(settings.response_mode === 'query' && { response_mode: 'query' }),
    scope: settings.scope,
    api: API,
    cleansAddress: settings.cleans_address,
    hasSessions: settings.sessions !== 'none',
  }
  const servers = createServers(simulation, settings, {
    clients: [client, ...(config.hasSessions ? [WALLPAPERS_APP, APP_SERVER] : [])],
    ...(config.hasSessions && { users: [{ ...ADA, sub: ADA_SUB }, MALLORY] }),
    policy: policy(settings),
  })
  const partner = createBackend(simulation, 'partner', () => ({}))
  const stranger = createBackend(simulation, 'stranger', () => ({ access_token: copied, photos: shown }))

  /** The app's memory: gone when its page is. */
  let tokens: Tokens | undefined
  /** What the app's web server writes down of each request. */
  const accessLog: string[] = []
  /** What the partner's web server writes down. */
  const partnerLog: string[] = []
  let copied: string | undefined
  /** What the API has answered the next person. */
  let shown: string | undefined

  const { backend, pending, sessions } = createWebAppBackend<Pending, Session>(simulation, 'app', {
    session: { sameSite: 'Lax', lifetimeSeconds: SESSION_SECONDS },
    refusal: SignInError,
    failedPage,
  })
  const sessionRoutes =
    settings.sessions === 'none'
      ? undefined
      : serveRoutes(
          createServerRoutes(
            { ...backend.globals, pending, sessions, accounts: ACCOUNTS },
            {
              ...servers.metadata,
              client_id: client.client_id,
              redirect_uri: config.redirect_uri,
              own_id: APP_SERVER.client_id,
              own_secret: APP_SERVER.client_secret,
              checks: CHECKS[settings.sessions],
            },
          ),
          refuseSession,
        )

  function refuseSession(error: unknown): HttpResponse {
    if (error instanceof SignInError) noteClientRefusal(simulation, 'app', error)
    const [code, description] = describeError(error, SignInError).split(/: (.*)/)
    return json(code === 'network_error' ? 502 : 401, { error: code ?? '', error_description: description ?? '' })
  }

  const appServer: HttpHandler = async (request) => {
    const { pathname, search } = new URL(request.url)
    accessLog.push(`${request.method} ${pathname}${search} referer=${header(request, 'referer') ?? '-'}`)
    if (['/random-value', '/session'].includes(pathname) && sessionRoutes) return sessionRoutes(request)
    if (pathname === '/go') return redirect(`${PARTNER}/welcome`, [], 302)
    return html(200, pathname === '/callback' ? signingInPage() : startPage())
  }

  async function load(page: Page): Promise<void> {
    tokens = undefined
    if (page.url.pathname !== '/callback') return
    const answer = await finishSignIn(page.globals, config)
    if (!('code' in answer)) tokens = answer
    noteStateAccepted(simulation, 'app')
    if (tokens?.id_token !== undefined) noteIdTokenAccepted(simulation, 'app')
    const account = config.hasSessions ? await startSession(page.globals, answer) : undefined
    if (account?.access_token !== undefined) {
      noteIdTokenAccepted(simulation, 'app')
      tokens = { access_token: account.access_token }
    }
    const greeting = account && markup`<p>Hello, ${account.name}. Your order: ${account.order}.</p>`
    page.show(signedInPage(greeting ?? markup`<p>The token came in the address. It is in the app’s memory now.</p>`))
  }

  function fail(page: Page, error: unknown): void {
    if (!(error instanceof SignInError) && !(error instanceof TypeError)) throw error
    if (error instanceof SignInError) noteClientRefusal(simulation, 'app', error)
    const code = error instanceof SignInError ? error.code : 'network_error'
    if (!code.startsWith('http_')) tokens = undefined
    page.show(failedPage(`${code}: ${error.message}`))
  }

  const sites = {
    [PARTNER]: { actor: 'partner', load: readFragment },
    [WALLPAPERS]: { actor: 'attacker', load: collect },
  }
  const { userAgent, pageAction } = createTabApp(simulation, { load, fail, sites })

  const loot: Loot = {}
  const attacker = createBackend(simulation, 'attacker', () => ({ ...loot }))
  const attackersBrowser = createRemoteBrowser(simulation, 'attacker')
  const attack = createAttacks(attacker)

  /** The token in the address bar of the app’s page, when it was left there. */
  function tokenInAddress(): string | null {
    const url = config.cleansAddress ? undefined : userAgent.page(WINDOW)?.url
    return new URLSearchParams(url?.hash.slice(1) || url?.search).get('access_token')
  }

  return {
    actors: [
      ...namedActors(settings, { browser: 'browser', app: 'app', auth: 'server', api: 'server' }),
      ...(config.hasSessions ? namedActors(settings, { attacker: 'attacker' }) : []),
      ...namedActors(settings, { partner: 'server', stranger: 'attacker' }),
    ],
    origins: {
      [APP]: { actor: 'app', handle: appServer },
      ...servers.origins,
      [PARTNER]: { actor: 'partner', handle: createPartner(partner.globals, API, (line) => partnerLog.push(line)) },
      ...(config.hasSessions && {
        [WALLPAPERS]: { actor: 'attacker', handle: createWallpapers(config.authorization_endpoint, loot) },
      }),
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: () => ({
        memory: { ...tokens },
        access_log: [...accessLog],
        ...(config.hasSessions && { server: backend.snapshot() }),
      }),
      ...servers.snapshots,
      partner: () => ({ access_log: [...partnerLog] }),
      stranger: stranger.snapshot,
      ...(config.hasSessions && { attacker: attacker.snapshot }),
    },
    userAgent,
    milestones,
    actions: [
      pageAction(WINDOW, 'sign-in', 'Sign in', (page) => signIn(page.globals, config)),
      pageAction(WINDOW, 'call-api', 'Call the API', async (page) => {
        if (tokens === undefined) return
        const data = await callApi(page.globals, config, tokens)
        page.show(signedInPage(markup`<p>The API answered:</p><pre>${JSON.stringify(data, null, 2)}</pre>`))
      }),
      {
        id: 'copy-token',
        label: 'Copy the token from the address bar',
        hint: 'The next person at the computer reads the address and calls the API with the token in it.',
        place: 'stage',
        available: () => tokenInAddress() !== null && !stranger.isBusy('copy'),
        run() {
          copied = tokenInAddress() ?? undefined
          const authorization = `Bearer ${copied}`
          stranger.start('copy', async (globals) => {
            const answer = await globals.fetch(`${API}/photos`, { headers: { authorization } }).catch(() => undefined)
            shown = (await answer?.text()) ?? 'no answer'
          })
        },
      },
      attack(
        'own-sign-in',
        {
          label: 'sign in with their own account',
          hint: 'At the print shop. What matters is the response: it is a real one, state and nonce included.',
          isPossible: () => config.hasSessions && loot.own === undefined,
        },
        async () => {
          loot.own = await signInThemselves(attacker.globals, attackersBrowser, config, MALLORY)
        },
      ),
      attack(
        'inject',
        {
          label: 'hand in Ada’s token',
          hint: 'Instead of their own. Ada has given it to the attacker’s app, which is for other things.',
          isPossible: () => loot.received !== undefined && loot.own !== undefined && loot.seen === undefined,
        },
        async () => {
          loot.seen = await inject(attackersBrowser, config, loot.received, loot.own)
        },
      ),
      attack(
        'read-address',
        {
          label: 'read the address in Ada’s browser',
          hint: 'By an extension, say, which saw it before the page took the token out. It is a token of the print shop itself.',
          isPossible: () =>
            config.hasSessions && config.response_type !== 'code' && tokens !== undefined && loot.stolen === undefined,
        },
        async () => {
          if (tokens !== undefined) loot.stolen = tokens.access_token
        },
      ),
      attack(
        'inject-stolen',
        {
          label: 'hand in the stolen token',
          hint: 'Instead of their own. It was issued to the print shop, as theirs was.',
          isPossible: () => loot.stolen !== undefined && loot.own !== undefined && loot.seen === undefined,
        },
        async () => {
          loot.seen = await inject(attackersBrowser, config, loot.stolen, loot.own)
        },
      ),
    ],
    open: () => userAgent.open(WINDOW, `${APP}/`),
  }
}

function registration({ server, sessions }: Settings): ClientMetadata {
  const isRegistered = (server === 'registered' || server === 'old') && sessions !== 'code'
  return {
    client_id: 'photo-prints',
    client_name: APP_NAME,
    redirect_uris: [`${APP}/callback`, `${APP}/go`],
    grant_types: isRegistered ? ['implicit'] : ['authorization_code'],
    response_types: isRegistered ? ['token', 'id_token token'] : ['code'],
    scope: 'openid profile photos:read',
    token_endpoint_auth_method: 'none',
  }
}

function policy({ server, access_token_lifetime }: Settings): PolicyOptions {
  return {
    lifetimes: { access_token: access_token_lifetime },
    implicit: server === 'off' ? 'off' : server === 'old' ? 'in_any_mode' : 'registered_clients',
  }
}
