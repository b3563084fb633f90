/** The parties: an assistant, the company’s identity provider, and two apps with authorization servers of their own. */
import { describeResult } from '../../scenario-kit/client-error.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { ADA, ADA_SUB, namedActors } from '../../scenario-kit/parties/cast.ts'
import { ISSUER_KEY } from '../../scenario-kit/parties/issuer-key.ts'
import { signInBeforehand } from '../../scenario-kit/parties/prelude.ts'
import { createServiceIssuer, createTokenGuardedService } from '../../scenario-kit/parties/service-cast.ts'
import {
  type Action,
  createUserAgent,
  type ServerGlobals,
  type Simulation,
  type World,
} from '../../simulation/index.ts'
import { AccessError, getAssertion, type OtherApp, read, redeem } from './client.ts'
import type { Settings } from './settings.ts'

const REDIRECT_URI = 'https://assistant.example/callback'
const CLIENT = {
  client_id: 'assistant',
  client_secret: 'assistant-secret',
  token_endpoint_auth_method: 'client_secret_post',
} as const

/** Another app, and how its server and API are called. */
function app(name: string, path: string): OtherApp {
  const issuer = `https://auth.${name}.example`
  const resource = `https://${name}.example`
  const client_secret = `assistant-secret-at-${name}`
  const url = `${resource}/${path}`
  return { issuer, token_endpoint: `${issuer}/token`, ...CLIENT, client_secret, resource, url, scope: 'content:read' }
}

const CALENDAR = app('calendar', 'events')
const WIKI = app('wiki', 'pages')

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const metadata = serverMetadata(settings)
  const provider = { token_endpoint: metadata.token_endpoint, ...CLIENT }
  const auth = createServiceIssuer(simulation, settings, {
    clients: [
      {
        ...CLIENT,
        redirect_uris: [REDIRECT_URI],
        grant_types: ['authorization_code', 'urn:ietf:params:oauth:grant-type:token-exchange'],
        scope: `openid ${CALENDAR.scope}`,
      },
    ],
    users: [{ ...ADA, sub: ADA_SUB }],
    resource_authorization_servers: settings.allows_wiki ? [CALENDAR.issuer, WIKI.issuer] : [CALENDAR.issuer],
    keys: [ISSUER_KEY],
  })
  const calendarAuth = server('calendar-auth', CALENDAR, true)
  const wikiAuth = server('wiki-auth', WIKI, settings.wiki_checks)
  const calendar = api('calendar', CALENDAR, { events: ['Lunch with Charles'] })
  const wiki = api('wiki', WIKI, { pages: ['Salaries'] })

  /** The authorization server of another app: it trusts the identity provider for assertions. */
  function server(actor: string, { issuer, resource, client_id, client_secret, scope }: OtherApp, isChecked: boolean) {
    return createServiceIssuer(simulation, settings, {
      beside: { actor, issuer },
      clients: [
        {
          client_id,
          client_secret,
          token_endpoint_auth_method: 'client_secret_post',
          grant_types: ['urn:ietf:params:oauth:grant-type:jwt-bearer'],
          scope,
        },
      ],
      resources: [resource],
      trusted_issuers: [{ issuer: ISSUER, jwks_uri: metadata.jwks_uri, profile: 'id-jag' }],
      policy: {
        assertionTarget: isChecked ? 'checked' : 'unchecked',
        lifetimes: { access_token: settings.access_token_lifetime },
      },
    })
  }

  function api(actor: string, { issuer, resource, url, scope }: OtherApp, data: Readonly<Record<string, string[]>>) {
    const route = { method: 'GET', path: new URL(url).pathname, scope, respond: () => data }
    return createTokenGuardedService(simulation, actor, {
      issuer,
      jwks_uri: `${issuer}/jwks.json`,
      resource,
      routes: [route],
    })
  }

  /** From Ada’s sign-in to the assistant. */
  let id_token: string | undefined
  let assertion: string | undefined
  let result = 'nothing done yet'
  const assistant = createBackend(simulation, 'assistant', () => ({
    client_secret: CLIENT.client_secret,
    id_token,
    assertion,
    result,
  }))

  /** Gets an assertion for one app and shows it to one, usually the same. */
  async function use(globals: ServerGlobals, issuedFor: OtherApp, shownTo: OtherApp): Promise<unknown> {
    assertion = await getAssertion(globals, provider, id_token ?? '', issuedFor)
    return read(globals, shownTo, await redeem(globals, shownTo, assertion))
  }

  const action = (
    id: string,
    label: string,
    hint: string,
    body: (globals: ServerGlobals) => Promise<unknown>,
    isPossible = () => true,
  ): Action => ({
    id,
    label,
    hint,
    place: 'stage',
    available: () => id_token !== undefined && isPossible() && !assistant.isBusy('call'),
    run: () =>
      assistant.start('call', async (globals) => {
        result = await describeResult(body(globals), AccessError)
      }),
  })

  return {
    actors: namedActors(settings, {
      assistant: 'app',
      auth: 'server',
      'calendar-auth': 'server',
      calendar: 'server',
      'wiki-auth': 'server',
      wiki: 'server',
    }),
    origins: {
      [ISSUER]: auth.origin,
      [CALENDAR.issuer]: calendarAuth.origin,
      [CALENDAR.resource]: calendar.origin,
      [WIKI.issuer]: wikiAuth.origin,
      [WIKI.resource]: wiki.origin,
    },
    snapshots: {
      assistant: assistant.snapshot,
      auth: auth.snapshot,
      'calendar-auth': calendarAuth.snapshot,
      calendar: calendar.snapshot,
      'wiki-auth': wikiAuth.snapshot,
      wiki: wiki.snapshot,
    },
    // Ada's browser is not part of this flow, so no window is ever opened.
    userAgent: createUserAgent(simulation, { actor: 'browser', apps: {} }),
    milestones,
    actions: [
      action(
        'read-calendar',
        'Look into the calendar',
        'Ada is signed in to the assistant and asks what is on today.',
        (globals) => use(globals, CALENDAR, CALENDAR),
      ),
      action('read-wiki', 'Look into the wiki', 'The assistant wants to look something up for Ada.', (globals) =>
        use(globals, WIKI, WIKI),
      ),
      action(
        'try-wiki',
        'Take the calendar’s assertion to the wiki',
        'The assistant is curious, or somebody has got into it: it may only use the calendar.',
        (globals) => use(globals, CALENDAR, WIKI),
      ),
      action(
        'redeem-again',
        'Show the same assertion again',
        'The assistant has kept it and saves itself a request.',
        (globals) => redeem(globals, CALENDAR, assertion ?? '').then((token) => read(globals, CALENDAR, token)),
        () => assertion !== undefined,
      ),
    ],
    open: () =>
      assistant.start('sign-in', async () => {
        const tokens = await signInBeforehand({
          metadata,
          handle: auth.origin.handle,
          client_id: CLIENT.client_id,
          credentials: { client_secret: CLIENT.client_secret },
          redirect_uri: REDIRECT_URI,
          scope: 'openid',
          random: simulation.random,
        })
        id_token = tokens.id_token
      }),
  }
}
