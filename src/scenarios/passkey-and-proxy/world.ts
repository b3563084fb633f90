/** The parties: Ada’s browser with two devices, an app that signs people in itself, and a proxy that pretends to be it. */
import { type HttpRequest, type HttpResponse, html, json } from '../../http/index.ts'
import { fromBase32, type PasskeyRecord, totpCode, totpStep } from '../../protocol/authentication/index.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createAuthenticator, TOTP_SECRET } from '../../scenario-kit/parties/authenticator.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { ADA, APP, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createPasskey, PasskeyError, REGISTERED_PASSKEY } from '../../scenario-kit/parties/passkey.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import { createWebAppBackend } from '../../scenario-kit/parties/web-app-cast.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import type { Action, Page, Simulation, World } from '../../simulation/index.ts'
import { createProxy, openAccount } from './attacker.ts'
import { type Accounts, createRoutes, type Pending, type Session, SignInRefused } from './client.ts'
import { PasskeyRefused, signInWithPasskey } from './frontend.ts'
import { failedPage, startPage } from './pages.ts'
import type { Settings } from './settings.ts'

const WINDOW = 'tab'
const { hostname: RP_ID } = new URL(APP)
/** Looks like the app’s address at a glance. */
const LOOKALIKE = 'https://app-example.example'
/** Of the app’s own domain: a blog that nobody looks after any more, and that somebody else has taken over. */
const SUBDOMAIN = 'https://blog.app.example'

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const authenticator = createAuthenticator(simulation, { account: ADA.username })
  const passkey = createPasskey(simulation, RP_ID)
  const webApp = createWebAppBackend<Pending, Session>(simulation, 'app', {
    session: { sameSite: 'Lax', lifetimeSeconds: settings.session_lifetime },
    refusal: NeverRefused,
    failedPage,
  })
  const { backend, pending, sessions } = webApp
  const accounts = createAccounts(simulation)
  const routes = createRoutes(
    { ...backend.globals, pending, sessions, accounts, note: (entry) => simulation.note('app', entry) },
    { methods: settings.methods, rpId: RP_ID, origins: settings.checks_origin ? [APP] : 'any' },
  )

  /** The page’s script reads JSON, a person a page. */
  function failOnServer(error: unknown, { url }: HttpRequest): HttpResponse {
    const isScript = new URL(url).pathname.startsWith('/passkey')
    if (error instanceof SignInRefused) {
      const fix = error.rule === 'passkey_only' ? 'Use the passkey.' : 'Start the sign-in again.'
      const { rule, message } = error
      simulation.note('app', { type: 'check', rule, clause: 'policy', passed: false, message, fix })
      return isScript
        ? json(403, { error: 'access_denied', error_description: message })
        : html(403, failedPage(message))
    }
    if (error instanceof ProtocolError) return json(403, { error: error.code, error_description: error.message })
    // A body that is no JSON.
    if (error instanceof SyntaxError) return json(400, { error: 'invalid_request', error_description: error.message })
    throw error
  }

  const jar = new Map<string, string>()
  let loot: string | undefined
  const attacker = createBackend(simulation, 'proxy', () => ({ cookies: Object.fromEntries(jar), loot }))
  const proxy = createProxy(
    { send: async (request) => (await simulation.network.callFromServer('proxy', request)).response, jar },
    { site: APP, mode: settings.proxy },
  )

  function fail(page: Page, error: unknown): void {
    const isKnown = error instanceof PasskeyError || error instanceof PasskeyRefused || error instanceof TypeError
    if (!isKnown) throw error
    page.show(startPage(settings.methods, `${error.name}: ${error.message}`))
  }
  const script = { actor: 'page', load: async () => undefined }
  const { userAgent, pageAction } = createTabApp(simulation, {
    load: script.load,
    fail,
    actorIn: () => 'page',
    sites: { [LOOKALIKE]: script, [SUBDOMAIN]: script },
  })

  function link(id: string, label: string, site: string, hint: string): Action {
    const isIdle = () => userAgent.page(WINDOW)?.isBusy() === false
    return { id, label, hint, place: 'stage', available: isIdle, run: () => userAgent.visit(WINDOW, `${site}/`) }
  }

  const session = () => jar.get('__Host-session')
  return {
    actors: namedActors(settings, {
      browser: 'browser',
      app: 'server',
      page: 'app',
      proxy: 'attacker',
      authenticator: 'device',
      passkey: 'device',
    }),
    origins: {
      [APP]: { actor: 'app', handle: serveRoutes(routes, failOnServer) },
      [LOOKALIKE]: { actor: 'proxy', handle: proxy },
      [SUBDOMAIN]: { actor: 'proxy', handle: proxy },
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: backend.snapshot,
      proxy: attacker.snapshot,
      authenticator: authenticator.snapshot,
      passkey: passkey.snapshot,
    },
    userAgent,
    milestones: () => [...milestones(), authenticator.milestone()],
    actions: [
      pageAction(WINDOW, 'passkey', 'Sign in with a passkey', ({ globals, url }) =>
        signInWithPasskey({ ...globals, ...passkey.globalsFor(url.origin) }),
      ),
      link(
        'open-link',
        'Follow a link in an email',
        LOOKALIKE,
        'It leads to a site that looks like the app. Only the address is another one.',
      ),
      link(
        'open-subdomain',
        'Follow a link to the old blog',
        SUBDOMAIN,
        'The blog has an address under that of the app. Somebody else has taken it over.',
      ),
      {
        id: 'open-account',
        label: 'Proxy: open the account with the stolen session',
        hint: 'The proxy has kept the session cookie. With it nobody is asked for a password, a code or a passkey.',
        place: 'stage',
        available: () => session() !== undefined && !attacker.isBusy('account'),
        run: () =>
          attacker.start('account', async (globals) => {
            loot = await openAccount(globals, APP, session() ?? '').catch(() => 'no answer')
          }),
      },
    ],
    open() {
      authenticator.start()
      userAgent.open(WINDOW, `${APP}/`)
    },
  }
}

/** The app has no error class of a client: it is none. */
class NeverRefused extends Error {
  readonly code = ''
  readonly sent = undefined
  readonly expected = undefined
}

/** Ada’s account: her password, her authenticator, her passkey. */
function createAccounts({ clock }: Simulation): Accounts {
  let passkey: PasskeyRecord = REGISTERED_PASSKEY
  return {
    hasPassword: (username, password) => username === ADA.username && password === ADA.password,
    async hasCode(username, code) {
      const step = totpStep(Math.floor(clock.now() / 1000))
      return username === ADA.username && code === (await totpCode(fromBase32(TOTP_SECRET), step))
    },
    byPasskey: (id) => (id === passkey.id ? { username: ADA.username, passkey } : undefined),
    keepSignCount(id, signCount) {
      if (id === passkey.id) passkey = { ...passkey, signCount }
    },
  }
}
