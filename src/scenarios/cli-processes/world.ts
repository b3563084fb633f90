/** The parties: one computer with two terminals and one file of tokens, an authorization server and an API. */
import { html } from '../../http/index.ts'
import type { ClientMetadata } from '../../protocol/index.ts'
import type { LocalProcess } from '../../scenario-kit/client-code/local-process.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { API, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createDevice } from '../../scenario-kit/parties/device.ts'
import { signInBeforehand } from '../../scenario-kit/parties/prelude.ts'
import { refreshPolicy } from '../../scenario-kit/refresh-policy.ts'
import { type Action, createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { type ClientConfig, LoginNeededError, listPhotos } from './client.ts'
import { loginScreen, printedScreen, readyScreen, workingScreen } from './pages.ts'
import type { Settings } from './settings.ts'

const TERMINALS = ['terminal-1', 'terminal-2'] as const
type Terminal = (typeof TERMINALS)[number]

/** URL origin of the terminals’ screens. */
const SCREENS = 'https://terminal.example'

const CREDENTIALS = '~/.photo-prints/credentials.json'

const CLI: ClientMetadata = {
  client_id: 'photo-prints-cli',
  client_name: `${APP_NAME} CLI`,
  application_type: 'native',
  redirect_uris: ['http://127.0.0.1/callback'],
  grant_types: ['authorization_code', 'refresh_token'],
  scope: 'photos:read',
  token_endpoint_auth_method: 'none',
}

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const servers = createServers(simulation, settings, { clients: [CLI], policy: refreshPolicy(settings) })
  const computer = createDevice(simulation)

  /** The tool’s own settings, as it finds them in a terminal. */
  function configIn(terminal: Terminal): ClientConfig {
    // Terminal 2 is an editor’s, which sets XDG_CONFIG_HOME.
    const home = terminal === 'terminal-1' ? '~/.config' : '~/.editor/config'
    return {
      ...serverMetadata(settings),
      client_id: CLI.client_id,
      api: API,
      credentials: CREDENTIALS,
      lock_file: settings.lock_at === 'credentials' ? `${CREDENTIALS}.lock` : `${home}/photo-prints/refresh.lock`,
      locks: settings.locks,
      readsAgain: settings.reads_again,
      lease: settings.lease,
      renewsLease: settings.renews_lease,
    }
  }

  /** Signs Ada in off the wire, and writes the file. */
  async function login(): Promise<void> {
    const { access_token, refresh_token, expires_in } = await signInBeforehand({
      metadata: servers.metadata,
      handle: servers.authorizationServer.handle,
      client_id: CLI.client_id,
      redirect_uri: 'http://127.0.0.1/callback',
      scope: 'photos:read',
      random: simulation.random,
    })
    await servers.callApiBeforehand(access_token)
    const expires_at = Math.floor(simulation.clock.now() / 1000) + expires_in
    computer.disk.write(CREDENTIALS, JSON.stringify({ access_token, refresh_token, expires_at }))
  }

  const screens = new Map<string, string>()
  function show(terminal: Terminal, screen: string): void {
    screens.set(terminal, screen)
    userAgent.page(terminal)?.show(screen)
  }

  const userAgent = createUserAgent(simulation, {
    actor: 'computer',
    apps: {
      [SCREENS]: {
        actor: (window) => window,
        load: async (page) => page.show(screens.get(page.window) ?? ''),
      },
    },
  })

  async function list(tool: LocalProcess, terminal: Terminal): Promise<void> {
    try {
      const response = await listPhotos(tool, configIn(terminal))
      const photos = JSON.stringify(await response.json(), null, 2)
      if (response.ok) show(terminal, printedScreen(terminal, 'Photos', photos))
      else show(terminal, printedScreen(terminal, 'No photos', `The API answered ${response.status}.`))
    } catch (error) {
      if (error instanceof LoginNeededError) show(terminal, loginScreen(terminal, error.message))
      // What `fetch` throws when the wire fails.
      else if (error instanceof TypeError) show(terminal, printedScreen(terminal, 'No photos', error.message))
      else throw error
    }
  }

  function actionsIn(terminal: Terminal): Action[] {
    const name = settings[`name_${terminal}`]
    const offered = (action: string) => userAgent.page(terminal)?.offers(`${action}-${terminal}`) ?? false
    return [
      {
        id: `list-${terminal}`,
        label: `List the photos in ${name}`,
        hint: 'The tool reads the file. When the access token is over, it refreshes first.',
        place: 'page',
        actor: terminal,
        available: () => offered('list') && !computer.isRunning(terminal),
        run() {
          show(terminal, workingScreen(terminal))
          computer.start(terminal, (tool) => list(tool, terminal))
        },
      },
      {
        id: `kill-${terminal}`,
        label: `Kill the process in ${name}`,
        hint: 'The process ends at once: by a supervisor that lost patience, by a full memory, with the window.',
        place: 'page',
        actor: terminal,
        available: () => offered('kill') && computer.isRunning(terminal),
        run() {
          computer.kill(terminal)
          show(terminal, printedScreen(terminal, 'Killed', 'Killed'))
        },
      },
      {
        id: `login-${terminal}`,
        label: `Run the login in ${name}`,
        hint: 'Ada signs in by her browser, and the tool writes the file anew, for all terminals.',
        place: 'page',
        actor: terminal,
        available: () => offered('login') && !computer.isRunning(terminal),
        run: () =>
          computer.start(terminal, async () => {
            await login()
            show(terminal, readyScreen(terminal))
          }),
      },
    ]
  }

  return {
    actors: namedActors(settings, {
      computer: 'device',
      'terminal-1': 'app',
      auth: 'server',
      api: 'server',
      'terminal-2': 'app',
    }),
    origins: {
      [SCREENS]: { actor: 'computer', handle: async () => html(200, readyScreen('')) },
      ...servers.origins,
    },
    snapshots: {
      computer: () => ({ files: computer.files() }),
      ...servers.snapshots,
      ...Object.fromEntries(TERMINALS.map((terminal) => [terminal, () => computer.memory(terminal, CREDENTIALS)])),
    },
    userAgent,
    milestones,
    actions: TERMINALS.flatMap(actionsIn),
    open() {
      simulation.tasks.start('login-before', 'computer', async () => {
        await login()
        for (const terminal of TERMINALS) {
          const response = html(200, readyScreen(terminal))
          screens.set(terminal, readyScreen(terminal))
          userAgent.restore(terminal, { url: `${SCREENS}/`, response, calls: [], preflightMaxAgeSeconds: 0 })
        }
      })
    },
  }
}
