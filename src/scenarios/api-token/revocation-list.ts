/** A list of revoked tokens that the Auth Service publishes and the API Server fetches now and then. No specification has it. */
import { decodeJwt } from 'jose'
import { type HttpHandler, type HttpResponse, header, json } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import type { AuthorizationServer } from '../../protocol/index.ts'
import { ISSUER } from '../../scenario-kit/endpoints.ts'
import type { OnDemandServer } from '../../scenario-kit/on-demand.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { API } from '../../scenario-kit/parties/cast.ts'
import type { Simulation } from '../../simulation/index.ts'

const PATH = '/revoked-tokens'

/** The Auth Service with the list at `GET /revoked-tokens`: the `jti` of each token that was revoked before its time. */
export function withRevocationList({ note }: Simulation, server: OnDemandServer<AuthorizationServer>): HttpHandler {
  return async (request) => {
    if (new URL(request.url).pathname !== PATH) return server.handle(request)
    const list = server.running()?.snapshot().revocation_list ?? []
    const revoked = list.map(({ jti, expires_at }) => ({ jti, exp: expires_at }))
    note('auth', {
      type: 'check',
      rule: 'revocation_list',
      clause: 'policy',
      passed: true,
      message: 'The list holds ids, not tokens, so anybody may have it. The endpoint is this service’s own.',
    })
    return json(200, { revoked })
  }
}

/** The API Server behind its list. */
export interface ListedApi {
  readonly handle: HttpHandler
  snapshot(): Json
}

/** Refuses what the API would accept when its `jti` is on the list; fetches the list when it is older than `maxAgeSeconds`. */
export function checkRevocationList(simulation: Simulation, api: HttpHandler, maxAgeSeconds: number): ListedApi {
  const { clock, note } = simulation
  const { globals } = createBackend(simulation, 'api', () => ({}))
  let list: { readonly jtis: readonly string[]; readonly fetched_at: number } | undefined

  async function currentList(): Promise<readonly string[]> {
    const now = clock.now() / 1000
    if (list !== undefined && now < list.fetched_at + maxAgeSeconds) return list.jtis
    const response = await globals.fetch(new URL(PATH, ISSUER))
    const { revoked }: { revoked: { jti: string }[] } = await response.json()
    list = { jtis: revoked.map(({ jti }) => jti), fetched_at: now }
    return list.jtis
  }

  function verdict(isRevoked: boolean): void {
    const age = clock.now() / 1000 - (list?.fetched_at ?? 0)
    note('api', {
      type: 'check',
      rule: 'revocation_list',
      clause: 'policy',
      passed: !isRevoked,
      message: `The token’s jti is ${isRevoked ? '' : 'not '}on the list, which is ${age} s old.`,
      ...(isRevoked && {
        fix: 'Get a new token; if the refresh token was revoked too, the person must sign in again.',
      }),
    })
  }

  return {
    snapshot: () => (list === undefined ? null : { ...list }),
    async handle(request): Promise<HttpResponse> {
      const response = await api(request)
      // Only a token whose signature and claims hold is worth looking up.
      if (response.status !== 200) return response
      const { jti } = decodeJwt((header(request, 'authorization') ?? '').replace(/^bearer +/i, ''))
      let isRevoked: boolean
      try {
        isRevoked = (await currentList()).includes(jti ?? '')
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
        return json(503, { error: 'temporarily_unavailable', error_description: 'The list could not be fetched.' })
      }
      verdict(isRevoked)
      if (!isRevoked) return response
      const description = 'The token was revoked.'
      const challenge = `Bearer realm="${API}", error="invalid_token", error_description="${description}"`
      return json(401, { error: 'invalid_token', error_description: description }, [
        ['cache-control', 'no-store'],
        ['www-authenticate', challenge],
      ])
    },
  }
}
