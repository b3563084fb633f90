/** The parties: an app with a backend, its servers, and the attacker with a site and a browser of their own. */
import type { HttpHandler } from '../../http/index.ts'
import type { ClientMetadata, Route } from '../../protocol/index.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { noteIdTokenAccepted, noteStateAccepted } from '../../scenario-kit/client-refusal.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createAttacks } from '../../scenario-kit/parties/attacks.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { ADA, ADA_SUB, API, APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createRemoteBrowser } from '../../scenario-kit/parties/plain-browser.ts'
import { createWebAppBackend } from '../../scenario-kit/parties/web-app-cast.ts'
import { type Routes, serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import { createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { createFrames, type Loot, readFragment } from './attacker.ts'
import { type ClientConfig, createRoutes, type PendingSignIn, type Session } from './client.ts'
import {
  answerWith,
  beginOwnSignIn,
  divert,
  type OwnSignIn,
  obtainCode,
  openPhotos,
  withoutChallenge,
} from './own-sign-in.ts'
import { FRAMES, failedPage } from './pages.ts'
import type { Settings } from './settings.ts'

const CALLBACK = `${APP}/callback`
const SESSION_SECONDS = 3600

/** The attacker has an account, too. */
const MALLORY = { username: 'mallory', password: 'let me in' }

const PRINT_SHOP = {
  client_id: 'photo-prints-web',
  client_name: APP_NAME,
  client_secret: 'photo-prints-secret',
  redirect_uris: [CALLBACK],
  grant_types: ['authorization_code'],
  scope: 'openid photos:read',
} as const satisfies ClientMetadata

const FRAME_SHOP = {
  client_id: 'free-frames',
  client_name: 'Frames and More',
  client_secret: 'free-frames-secret',
  redirect_uris: [`${FRAMES}/callback`],
  grant_types: ['authorization_code'],
  scope: 'openid',
} as const satisfies ClientMetadata

const PHOTOS: Route = {
  method: 'GET',
  path: '/photos',
  scope: 'photos:read',
  respond: ({ sub }) => ({ photos: sub === ADA_SUB ? ['harbour.jpg', 'dunes.jpg'] : [] }),
}

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: PRINT_SHOP.client_id,
    client_secret: PRINT_SHOP.client_secret,
    redirect_uri: CALLBACK,
    api: API,
    usesPkce: settings.uses_pkce,
    checksState: settings.checks_state,
    usesNonce: settings.uses_nonce,
    redeems: settings.redeems,
    referrerPolicy: settings.referrer_policy,
    goesTo: settings.redirector === 'anywhere' ? 'anywhere' : ['https://albums.example'],
  }
  const servers = createServers(simulation, settings, {
    clients: [PRINT_SHOP, FRAME_SHOP],
    users: [
      { ...ADA, sub: ADA_SUB },
      { ...MALLORY, sub: 'mallory' },
    ],
    routes: [PHOTOS],
    policy: {
      lifetimes: { authorization_code: settings.code_lifetime, access_token: settings.access_token_lifetime },
      redirectUriMatching: settings.redirect_uri_matching,
      redirectStatus: settings.redirect_status === '307' ? 307 : 303,
      pkce: settings.refuses_downgrade ? 'public_clients' : 'downgradable',
    },
  })

  const { backend, pending, sessions, fail } = createWebAppBackend<PendingSignIn, Session>(simulation, 'app', {
    session: { sameSite: 'Lax', lifetimeSeconds: SESSION_SECONDS },
    refusal: SignInError,
    failedPage,
  })
  const routes = createRoutes({ ...backend.globals, pending, sessions }, config)

  const loot: Loot = {}
  let trap: string | undefined
  let own: OwnSignIn | undefined
  const attacker = createBackend(simulation, 'attacker', () => ({ ...loot, ...(trap !== undefined && { trap }) }))
  /** A new private window each time: nobody is signed in there. */
  const begin = () => beginOwnSignIn(createRemoteBrowser(simulation, 'attacker'), APP)
  const frames = createFrames(
    {
      authorization_endpoint: servers.metadata.authorization_endpoint,
      client_id: FRAME_SHOP.client_id,
      redirect_uri: `${FRAMES}/callback`,
    },
    loot,
    () => trap,
  )

  const attack = createAttacks(attacker)

  const userAgent = createUserAgent(simulation, {
    actor: 'browser',
    apps: { [FRAMES]: { actor: 'attacker', load: readFragment } },
    obeysReferrerPolicy: true,
  })

  /** A code in an address that the browser has kept. */
  function codeInHistory(): string | undefined {
    const addresses = userAgent.windows().flatMap(({ history }) => history.map(({ url }) => url))
    const kept = addresses.findLast(({ origin, searchParams }) => origin === APP && searchParams.has('code'))
    return kept?.searchParams.get('code') ?? undefined
  }

  return {
    actors: namedActors(settings, {
      browser: 'browser',
      app: 'server',
      auth: 'server',
      api: 'server',
      attacker: 'attacker',
    }),
    origins: {
      [APP]: { actor: 'app', handle: serveRoutes(noteChecks(simulation, routes, config), fail) },
      ...servers.origins,
      [FRAMES]: { actor: 'attacker', handle: frames },
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: backend.snapshot,
      ...servers.snapshots,
      attacker: attacker.snapshot,
    },
    userAgent,
    milestones,
    actions: [
      attack(
        'copy-code',
        {
          label: 'copy the code from the history',
          hint: 'Somebody else sits at the same computer and looks where its browser has been.',
          isPossible: () => loot.code === undefined && codeInHistory() !== undefined,
        },
        async () => {
          loot.code = codeInHistory() ?? ''
        },
      ),
      attack(
        'plant',
        {
          label: 'put a code of their own into a link',
          hint: 'They sign in with their own account and stop before the app gets the answer. Somebody else will bring it.',
          isPossible: () => trap === undefined,
        },
        async () => {
          const signIn = await begin()
          trap = (await obtainCode(settings.strips_challenge ? withoutChallenge(signIn) : signIn, MALLORY)).href
        },
      ),
      attack(
        'divert',
        {
          label: 'make a link to the sign-in page',
          hint: 'It is the app’s own request with another way back: to a page of the app that leads on to anywhere.',
          isPossible: () => trap === undefined,
        },
        async () => {
          own = await begin()
          trap = divert(own, `${CALLBACK}/../go?to=${encodeURIComponent(`${FRAMES}/landing`)}`).href
        },
      ),
      attack(
        'inject',
        {
          label: 'bring the app the code',
          hint: 'It goes into a sign-in of their own. The app redeems it, secret included.',
          isPossible: () => loot.code !== undefined && loot.photos === undefined,
        },
        async () => {
          const signIn = own ?? (await begin())
          own = undefined
          keepPhotos(await openPhotos(signIn.browser, answerWith(loot.code ?? '', signIn, CALLBACK)))
        },
      ),
      attack(
        'use-password',
        {
          label: 'sign in with the password',
          hint: 'To the server whoever knows the password is the person.',
          isPossible: () => loot.password !== undefined && loot.photos === undefined,
        },
        async () => {
          const { username = '', password = '' } = loot
          const signIn = await begin()
          keepPhotos(await openPhotos(signIn.browser, await obtainCode(signIn, { username, password })))
        },
      ),
    ],
    open: () => userAgent.open('tab', `${APP}/`),
  }

  function keepPhotos(photos: string | undefined): void {
    if (photos !== undefined) loot.photos = photos
  }
}

/** Notes what a callback has checked: when it answers, everything was right. */
function noteChecks(simulation: Simulation, routes: Routes, config: ClientConfig): Routes {
  const after = (name: string, note: () => void): Readonly<Record<string, HttpHandler>> => {
    const handle = routes[name]
    if (handle === undefined) return {}
    return {
      [name]: async (request) => {
        const response = await handle(request)
        note()
        return response
      },
    }
  }
  const noteIdToken = () => {
    if (config.usesNonce) noteIdTokenAccepted(simulation, 'app')
  }
  return {
    ...routes,
    ...after('GET /callback', () => {
      if (config.checksState) noteStateAccepted(simulation, 'app')
      if (config.redeems === 'at_once') noteIdToken()
    }),
    ...after('POST /continue', noteIdToken),
  }
}
