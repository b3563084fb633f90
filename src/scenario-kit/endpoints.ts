/** Where the cast's authorization server has its endpoints: at the usual paths, or as the settings say (RFC 8414 §2). */
import type { Settings } from '../simulation/index.ts'
import type { SettingDeclaration } from './setting.ts'

/** URL origin of the authorization server, and its issuer identifier. */
export const ISSUER = 'https://auth.example'

/** What the server publishes of itself, as far as clients and APIs here use it (RFC 8414 §2, OpenID Connect RP-Initiated Logout §2.1). */
export type ServerMetadata = { readonly issuer: string } & Readonly<Record<EndpointName, string>>

/** An endpoint by its member in the metadata, which is also the id of the setting for its path. */
type EndpointName = keyof typeof ENDPOINTS

const ENDPOINTS = {
  authorization_endpoint: { path: '/authorize', title: 'authorization endpoint' },
  pushed_authorization_request_endpoint: { path: '/par', title: 'pushed authorization request endpoint' },
  token_endpoint: { path: '/token', title: 'token endpoint' },
  userinfo_endpoint: { path: '/userinfo', title: 'UserInfo endpoint' },
  revocation_endpoint: { path: '/revoke', title: 'revocation endpoint' },
  introspection_endpoint: { path: '/introspect', title: 'introspection endpoint' },
  jwks_uri: { path: '/jwks.json', title: 'keys (JWKS)' },
  end_session_endpoint: { path: '/end_session', title: 'logout endpoint' },
  registration_endpoint: { path: '/register', title: 'registration endpoint' },
  device_authorization_endpoint: { path: '/device_authorization', title: 'device authorization endpoint' },
  backchannel_authentication_endpoint: { path: '/bc-authorize', title: 'backchannel authentication endpoint' },
}

/** The page on which a person confirms a logout; it goes where the logout endpoint goes. */
const LOGOUT_PAGE = '/logout'

/** What else the server has. Nobody asks for these by a name that could be another one elsewhere. */
const PAGES = [
  '/device',
  '/login',
  '/mfa',
  '/push',
  '/consent',
  LOGOUT_PAGE,
  '/federation/start',
  '/federation/callback',
  '/federation/link',
  '/email/start',
  '/email/link',
  '/email/code',
  '/revoked-tokens',
  '/phone-answers',
  '/.well-known/openid-configuration',
  '/.well-known/oauth-authorization-server',
]

/** A path that a URL parser leaves as it is, in characters that need no escape anywhere. */
const PATH = {
  pattern: /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~:@+-]+)+\/?$/,
  what: 'a path such as /oauth2/token: letters, digits and - . _ ~ : @ + between slashes',
}

type PathSetting = Extract<SettingDeclaration, { type: 'text' }>

type EndpointPathFields<Name extends EndpointName> = { readonly [Id in Name]: PathSetting }

/** A text setting for the path of each endpoint that a scenario uses. */
export function endpointPathFields<Name extends EndpointName>(...names: readonly Name[]): EndpointPathFields<Name> {
  const fields = names.map((name): [Name, PathSetting] => [
    name,
    {
      label: `Path of the ${ENDPOINTS[name].title}`,
      group: 'Names',
      type: 'text',
      default: ENDPOINTS[name].path,
      maxLength: 100,
      accepts: PATH,
    },
  ])
  return Object.fromEntries(fields) as EndpointPathFields<Name>
}

/** Where every endpoint is, by its usual path. */
export function endpointPaths(settings: Settings): Readonly<Record<string, string>> {
  const paths = Object.entries(ENDPOINTS).map(([name, { path }]) => [path, String(settings[name] ?? path)] as const)
  const logout = settings.end_session_endpoint
  const hasMoved = logout !== undefined && logout !== ENDPOINTS.end_session_endpoint.path
  return {
    ...Object.fromEntries(paths),
    ...(hasMoved && { [LOGOUT_PAGE]: `${String(logout).replace(/\/$/, '')}/confirm` }),
  }
}

/** The server's metadata with the settings given. */
export function serverMetadata(settings: Settings): ServerMetadata {
  const url = (name: EndpointName) => `${ISSUER}${settings[name] ?? ENDPOINTS[name].path}`
  return {
    issuer: ISSUER,
    authorization_endpoint: url('authorization_endpoint'),
    pushed_authorization_request_endpoint: url('pushed_authorization_request_endpoint'),
    token_endpoint: url('token_endpoint'),
    userinfo_endpoint: url('userinfo_endpoint'),
    revocation_endpoint: url('revocation_endpoint'),
    introspection_endpoint: url('introspection_endpoint'),
    jwks_uri: url('jwks_uri'),
    end_session_endpoint: url('end_session_endpoint'),
    registration_endpoint: url('registration_endpoint'),
    device_authorization_endpoint: url('device_authorization_endpoint'),
    backchannel_authentication_endpoint: url('backchannel_authentication_endpoint'),
  }
}

/** Endpoints that would be at a path where something else is, as sentences; empty when each has its own. */
export function endpointConflicts(settings: Settings): string[] {
  const moved = endpointPaths(settings)
  const titles = new Map<string, string>(Object.values(ENDPOINTS).map(({ path, title }) => [path, title]))
  const taken = new Map(PAGES.map((page) => [moved[page] ?? page, 'a page of the server']))
  return Object.entries(moved).flatMap(([usual, path]) => {
    const title = titles.get(usual)
    if (title === undefined) return []
    const other = taken.get(path)
    taken.set(path, `the ${title}`)
    return other === undefined ? [] : [`The ${title} cannot be at “${path}”: ${other} is there.`]
  })
}

/** The path of a URL as patterns know it: the usual one, wherever the settings have put the endpoint. */
export function usualPath({ origin, pathname }: URL, settings: Settings): string {
  if (origin !== ISSUER) return pathname
  const moved = Object.entries(endpointPaths(settings)).find(([, path]) => path === pathname)
  return moved?.[0] ?? pathname
}
