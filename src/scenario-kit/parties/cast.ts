/** The cast that most scenarios share: Ada, the print shop’s app, the authorization server that knows her, and the photo API. */
import type { Json } from '../../lib/json.ts'
import type {
  AuthorizationServer,
  ClientMetadata,
  PolicyOptions,
  ResourceServerConfig,
  Route,
  SecondFactors,
  ServerConfig,
  User,
} from '../../protocol/index.ts'
import type { Actor, Origin, Settings, Simulation } from '../../simulation/index.ts'
import { endpointPaths, ISSUER, type ServerMetadata, serverMetadata } from '../endpoints.ts'
import { authorizationServerEnvironment, resourceServerEnvironment } from '../environment.ts'
import { type OnDemandServer, startOnDemand, startResourceServer } from '../on-demand.ts'

/** URL origins of the cast. */
export const APP = 'https://app.example'
export const API = 'https://api.example'

/** What Ada signs in with. */
export const ADA = { username: 'ada', password: 'correct horse' }

/** Ada’s mailbox. */
export const ADA_EMAIL = 'ada@example.com'

/** Ada’s subject identifier. */
export const ADA_SUB = 'user-1'

/** What the app is called. */
export const APP_NAME = 'Photo Prints'

/** The app as a public client that was registered beforehand (RFC 7591). */
export const PHOTO_PRINTS: ClientMetadata = {
  client_id: 'photo-prints',
  client_name: APP_NAME,
  redirect_uris: [`${APP}/callback`],
  grant_types: ['authorization_code', 'refresh_token'],
  scope: 'openid profile email offline_access photos:read photos:write',
  token_endpoint_auth_method: 'none',
}

const PHOTO_API = { client_id: 'photo-api', client_secret: 'photo-api-secret' }

const PHOTOS: Route = {
  method: 'GET',
  path: '/photos',
  scope: 'photos:read',
  respond: () => ({ photos: ['harbour.jpg', 'dunes.jpg'] }),
}

/** What a scenario changes about the servers. */
export interface ServerOptions {
  readonly clients: readonly ClientMetadata[]
  readonly policy?: PolicyOptions
  /** What Ada has enrolled besides her password. */
  readonly factors?: SecondFactors
  /** Who has an account, instead of Ada alone; read anew at each use, so that somebody can be added. */
  readonly users?: readonly User[]
  /** Set where anybody may register a client (RFC 7591 §3). */
  readonly registration?: ServerConfig['registration']
  /** Where else people can sign in. */
  readonly identityProviders?: ServerConfig['identity_providers']
  /** What Ada is beside being a person. */
  readonly roles?: readonly string[]
  /** How the API validates access tokens. Default: locally, by the server's keys. */
  readonly validation?: 'jwt' | 'introspection'
  /** Default: `GET /photos` for `photos:read`. */
  readonly routes?: readonly Route[]
  /** Set where the API takes no token but one that is bound to a key (RFC 9449): whether its proofs need a nonce. Default: bearer tokens. */
  readonly dpop?: { readonly nonce: 'off' | 'required' }
  /** Names of steps inside the authorization server that wait on the wire. */
  readonly gatedSteps?: readonly string[]
}

/** The two servers, and what a world needs of them. */
export interface Servers {
  readonly metadata: ServerMetadata
  readonly authorizationServer: OnDemandServer<AuthorizationServer>
  readonly origins: Readonly<Record<string, Origin>>
  readonly snapshots: Readonly<Record<'auth' | 'api', () => Json>>
  /** Calls the API before the first step and off the wire, so that it has the server's keys by then. */
  callApiBeforehand(access_token: string): Promise<void>
}

/** Sets up the authorization server (actor `auth`) and the photo API (actor `api`), with endpoints where the settings say. */
export function createServers(simulation: Simulation, settings: Settings, options: ServerOptions): Servers {
  const {
    clients,
    policy,
    factors,
    roles,
    users,
    identityProviders,
    registration,
    validation = 'jwt',
    routes = [PHOTOS],
    dpop,
    gatedSteps = [],
  } = options
  const metadata = serverMetadata(settings)
  const authorizationServer = startOnDemand(simulation, async () => {
    const { createAuthorizationServer } = await import('../../protocol/index.ts')
    const ada = { ...ADA, sub: ADA_SUB, claims: { name: 'Ada Lovelace', email: ADA_EMAIL } }
    return createAuthorizationServer(
      {
        issuer: ISSUER,
        clients: [...clients, { ...PHOTO_API, client_name: 'Photo API', grant_types: [] }],
        users: users ?? [{ ...ada, ...(factors && { factors }), ...(roles && { roles }) }],
        ...(identityProviders && { identity_providers: identityProviders }),
        ...(registration && { registration }),
        resources: [API],
        endpoint_paths: endpointPaths(settings),
        ...(policy && { policy }),
      },
      authorizationServerEnvironment(simulation, 'auth'),
    )
  })
  let isOnWire = true
  const apiEnvironment = resourceServerEnvironment(simulation, 'api')
  const apiConfig: ResourceServerConfig = {
    resource: API,
    issuer: ISSUER,
    validation:
      validation === 'jwt'
        ? { type: 'jwt', jwks_uri: metadata.jwks_uri }
        : { type: 'introspection', introspection_endpoint: metadata.introspection_endpoint, ...PHOTO_API },
    routes,
    allowed_origins: [APP],
    ...(dpop && { dpop_bound_access_tokens_required: true, policy: { dpopNonce: dpop.nonce } }),
  }
  const resourceServer = startResourceServer(simulation, apiConfig, {
    ...apiEnvironment,
    send: (request) => (isOnWire ? apiEnvironment.send(request) : authorizationServer.handle(request)),
  })
  return {
    metadata,
    authorizationServer,
    origins: {
      [ISSUER]: { actor: 'auth', handle: authorizationServer.handle, gatedSteps },
      [API]: { actor: 'api', handle: resourceServer.handle },
    },
    snapshots: {
      auth: authorizationServer.snapshot,
      api: resourceServer.snapshot,
    },
    async callApiBeforehand(access_token) {
      const [{ method, path } = PHOTOS] = routes
      isOnWire = false
      const authorization = `Bearer ${access_token}`
      await resourceServer.handle({
        method,
        url: `${API}${path}`,
        headers: [['authorization', authorization]],
        body: '',
      })
      isOnWire = true
    },
  }
}

/** The lanes of the cast, named as the settings `name_ID` say. */
export function namedActors<Id extends string>(
  settings: Readonly<Record<`name_${Id}`, string>>,
  kinds: Readonly<Record<Id, Actor['kind']>>,
): Actor[] {
  const ids = Object.keys(kinds) as Id[]
  return ids.map((id) => ({ id, title: settings[`name_${id}`], kind: kinds[id] }))
}
