/** The parties: a browser, the app in it, the authorization server, and the two devices that only Ada has. */
import { html } from '../../http/index.ts'
import { multiFactor } from '../../protocol/authentication/index.ts'
import type { PolicyOptions } from '../../protocol/index.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { signIn } from '../../scenario-kit/client-code/tab-sign-in.ts'
import { noteClientRefusal, noteIdTokenAccepted, noteStateAccepted } from '../../scenario-kit/client-refusal.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createAuthenticator, TOTP_SECRET } from '../../scenario-kit/parties/authenticator.ts'
import { ADA, ADA_SUB, API, APP, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { createPhone, ENROLLED_PHONE } from '../../scenario-kit/parties/phone.ts'
import { joinBrowsers } from '../../scenario-kit/parties/several-browsers.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import type { Page, Simulation, World } from '../../simulation/index.ts'
import { type ClientConfig, deletePhotos, finishProvenSignIn, type SignedIn } from './client.ts'
import { deletedPage, failedPage, signedInPage, signingInPage, startPage } from './pages.ts'
import type { Settings } from './settings.ts'

const WINDOW = 'tab'
const ATTACKER = 'attacker'
const READ = 'openid profile photos:read'

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: PHOTO_PRINTS.client_id,
    redirect_uri: `${APP}/callback`,
    api: API,
  }
  const factors = { totp: { secret: TOTP_SECRET }, push: ENROLLED_PHONE, recovery_codes: ['harbour-light-42'] }
  const servers = createServers(simulation, settings, {
    clients: [PHOTO_PRINTS],
    policy: policy(settings),
    ...(settings.enrolled === 'all' && { factors }),
    routes: [{ method: 'DELETE', path: '/photos', scope: 'photos:write', respond: () => ({ deleted: 2 }) }],
  })
  const authenticator = createAuthenticator(simulation, {
    account: ADA.username,
    aheadSeconds: settings.authenticator_skew,
  })
  const phone = createPhone(simulation, numberOnPage)

  /** What the app knows of the sign-in: gone when its page is. */
  let signedIn: SignedIn | undefined

  async function load(page: Page): Promise<void> {
    signedIn = undefined
    if (page.url.pathname !== '/callback') return
    signedIn = await finishProvenSignIn(page.globals, config)
    noteStateAccepted(simulation, 'app')
    noteIdTokenAccepted(simulation, 'app')
    page.show(signedInPage(signedIn))
  }

  function fail(page: Page, error: unknown, buttons?: readonly []): void {
    if (!(error instanceof SignInError) && !(error instanceof TypeError)) throw error
    if (error instanceof SignInError) noteClientRefusal(simulation, 'app', error)
    const code = error instanceof SignInError ? error.code : 'network_error'
    page.show(failedPage(`${code}: ${error.message}`, buttons))
  }

  const { userAgent, pageAction } = createTabApp(simulation, { load, fail })
  const wish = settings.app_asks ? { acr_values: multiFactor } : {}

  /** The number that Ada’s sign-in page shows. */
  function numberOnPage(): number | undefined {
    const page = userAgent.windows().find(({ id }) => id === WINDOW)?.document?.html ?? ''
    const [, digits] = /"push-number">(\d+)/.exec(page) ?? []
    return digits === undefined ? undefined : Number(digits)
  }

  /** The app in the attacker’s browser: it goes to the sign-in at once, and ends with what it got. */
  const theirs = createTabApp(simulation, {
    browser: ATTACKER,
    async load(page) {
      if (page.url.pathname === '/callback') page.show(signedInPage(await finishProvenSignIn(page.globals, config), []))
      else await signIn(page.globals, config, { scope: READ, ...wish })
    },
    fail: (page, error) => fail(page, error, []),
  })

  return {
    actors: namedActors(settings, {
      browser: 'browser',
      app: 'app',
      auth: 'server',
      attacker: 'attacker',
      phone: 'device',
      api: 'server',
      authenticator: 'device',
    }).filter(({ id }) => id !== ATTACKER || settings.attacker),
    origins: {
      [APP]: {
        actor: 'app',
        handle: async ({ url }) => html(200, new URL(url).pathname === '/' ? startPage() : signingInPage()),
      },
      ...servers.origins,
      ...phone.origins,
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: () => ({ memory: signedIn === undefined ? {} : { ...signedIn } }),
      ...servers.snapshots,
      phone: phone.snapshot,
      authenticator: authenticator.snapshot,
      ...(settings.attacker && { attacker: theirs.userAgent.snapshot }),
    },
    userAgent: joinBrowsers([userAgent, theirs.userAgent]),
    milestones: () => [...milestones(), authenticator.milestone()],
    actions: [
      pageAction(WINDOW, 'sign-in', 'Sign in', (page) => signIn(page.globals, config, { scope: READ, ...wish })),
      pageAction(WINDOW, 'sign-in-again', 'Sign in again', (page) =>
        signIn(page.globals, config, { scope: READ, ...wish, prompt: 'login' }),
      ),
      pageAction(WINDOW, 'ask-to-delete', 'Delete my photos', (page) =>
        signIn(page.globals, config, { scope: `${READ} photos:write`, ...wish }),
      ),
      pageAction(WINDOW, 'delete', 'Delete them now', async (page) => {
        if (signedIn === undefined) return
        await deletePhotos(page.globals, config, signedIn)
        page.show(deletedPage())
      }),
      ...phone.actions,
      {
        id: 'attack',
        label: 'Attacker: sign in with Ada’s password',
        hint: 'It was guessed, reused or phished. What is missing is a tap on her phone.',
        place: 'stage',
        actor: ATTACKER,
        available: () => settings.attacker && theirs.userAgent.windows().length === 0,
        run: () => theirs.userAgent.open(ATTACKER, `${APP}/sign-in`),
      },
      {
        id: 'revoke-sessions',
        label: 'Operator ends Ada’s sessions',
        hint: 'What an administrator does when a laptop is lost.',
        place: 'stage',
        available: () =>
          servers.authorizationServer
            .running()
            ?.snapshot()
            .sessions.some(({ state }) => state === 'Session Established') ?? false,
        run: () => servers.authorizationServer.running()?.revokeSessions(ADA_SUB, 'the operator ended it'),
      },
    ],
    open() {
      authenticator.start()
      userAgent.open(WINDOW, `${APP}/`)
    },
  }
}

function policy(settings: Settings): PolicyOptions {
  return {
    secondFactor: {
      required: settings.required,
      highRiskScopes: settings.high_risk ? ['photos:write'] : [],
      sessionSeconds: settings.mfa_session_lifetime,
      trustedDeviceSeconds: settings.device_trust_lifetime,
      totpLeewaySteps: settings.leeway_steps,
      pushSeconds: settings.push_lifetime,
      pushNumber: settings.push_answer,
      maxPushPrompts: settings.max_prompts,
      maxAttempts: settings.max_attempts,
    },
  }
}
