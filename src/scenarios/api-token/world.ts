/** The parties: the Client, the Auth Service that issues tokens, and the API Server that checks them. */
import { base64url, utf8 } from '../../lib/encoding.ts'
import type { ClientMetadata, Route } from '../../protocol/index.ts'
import { describeError } from '../../scenario-kit/client-error.ts'
import { ISSUER } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { ADA, API, createServers, namedActors } from '../../scenario-kit/parties/cast.ts'
import { authorizeBeforehand } from '../../scenario-kit/parties/prelude.ts'
import {
  type Action,
  createUserAgent,
  type ServerGlobals,
  type Simulation,
  type World,
} from '../../simulation/index.ts'
import {
  ApiError,
  type ClientConfig,
  type Credential,
  callApi,
  type Grant,
  getToken,
  revoke,
  type Session,
} from './client.ts'
import { CLIENT_CERTIFICATE, certificateBytes, createCredentialDoor } from './known-credentials.ts'
import { checkRevocationList, withRevocationList } from './revocation-list.ts'
import type { Settings } from './settings.ts'

const REDIRECT_URI = 'https://client.example/callback'

/** As many as Microsoft Entra ID names groups in a JWT. */
const MOST_ROLES = 200

const CLIENT = {
  client_id: 'reports-client',
  client_secret: 'reports-client-secret',
  client_name: 'Reports Client',
  redirect_uris: [REDIRECT_URI],
  grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
  scope: 'resource:read scope:profile',
} satisfies ClientMetadata

