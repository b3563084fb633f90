/** The parties: an app with a key of its own in the browser, its servers, and somebody whose script got into the page. */
import { html } from '../../http/index.ts'
import { reportSignInError } from '../../scenario-kit/client-error.ts'
import { noteStateAccepted } from '../../scenario-kit/client-refusal.ts'
import { serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { API, APP, createServers, namedActors, PHOTO_PRINTS } from '../../scenario-kit/parties/cast.ts'
import { createKeyStore, withKey } from '../../scenario-kit/parties/key-pairs.ts'
import { createTabApp } from '../../scenario-kit/parties/tab-app.ts'
import { createThief } from '../../scenario-kit/parties/thief.ts'
import type { Action, Page, Simulation, World } from '../../simulation/index.ts'
import { ATTACKER, createAttacker, type Loot, makeProofs, readPhotos, refreshStolen, stealTokens } from './attacker.ts'
import { finishSignIn, loadPhotos, type PageScript, type Proofs, type Session, signIn } from './client.ts'
import { signedInPage, signingInPage, startPage } from './pages.ts'
import { createProofs as forEach } from './proof.ts'
import { createProofs as forAll } from './proof-for-all.ts'
import { createProofs as kept } from './proof-kept.ts'
import { createProofs as none } from './proof-none.ts'
import { createProofs as ofOrigin } from './proof-of-origin.ts'
import type { Settings } from './settings.ts'

const WINDOW = 'tab'
const PROOFS: Readonly<Record<Settings['proofs'], () => Proofs>> = {
  none,
  each: forEach,
  kept,
  for_all: forAll,
  origin: ofOrigin,
}

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const isBound = settings.proofs !== 'none'
  const nonce = settings.nonces ? 'required' : 'off'
  const servers = createServers(simulation, settings, {
    clients: [{ ...PHOTO_PRINTS, ...(isBound && { dpop_bound_access_tokens: true }) }],
    policy: { lifetimes: { access_token: settings.access_token_lifetime }, dpopNonce: nonce },
    ...(isBound && { dpop: { nonce } }),
  })
  const config = {
    ...serverMetadata(settings),
    client_id: PHOTO_PRINTS.client_id,
    redirect_uri: `${APP}/callback`,
    scope: 'photos:read',
    api: API,
  }

  /** The origin's IndexedDB. */
  const idb = createKeyStore()
  let session: Session = { proofs: PROOFS[settings.proofs](), nonces: new Map() }

  const scriptOf = ({ globals }: Page): PageScript => ({
    ...globals,
    crypto: withKey(simulation, globals.crypto, 'PAGE_KEY'),
    Date: { now: () => globals.Date.now() + settings.clock_offset * 1000 },
    idb,
  })

  async function load(page: Page): Promise<void> {
    session = { proofs: PROOFS[settings.proofs](), nonces: new Map() }
    if (page.url.pathname === '/callback') {
      await finishSignIn(scriptOf(page), config, session)
      noteStateAccepted(simulation, 'app')
      page.show(signedInPage())
    } else if (isSignedIn(page)) page.show(signedInPage())
  }

  function fail(page: Page, error: unknown): void {
    const alert = reportSignInError(simulation, 'app', error)
    page.show(isSignedIn(page) ? signedInPage(undefined, alert) : startPage(alert))
  }

  const { userAgent, pageAction } = createTabApp(simulation, { load, fail })

  let stolenProofs: readonly string[] = []
  const thief = createThief<Loot>(simulation, (loot) => {
    const { proofs, ...tokens } = loot ?? {}
    return { ...tokens, ...(proofs !== undefined && { unused_proofs: stolenProofs.length }) }
  })
  const keep = (found: Loot) => {
    thief.keep(found)
    stolenProofs = found.proofs?.split(' ') ?? []
  }

  /** A script that got into the page, through an advertisement or a dependency. */
  function injected(id: string, label: string, hint: string, body: (script: PageScript) => Promise<void>): Action {
    return {
      id,
      label,
      hint,
      place: 'stage',
      available: () => userAgent.page(WINDOW)?.offers('load-photos') ?? false,
      run() {
        const page = userAgent.page(WINDOW)
        page?.run(() => body(scriptOf(page)).catch((error: unknown) => fail(page, error)))
      },
    }
  }

  return {
    actors: namedActors(settings, {
      browser: 'browser',
      app: 'app',
      auth: 'server',
      api: 'server',
      attacker: 'attacker',
    }),
    origins: {
      [APP]: {
        actor: 'app',
        handle: async ({ url }) => html(200, new URL(url).pathname === '/callback' ? signingInPage() : startPage()),
      },
      ...servers.origins,
      [ATTACKER]: { actor: 'attacker', handle: createAttacker(keep) },
    },
    snapshots: {
      browser: userAgent.snapshot,
      app: () => ({ indexed_db: idb.snapshot(), nonces: Object.fromEntries(session.nonces) }),
      ...servers.snapshots,
      attacker: thief.snapshot,
    },
    userAgent,
    milestones,
    actions: [
      pageAction(WINDOW, 'sign-in', 'Sign in', (page) => signIn(scriptOf(page), config, session)),
      pageAction(WINDOW, 'load-photos', 'Load the photos', async (page) => {
        page.show(signedInPage(await loadPhotos(scriptOf(page), config, session)))
      }),
      injected(
        'steal-tokens',
        'Inject a script: copy the tokens',
        'It reads what the page keeps and sends it away. The browser does not let it export the key.',
        stealTokens,
      ),
      injected(
        'make-proofs',
        'Inject a script: sign with the key',
        'It cannot take the key away, but it can use it as the page does: for a call now, and for one in four minutes.',
        (script) => makeProofs(script, API),
      ),
      thief.action(
        'attacker-call',
        'Attacker: read the photos',
        'From another computer, with the token that the script sent.',
        (own, held) => {
          const [next, ...rest] = stolenProofs
          stolenProofs = rest
          return readPhotos(own, API, held, next)
        },
      ),
      thief.action(
        'attacker-refresh',
        'Attacker: get new tokens',
        'The attacker sends the stolen refresh token as the app would. The app has no secret.',
        (own, held) => refreshStolen(own, config, held),
      ),
    ],
    open: () => userAgent.open(WINDOW, `${APP}/`),
  }
}

function isSignedIn({ globals }: Page): boolean {
  return globals.sessionStorage.getItem('tokens') !== null
}
