/** The parties: a browser, the web app’s backend, the server that signs in by mail, the mailbox, a phone that can read it, and somebody it is forwarded to. */
import { type HttpResponse, html } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import type { ClientMetadata } from '../../protocol/index.ts'
import type { PendingSignIn } from '../../scenario-kit/client-code/confidential-client.ts'
import { createServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import { noteClientRefusal } from '../../scenario-kit/client-refusal.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { ADA_EMAIL, ADA_SUB, APP, APP_NAME, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { createRemoteBrowser } from '../../scenario-kit/parties/plain-browser.ts'
import { joinBrowsers } from '../../scenario-kit/parties/several-browsers.ts'
import { createWebAppBackend, noteCallback } from '../../scenario-kit/parties/web-app-cast.ts'
import { serveRoutes } from '../../scenario-kit/parties/web-routes.ts'
import { type Action, createUserAgent, type Simulation, type UserAgent, type World } from '../../simulation/index.ts'
import { beginAsAda, lookAgain, openForwarded } from './attacker.ts'
import { type ClientConfig, createRoutes, type Session } from './client.ts'
import { type Asked, createMailRoutes } from './mail-sign-in.ts'
import { createMailbox } from './mailbox.ts'
import { createOutbox } from './outbox.ts'
import { failedPage, mailFailedPage } from './pages.ts'
import type { Settings } from './settings.ts'

const SESSION_SECONDS = 3600

const CLIENT = {
  client_id: 'photo-prints-web',
  client_name: APP_NAME,
  client_secret: 'photo-prints-secret',
  redirect_uris: [`${APP}/callback`],
  grant_types: ['authorization_code'],
  scope: 'openid profile',
} satisfies ClientMetadata

const MAIL = 'https://mail.example'

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const config: ClientConfig = {
    ...serverMetadata(settings),
    client_id: CLIENT.client_id,
    client_secret: CLIENT.client_secret,
    redirect_uri: `${APP}/callback`,
    scope: 'openid profile',
    redeemsIn: settings.redeems_in,
  }
  const { authorizationServer } = createServers(simulation, settings, {
    clients: [CLIENT],
    identityProviders: [
      { name: settings.mail === 'code' ? 'a code by mail' : 'a link by mail', url: `${ISSUER}/email/start` },
    ],
    policy: { consent: 'never' },
  })
  const { backend, pending, sessions, fail } = createWebAppBackend<PendingSignIn, Session>(simulation, 'app', {
    session: { sameSite: 'Lax', lifetimeSeconds: SESSION_SECONDS },
    refusal: SignInError,
    failedPage,
  })
  const ownRoutes = createRoutes({ ...backend.globals, pending, sessions }, config)
  const routes = settings.redeems_in === 'any' ? ownRoutes : noteCallback(simulation, 'app', ownRoutes)

  const note: Parameters<typeof createOutbox>[1]['note'] = (entry) => simulation.note('auth', entry)
  const { globals } = createBackend(simulation, 'auth', () => ({}))
  const outbox = createOutbox(globals, { lifetimeSeconds: settings.mail_lifetime, note })
  const asked = createServerSessions<Asked>(
    globals,
    { name: '__Host-mail-sign-in', sameSite: 'Lax', lifetimeSeconds: settings.mail_lifetime },
    { artifact: 'mail_sign_in', note },
  )
  const mailRoutes = serveRoutes(
    createMailRoutes(
      {
        ...globals,
        outbox,
        asked,
        personAt: (address) => (address === ADA_EMAIL ? ADA_SUB : undefined),
        async signedIn(request, { transaction, sub }) {
          const server = authorizationServer.running()
          // Whoever can read the mail has the mailbox: a one-time password (RFC 8176 §2).
          return (
            server?.answerSignIn(request, transaction, { sub, amr: ['otp'] }) ??
            html(400, mailFailedPage('No sign-in has been begun here.'))
          )
        },
      },
      {
        mail: settings.mail,
        opensIn: settings.opens_in,
        goesOnIn: settings.goes_on_in,
        mail_endpoint: `${MAIL}/messages`,
        link_endpoint: `${ISSUER}/email/link`,
      },
    ),
    (error) => {
      if (!(error instanceof SignInError)) throw error
      noteClientRefusal(simulation, 'auth', error)
      return html(400, mailFailedPage(`${error.code}: ${error.message}`))
    },
  )
  const mailbox = createMailbox(simulation, settings.scanner)

  function serverSnapshot(): Json {
    const snapshot = authorizationServer.snapshot() as { readonly [member: string]: Json }
    return authorizationServer.running() === undefined ? snapshot : { ...snapshot, mails: outbox.snapshot() }
  }

  let loot: string | undefined
  let waiting: HttpResponse | undefined
  const attacker = createBackend(simulation, 'attacker', () => ({ page: loot }))
  const attackersBrowser = createRemoteBrowser(simulation, 'attacker')

  const browser = createUserAgent(simulation, { actor: 'browser', apps: {} })
  const phone = createUserAgent(simulation, { actor: 'phone', apps: {} })

  function readMail(
    agent: UserAgent,
    { actor, window, label }: { actor: string; window: string; label: string },
  ): Action {
    const isOpen = () => agent.windows().some(({ id }) => id === window)
    return {
      id: `mail-${actor}`,
      label,
      hint: 'The same mailbox. What differs is the browser that a link in it opens in.',
      place: 'stage',
      actor,
      available: () => mailbox.hasMail(),
      run: () => (isOpen() ? agent.visit(window, `${MAIL}/`) : agent.open(window, `${MAIL}/`)),
    }
  }

  return {
    actors: namedActors(settings, {
      browser: 'browser',
      app: 'server',
      auth: 'server',
      mail: 'server',
      phone: 'browser',
      attacker: 'attacker',
    }),
    origins: {
      [APP]: { actor: 'app', handle: serveRoutes(routes, fail) },
      [ISSUER]: {
        actor: 'auth',
        handle: (request) =>
          new URL(request.url).pathname.startsWith('/email/')
            ? mailRoutes(request)
            : authorizationServer.handle(request),
      },
      [MAIL]: { actor: 'mail', handle: mailbox.handle },
    },
    snapshots: {
      browser: browser.snapshot,
      app: backend.snapshot,
      auth: serverSnapshot,
      mail: mailbox.snapshot,
      phone: phone.snapshot,
      attacker: attacker.snapshot,
    },
    userAgent: joinBrowsers([browser, phone]),
    milestones,
    actions: [
      readMail(browser, { actor: 'browser', window: 'mail', label: 'Read the mail here' }),
      readMail(phone, { actor: 'phone', window: 'phone', label: 'Read the mail on the phone' }),
      {
        id: 'forwarded',
        label: 'Attacker: open the link that was forwarded',
        hint: 'Somebody poses as support and asks Ada for the mail. She forwards it.',
        place: 'stage',
        actor: 'attacker',
        available: () => mailbox.link() !== undefined && !attacker.isBusy('forwarded'),
        run() {
          const link = mailbox.link()
          if (link === undefined) return
          attacker.start('forwarded', async () => {
            loot = await openForwarded(attackersBrowser, link).catch(() => 'no answer')
          })
        },
      },
      {
        id: 'attacker-begins',
        label: 'Attacker: begin as Ada',
        hint: 'Anybody can: an address is no secret. The mail goes to Ada.',
        place: 'stage',
        actor: 'attacker',
        available: () => settings.goes_on_in === 'waiting' && !attacker.isBusy('began'),
        run: () =>
          attacker.start('began', async () => {
            waiting = await beginAsAda(attackersBrowser, {
              login: `${APP}/login`,
              issuer: ISSUER,
              email: ADA_EMAIL,
            }).catch(() => undefined)
          }),
      },
      {
        id: 'attacker-looks',
        label: 'Attacker: look again',
        hint: 'The page that waits does this by itself, every few seconds.',
        place: 'stage',
        actor: 'attacker',
        available: () => waiting !== undefined && !attacker.isBusy('began'),
        run() {
          const page = waiting
          if (page === undefined) return
          attacker.start('began', async () => {
            waiting = await lookAgain(attackersBrowser, ISSUER, page).catch(() => page)
            loot = waiting.body
          })
        },
      },
    ],
    open: () => browser.open('tab', `${APP}/`),
  }
}