const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/resource', scope: 'resource:read', respond: () => ({ report: 'October', pages: 12 }) },
  {
    method: 'GET',
    path: '/profile',
    scope: 'scope:profile',
    respond: ({ sub, client_id }) => ({ subject: sub ?? client_id }),
  },
  {
    method: 'GET',
    path: '/audit-log',
    scope: 'resource:read',
    role: 'auditor',
    respond: () => ({ read_today: ['October'] }),
  },
]

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const others = Array.from({ length: settings.other_roles }, (_, index) => `team-${index + 1}`)
  const roles = settings.role === 'none' ? others : [settings.role, ...others]
  const servers = createServers(simulation, settings, {
    clients: [CLIENT],
    policy: {
      lifetimes: {
        access_token: settings.access_token_lifetime,
        refresh_token: settings.refresh_token_lifetime,
      },
      accessTokenFormat: settings.token_format,
      rolesInToken: { most: MOST_ROLES, endpoint: 'https://directory.example/people/ada/roles' },
    },
    validation: settings.validation === 'introspection' ? 'introspection' : 'jwt',
    routes: ROUTES,
    ...(roles.length > 0 && { roles }),
  })
  const { authorizationServer } = servers
  const credential = credentialOf(simulation, settings)
  const usesTokens = credential.type === 'bearer'
  const config: ClientConfig = {
    ...servers.metadata,
    api: API,
    client_id: CLIENT.client_id,
    client_secret: CLIENT.client_secret,
    scope: settings.scope,
    refresh_endpoint:
      settings.refresh_path === '/token' ? servers.metadata.token_endpoint : `${ISSUER}${settings.refresh_path}`,
    retries: settings.retries,
    credential,
    ...(settings.presents === 'own_header' && { token_header: 'x-access-token' }),
    ...(settings.presents === 'project_key' && { project_key: base64url(simulation.random(18, 'client/project_key')) }),
    decide: (question, answer) => simulation.note('client', { type: 'decision', question, answer }),
  }
  const api = createApi()

  /** The API Server as the settings say: its own record of credentials, or tokens with or without the list. */
  function createApi() {
    const tokenApi = servers.origins[API]?.handle ?? authorizationServer.handle
    if (credential.type !== 'bearer') {
      const bytes = credential.type === 'api_key' ? utf8(credential.key) : certificateBytes(credential.certificate)
      const known = { type: credential.type, bytes, client_id: CLIENT.client_id, scope: config.scope }
      return { handle: createCredentialDoor(simulation, known, ROUTES), snapshot: servers.snapshots.api }
    }
    if (settings.validation !== 'revocation_list') return { handle: tokenApi, snapshot: servers.snapshots.api }
    const listed = checkRevocationList(simulation, tokenApi, settings.list_age)
    return {
      handle: listed.handle,
      snapshot: () => ({ ...Object(servers.snapshots.api()), revocation_list: listed.snapshot() }),
    }
  }

  const session: Session = { tokens: undefined }
  let outcome = 'nothing done yet'
  const client = createBackend(simulation, 'client', () => ({
    credential: { ...credential },
    tokens: session.tokens && { ...session.tokens },
    outcome,
  }))

  /** What the client gets its first token for. Ada's sign-in happens in her browser, which is not drawn here. */
  async function obtainGrant(): Promise<Grant> {
    if (settings.grant === 'client_credentials') return { type: 'client_credentials' }
    if (settings.grant === 'password') return { type: 'password', ...ADA }
    const { code, code_verifier } = await authorizeBeforehand({
      metadata: servers.metadata,
      handle: authorizationServer.handle,
      client_id: CLIENT.client_id,
      redirect_uri: REDIRECT_URI,
      scope: config.scope,
      random: simulation.random,
    })
    return { type: 'authorization_code', code, code_verifier, redirect_uri: REDIRECT_URI }
  }

  function action(
    offer: Pick<Action, 'id' | 'label' | 'hint'>,
    available: () => boolean,
    body: (globals: ServerGlobals) => Promise<string>,
  ): Action {
    return {
      ...offer,
      place: 'stage',
      available: () => available() && !client.isBusy('call'),
      run: () =>
        client.start('call', async (globals) => {
          outcome = await describeFailure(body(globals))
        }),
    }
  }

  const canCall = () => !usesTokens || session.tokens !== undefined
  const call = (path: string, hint: string) =>
    action({ id: `call-${path.slice(1)}`, label: `GET ${path}`, hint }, canCall, async (globals) =>
      JSON.stringify(await callApi(globals, config, session, path)),
    )

  return {
    actors: namedActors(settings.provider === 'own' ? settings : { ...settings, name_auth: settings.provider }, {
      client: 'app',
      auth: 'server',
      api: 'server',
    }),
    origins: {
      [ISSUER]: { actor: 'auth', handle: withRevocationList(simulation, authorizationServer) },
      [API]: { actor: 'api', handle: api.handle },
    },
    snapshots: { client: client.snapshot, auth: servers.snapshots.auth, api: api.snapshot },
    // Ada's browser is not part of this flow, so no window is ever opened.
    userAgent: createUserAgent(simulation, { actor: 'browser', apps: {} }),
    milestones,
    actions: [
      action(
        { id: 'get-token', label: 'Get a token', hint: 'POST /token with the client’s credentials.' },
        () => usesTokens,
        async (globals) => {
          session.tokens = await getToken(globals, config, await obtainGrant())
          return 'signed in'
        },
      ),
      call('/resource', 'Requires resource:read.'),
      call('/profile', 'Requires scope:profile.'),
      call('/audit-log', 'Requires resource:read, and that the person is an auditor.'),
      action(
        {
          id: 'revoke',
          label: 'Revoke, and keep a copy',
          hint: 'A sign-out. The copy stays, as a thief’s would: call again and see who notices.',
        },
        () => session.tokens !== undefined,
        async (globals) => {
          if (session.tokens !== undefined) await revoke(globals, config, session.tokens)
          return 'signed out'
        },
      ),
    ],
    open: () => undefined,
  }
}

function credentialOf({ random }: Simulation, settings: Settings): Credential {
  if (settings.credential === 'api_key') return { type: 'api_key', key: base64url(random(18, 'api/api_key')) }
  if (settings.credential === 'mtls') return { type: 'mtls', certificate: CLIENT_CERTIFICATE }
  return { type: 'bearer' }
}

/** What came of a call, in one line. */
async function describeFailure(work: Promise<string>): Promise<string> {
  try {
    return await work
  } catch (error) {
    return describeError(error, ApiError)
  }
}
