/** An API with one issuer behind it, for the tests of this folder: tokens are signed for real, the issuer answers out of memory. */
import type { JWTPayload } from 'jose'
import { type HttpRequest, type HttpResponse, json } from '../../http/index.ts'
import { type CheckNote, createEnvironment } from '../environment.ts'
import { fixtureKeys } from '../fixture-keys.ts'
import { type PrivateJwk, publicJwks } from '../keys.ts'
import { signJwt } from '../tokens/sign-jwt.ts'
import { createResourceServer, type ResourceServer, type ResourceServerConfig, type Route } from './index.ts'

/** The second at which the example lives, in epoch seconds. */
export const NOW = 1_800_000_000
export const ISSUER = 'https://as.example'
export const RESOURCE = 'https://api.example'

/** Claims of a token that opens every route without a step-up demand. */
export const claims: JWTPayload = {
  iss: ISSUER,
  aud: RESOURCE,
  sub: 'alice',
  client_id: 'app',
  scope: 'read write',
  iat: NOW,
  exp: NOW + 300,
  jti: 'token-1',
}

/** Signs claims with the issuer's key, or another one, as an access token, or another kind. */
export function sign(payload: JWTPayload, options: { typ?: string; key?: PrivateJwk } = {}): Promise<string> {
  const environment = createEnvironment(options.key === undefined ? {} : { keys: [options.key] })
  return signJwt(payload, { typ: options.typ ?? 'at+jwt' }, environment)
}

/** The running example: the server, what it noted, what it asked its issuer, and hands on the clock and the issuer. */
export interface ExampleApi {
  readonly server: ResourceServer
  readonly notes: CheckNote[]
  /** Requests the server sent to its issuer. */
  readonly calls: HttpRequest[]
  /** Seconds since {@link NOW}. */
  elapsedSeconds: number
  /** What the issuer answers to the next calls. */
  issuer: (request: HttpRequest) => Promise<HttpResponse>
  /** Calls a path with a token in the header. */
  call(path: string, token?: string): Promise<HttpResponse>
}

const routes: readonly Route[] = [
  { method: 'GET', path: '/notes', scope: 'read', respond: ({ sub }) => ({ owner: sub }) },
  { method: 'POST', path: '/notes', scope: 'read write', respond: () => ({ created: true }) },
  { method: 'DELETE', path: '/notes', scope: 'admin', respond: () => ({}) },
  { method: 'GET', path: '/ping', scope: '', respond: () => ({ pong: true }) },
  { method: 'GET', path: '/transfer', scope: 'read', acr_values: 'mfa phr', respond: () => ({ sent: true }) },
  { method: 'GET', path: '/recent', scope: 'read', max_age: 60, respond: () => ({ recent: true }) },
]

/** The JWKS document of an issuer with these keys. */
export function keySetResponse(keys: readonly PrivateJwk[] = fixtureKeys): HttpResponse {
  return json(200, publicJwks({ keys }))
}

/** Sets up the example with local validation, or as `config` says. */
export function exampleApi(config: Partial<ResourceServerConfig> = {}): ExampleApi {
  const notes: CheckNote[] = []
  const calls: HttpRequest[] = []
  const server = createResourceServer(
    {
      resource: RESOURCE,
      issuer: ISSUER,
      realm: 'notes',
      validation: { type: 'jwt', jwks_uri: `${ISSUER}/jwks.json` },
      routes,
      ...config,
    },
    {
      now: () => NOW + example.elapsedSeconds,
      note: (note) => {
        if (note.type === 'check') notes.push(note)
      },
      send: (request) => {
        calls.push(request)
        return example.issuer(request)
      },
    },
  )
  const example: ExampleApi = {
    server,
    notes,
    calls,
    elapsedSeconds: 0,
    issuer: async () => keySetResponse(),
    call: (path, token) =>
      server.handle({
        method: 'GET',
        url: `${RESOURCE}${path}`,
        headers: token === undefined ? [] : [['authorization', `Bearer ${token}`]],
        body: '',
      }),
  }
  return example
}

/** The attributes of a response's Bearer challenge. Throws when it has none. */
export function challengeOf(response: HttpResponse): Record<string, string> {
  const line = response.headers.find(([name]) => name === 'www-authenticate')?.[1] ?? ''
  if (!line.startsWith('Bearer ')) throw new Error(`not a Bearer challenge: ${line}`)
  return Object.fromEntries(
    [...line.matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
}
