/** The parties on a phone: the app, its extension, the tokens that they share, an authorization server and an API. */
import { html } from '../../http/index.ts'
import type { LocalProcess } from '../../scenario-kit/client-code/local-process.ts'
import { withLock } from '../../scenario-kit/client-code/lock-file.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { tokensFromBefore } from '../../scenario-kit/parties/already-signed-in.ts'
import { API, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { createDevice } from '../../scenario-kit/parties/device.ts'
import { refreshPolicy } from '../../scenario-kit/refresh-policy.ts'
import { type Action, createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { withKeptLock } from './kept-lock.ts'
import { LockBusyError, loadPhotos, type Memory, type PhoneConfig, SignedOutError } from './phone-app.ts'
import { APP_SCREENS, ENDED_SCREEN, EXTENSION_SCREENS, type Screens } from './phone-pages.ts'
import type { Settings } from './settings.ts'

/** URL origin of the programs’ screens. */
const SCREENS = 'https://phone.example'

/** Where the two programs keep their tokens, and where their lock is. */
const STORE = 'session'
const LOCK = 'refresh.lock'

type Program = 'app' | 'extension'

const PROGRAMS: Readonly<Record<Program, Screens>> = { app: APP_SCREENS, extension: EXTENSION_SCREENS }

const LOCKS: Readonly<Record<Settings['lock'], PhoneConfig['lock']>> = {
  none: (_process, _config, body) => body(),
  lease: withLock,
  kept: withKeptLock,
}

/** Builds the parties as the settings say. */
export function phoneWorld(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const servers = createServers(simulation, settings, { clients: [PHOTO_PRINTS], policy: refreshPolicy(settings) })
  const phone = createDevice(simulation)
  const memory: Readonly<Record<Program, Memory>> = { app: { tokens: undefined }, extension: { tokens: undefined } }
  let isInFront = true
  let isEnded = false

  const screens = new Map<string, string>([
    ['app', APP_SCREENS.idle],
    ['extension', EXTENSION_SCREENS.idle],
  ])
  const userAgent = createUserAgent(simulation, {
    actor: 'phone-system',
    apps: {
      [SCREENS]: {
        actor: (window) => window,
        async load(page) {
          if (page.window === 'app') startApp()
          page.show(screens.get(page.window) ?? '')
        },
      },
    },
  })
  const lifecycle = () => userAgent.page('app')?.lifecycle

  function show(program: Program, screen: string): void {
    screens.set(program, screen)
    userAgent.page(program)?.show(screen)
  }

  /** Signs Ada in off the wire, and puts the tokens where both programs find them. */
  async function signIn(): Promise<void> {
    const { access_token, refresh_token = '', expires_in } = await tokensFromBefore(simulation, servers)
    const expires_at = Math.floor(simulation.clock.now() / 1000) + expires_in
    phone.disk.write(STORE, JSON.stringify({ access_token, refresh_token, expires_at }))
  }

  /** The app starts, or starts anew: it has what is in the store. */
  function startApp(): void {
    phone.kill('app')
    isInFront = true
    isEnded = false
    const stored = phone.files()[STORE]
    memory.app.tokens = stored === undefined ? undefined : JSON.parse(stored)
    show('app', stored === undefined ? APP_SCREENS.signedOut('The phone has no tokens.') : APP_SCREENS.idle)
  }

  async function load(process: LocalProcess, program: Program): Promise<void> {
    const { loaded, failed, signedOut } = PROGRAMS[program]
    const config: PhoneConfig = {
      ...serverMetadata(settings),
      client_id: PHOTO_PRINTS.client_id,
      api: API,
      name: program,
      store: STORE,
      readsStore: settings.reads_store,
      lock: LOCKS[settings.lock],
      lock_file: LOCK,
      lease: settings.lease,
      renewsLease: true,
    }
    try {
      const { ok, status } = await loadPhotos(process, config, memory[program])
      show(program, ok ? loaded : failed(`The API answered ${status}.`))
    } catch (error) {
      if (error instanceof SignedOutError) {
        memory[program].tokens = undefined
        show(program, signedOut(error.message))
      }
      // The other program has the lock, or the wire has failed.
      else if (error instanceof LockBusyError || error instanceof TypeError) show(program, failed(error.message))
      else throw error
    }
  }

  function start(program: Program): void {
    show(program, PROGRAMS[program].loading)
    const pace = program === 'app' ? lifecycle() : undefined
    phone.start(
      program,
      (process) =>
        load(process, program).finally(() => {
          // An extension has no other life than its work; an app in the background has done what it had asked time for.
          if (program === 'extension') memory.extension.tokens = undefined
          else if (!isInFront) suspend()
        }),
      pace,
    )
  }

  /** The app stands still from now on. With a lock of the system in its hands it is ended instead. */
  function suspend(): void {
    const hasLock = phone.isRunning('app') && phone.files()[LOCK] === 'app'
    if (!settings.system_lock || !hasLock) {
      lifecycle()?.freeze()
      return
    }
    phone.kill('app')
    phone.disk.remove(LOCK)
    memory.app.tokens = undefined
    isEnded = true
    show('app', ENDED_SCREEN)
  }

  function stateOfApp(): string {
    if (isEnded) return 'ended by the phone'
    if (isInFront) return 'in front'
    return lifecycle()?.isFrozen === true ? 'suspended' : 'at work in the background'
  }

  const actions: readonly Action[] = [
    {
      id: 'load-photos',
      label: 'Load the photos',
      place: 'page',
      actor: 'app',
      available: () => isInFront && !phone.isRunning('app') && (userAgent.page('app')?.offers('load-photos') ?? false),
      run: () => start('app'),
    },
    {
      id: 'sign-in',
      label: 'Sign in again',
      place: 'page',
      actor: 'app',
      available: () => isInFront && !phone.isRunning('app') && (userAgent.page('app')?.offers('sign-in') ?? false),
      run: () => phone.start('app', () => signIn().then(startApp), lifecycle()),
    },
    {
      id: 'home',
      label: 'Go to the home screen',
      hint: 'The app is in the background then, and the phone suspends it: at once, or when it has done what it asked time for.',
      place: 'stage',
      actor: 'app',
      available: () => isInFront,
      run() {
        isInFront = false
        if (!settings.background_time || !phone.isRunning('app')) suspend()
      },
    },
    {
      id: 'open',
      label: 'Open the app again',
      hint: 'It goes on where it stood, with what it has in memory. If the phone has ended it, it starts anew.',
      place: 'stage',
      actor: 'app',
      available: () => !isInFront,
      run() {
        if (isEnded) startApp()
        isInFront = true
        lifecycle()?.resume()
      },
    },
    {
      id: 'notify',
      label: 'Let a notification arrive',
      hint: 'The phone starts the extension, a process of its own. It gets the picture for it with the stored tokens.',
      place: 'stage',
      actor: 'extension',
      available: () => !phone.isRunning('extension'),
      run: () => start('extension'),
    },
  ]

  return {
    actors: [
      { id: 'phone-system', title: settings['name_phone-system'], kind: 'device' },
      { id: 'app', title: settings['name_phone-app'], kind: 'app' },
      ...namedActors(settings, { auth: 'server', api: 'server', extension: 'app' }),
    ],
    origins: {
      [SCREENS]: { actor: 'phone-system', handle: async () => html(200, APP_SCREENS.idle) },
      ...servers.origins,
    },
    snapshots: {
      'phone-system'() {
        const { [STORE]: session, ...files } = phone.files()
        return {
          device: 'phone',
          programs: [
            { name: settings['name_phone-app'], state: stateOfApp() },
            { name: settings.name_extension, state: phone.isRunning('extension') ? 'at work' : 'not running' },
          ],
          keychain: session === undefined ? {} : { [STORE]: session },
          files,
        }
      },
      app: () => ({ process: { ...memory.app.tokens } }),
      extension: () => ({ process: { ...memory.extension.tokens } }),
      ...servers.snapshots,
    },
    userAgent,
    milestones,
    actions,
    open() {
      simulation.tasks.start('sign-in-before', 'phone-system', async () => {
        await signIn()
        for (const [window, screen] of screens) {
          const response = html(200, screen)
          userAgent.restore(window, { url: `${SCREENS}/${window}`, response, calls: [], preflightMaxAgeSeconds: 0 })
        }
      })
    },
  }
}
