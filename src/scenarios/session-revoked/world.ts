/** The parties: a browser, a web app that keeps the tokens, its support desk, an authorization server and an API. */
import { html, redirect } from '../../http/index.ts'
import type { ClientMetadata } from '../../protocol/index.ts'
import { createServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { pageFromBefore, tokensFromBefore } from '../../scenario-kit/parties/already-signed-in.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { ADA_SUB, API, APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import { createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { createRoutes, revoke, type Tokens } from './client.ts'
import { homePage } from './pages.ts'
import type { Settings } from './settings.ts'

const CREDENTIALS = { client_secret: 'print-press-2026' }
const CLIENT: ClientMetadata = {
  client_id: 'photo-prints-web',
  client_name: APP_NAME,
  ...CREDENTIALS,
  token_endpoint_auth_method: 'client_secret_post',
  redirect_uris: [`${APP}/callback`],
  grant_types: ['authorization_code', 'refresh_token'],
  scope: 'photos:read',
}

/** As long as the app’s own session lasts: a day, in seconds. */
const APP_SESSION_SECONDS = 86_400

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const config = { ...serverMetadata(settings), client_id: CLIENT.client_id, ...CREDENTIALS, api: API }
  const servers = createServers(simulation, settings, {
    clients: [CLIENT],
    policy: {
      lifetimes: {
        access_token: settings.access_token_lifetime,
        refresh_token: settings.refresh_token_lifetime,
      },
    },
    validation: settings.validation,
  })

  const tokens = new Map<string, Tokens>()
  const app = createBackend(simulation, 'app', () => ({
    sessions: sessions.snapshot(),
    tokens: Object.fromEntries([...tokens].map(([sub, { ...held }]) => [sub, held])),
  }))
  /** What the desk knows of its latest revocation. */
  let report: string | undefined
  const support = createBackend(simulation, 'support', () => (report === undefined ? {} : { report }))
  const sessions = createServerSessions<{ readonly sub: string }>(
    app.globals,
    { name: '__Host-session', sameSite: 'Lax', lifetimeSeconds: APP_SESSION_SECONDS },
    { artifact: 'app_session', note: (note) => simulation.note('app', note) },
  )

  /** Signs Ada in off the wire; returns the line that sets her cookie. */
  async function signIn() {
    const client = { client_id: CLIENT.client_id, credentials: CREDENTIALS }
    const { access_token, refresh_token } = await tokensFromBefore(simulation, servers, client)
    tokens.set(ADA_SUB, { access_token, ...(refresh_token !== undefined && { refresh_token }) })
    return sessions.start({ sub: ADA_SUB })
  }

  const routes = {
    ...createRoutes({ ...app.globals, sessions, tokens }, config),
    'GET /login': async () => redirect('/', [await signIn()]),
  }
  const userAgent = createUserAgent(simulation, { actor: 'browser', apps: {} })

  function fail(error: unknown) {
    // A lost message between the servers.
    if (error instanceof TypeError) return html(502, homePage(error.message))
    throw error
  }

  return {
    actors: namedActors(settings, {
      browser: 'browser',
      app: 'server',
      api: 'server',
      support: 'person',
      auth: 'server',
    }),
    origins: { [APP]: { actor: 'app', handle: serveRoutes(routes, fail) }, ...servers.origins },
    snapshots: { browser: userAgent.snapshot, app: app.snapshot, support: support.snapshot, ...servers.snapshots },
    userAgent,
    milestones,
    actions: [
      {
        id: 'revoke',
        label: 'Support: end Ada’s session',
        hint: 'Ada has lost her laptop and calls the print shop. Support revokes the token that the app keeps for her.',
        place: 'stage',
        available: () => !support.isBusy('revoke') && tokens.has(ADA_SUB),
        run() {
          const hint = settings.revoked_token
          const token = tokens.get(ADA_SUB)?.[hint] ?? ''
          support.start('revoke', async (globals) => {
            try {
              const isDone = await revoke(globals, config, token, hint)
              report = isDone ? 'The token is revoked.' : 'The revocation was refused.'
            } catch (error) {
              if (!(error instanceof TypeError)) throw error
              report = 'No answer came: nobody knows whether it is revoked.'
            }
          })
        },
      },
    ],
    open() {
      simulation.tasks.start('sign-in-before', 'app', async () => {
        const cookie = await signIn()
        const page = pageFromBefore(homePage(), [])
        userAgent.restore('tab', {
          ...page,
          response: { ...page.response, headers: [...page.response.headers, cookie] },
        })
      })
    },
  }
}
