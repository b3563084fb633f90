/** The parties: a browser, the web app's backend, the authorization server and the API that the backend calls. */
import type { ClientMetadata, PolicyOptions } from '../../protocol/index.ts'
import type { PendingSignIn } from '../../scenario-kit/client-code/confidential-client.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { API, APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { handOnAs } from '../../scenario-kit/parties/hand-on.ts'
import { createWebAppBackend, noteCallback, type WebAppBackend } from '../../scenario-kit/parties/web-app-cast.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import { createUserAgent, type Origin, type Simulation, type World } from '../../simulation/index.ts'
import { createBalancer } from './balancer.ts'
import { type ClientConfig, createRoutes, type Session } from './client.ts'
import { failedPage } from './pages.ts'
import type { Settings } from './settings.ts'

/** The secret that the registration gave: with characters that must be encoded (RFC 6749 §2.3.1). */
const CLIENT_SECRET = 'print+ing/press:2026'

/** Where the instances listen, when there are two. Nobody but the load balancer gets there. */
const FIRST = 'https://app-1.internal.example'
const SECOND = 'https://app-2.internal.example'

/** Chromium’s two minutes for cookies that name no SameSite (www.chromium.org/updates/same-site/faq). */
const CHROMIUM_SECONDS = 120

type Instance = WebAppBackend<PendingSignIn, Session>

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const client = registration(settings)
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: client.client_id,
    client_secret: settings.client_secret,
    token_endpoint_auth_method: settings.auth_method,
    encodesCredentials: settings.encodes_credentials,
    redirect_uri: `${APP}/callback`,
    scope: 'openid photos:read',
    api: API,
    redirectsAfterCallback: settings.redirects_after_callback,
    ...(settings.response_mode === 'form_post' && { response_mode: 'form_post' }),
  }
  const servers = createServers(simulation, settings, { clients: [client], policy: policy(settings) })

  const sameSite = settings.same_site
  const createInstance = (actor: string, label?: string): Instance =>
    createWebAppBackend<PendingSignIn, Session>(simulation, actor, {
      session: { sameSite, lifetimeSeconds: settings.session_lifetime },
      signInSameSite: settings.sign_in_cookie === 'same' ? sameSite : settings.sign_in_cookie,
      ...(label !== undefined && { label }),
      refusal: SignInError,
      failedPage,
    })
  /** An instance, and whose sign-ins and sessions it reads and writes. */
  function serve(actor: string, { backend, fail }: Instance, { pending, sessions }: Instance): Origin {
    const routes = createRoutes({ ...backend.globals, pending, sessions }, config)
    return { actor, handle: serveRoutes(noteCallback(simulation, actor, routes), fail) }
  }

  const first = createInstance('app')
  const second = createInstance('app2', 'second')
  const secondStore = settings.session_store === 'shared' ? first : second
  const balancer = createBalancer(handOnAs(simulation, 'balancer'), {
    instances: [FIRST, SECOND],
    isSticky: settings.balancing === 'sticky',
  })
  const behindBalancer = {
    [APP]: { actor: 'balancer', handle: balancer },
    [FIRST]: serve('app', first, first),
    [SECOND]: serve('app2', second, secondStore),
  }
  const isTwo = settings.instances === 'two'
  const actors = namedActors(settings, {
    browser: 'browser',
    balancer: 'server',
    app: 'server',
    app2: 'server',
    auth: 'server',
    api: 'server',
  })

  const userAgent = createUserAgent(simulation, {
    actor: 'browser',
    apps: {},
    laxAllowingUnsafeSeconds: settings.lax_post ? CHROMIUM_SECONDS : 0,
  })
  return {
    actors: isTwo ? actors : actors.filter(({ id }) => id !== 'balancer' && id !== 'app2'),
    origins: {
      ...(isTwo ? behindBalancer : { [APP]: serve('app', first, first) }),
      ...servers.origins,
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: first.backend.snapshot,
      ...(isTwo && { app2: secondStore.backend.snapshot }),
      ...servers.snapshots,
    },
    userAgent,
    milestones,
    actions: [],
    open: () => userAgent.open('tab', `${APP}/`),
  }
}

function registration(settings: Settings): ClientMetadata {
  return {
    client_id: 'photo-prints-web',
    client_name: APP_NAME,
    client_secret: CLIENT_SECRET,
    token_endpoint_auth_method: settings.registered_method,
    redirect_uris: [`${APP}/callback`],
    grant_types: ['authorization_code'],
    scope: 'openid profile email photos:read photos:write',
  }
}

function policy(settings: Settings): PolicyOptions {
  return {
    lifetimes: {
      access_token: settings.access_token_lifetime,
      authorization_code: settings.code_lifetime,
    },
  }
}
