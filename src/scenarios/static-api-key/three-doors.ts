/** A service with the three doors that its history left: for the API key, for whoever is inside, and for access tokens. */
import { type HttpRequest, header, json } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import { createTokenGuardedService, type ServerParty } from '../../scenario-kit/parties/service-cast.ts'
import type { Simulation } from '../../simulation/index.ts'

/** One line of the access log. Headers are logged, as so often: that is what the leak is about. */
interface LogLine {
  readonly request: string
  readonly credential: Readonly<Record<string, string>>
  /** Who it was, as far as the service can tell. */
  readonly caller: string
}

/** The key that opens every door of its kind; one for all callers and all services. */
export interface SharedKey {
  current: string
}

/** What sets one such service apart. */
export interface ThreeDoorsOptions {
  readonly actor: string
  readonly url: string
  /** Where the keys of the authorization server are. */
  readonly jwks_uri: string
  /** The last segment of its paths. */
  readonly resource: string
  readonly data: Json
  readonly key: SharedKey
}

/** A service with three doors, and the log that it writes. */
export interface ThreeDoors extends ServerParty {
  readonly log: readonly LogLine[]
}

/** Sets up a service that answers `/v1/…` for the key, `/internal/…` for everybody, and `/v2/…` for access tokens. */
export function createThreeDoors(simulation: Simulation, options: ThreeDoorsOptions): ThreeDoors {
  const { actor, url, jwks_uri, resource, data, key } = options
  const log: LogLine[] = []
  let tokenCaller = 'refused'
  // #region token-call
  const tokenDoor = createTokenGuardedService(simulation, actor, {
    jwks_uri,
    resource: url,
    routes: [
      {
        method: 'GET',
        path: `/v2/${resource}`,
        scope: `${resource}:read`,
        respond({ client_id }) {
          tokenCaller = `client ${client_id}`
          return data
        },
      },
    ],
  })
  // #endregion

  function note(rule: string, passed: boolean, message: string, fix?: string): void {
    simulation.note(actor, { type: 'check', rule, clause: 'policy', passed, message, ...(fix && { fix }) })
  }

  function write(request: HttpRequest, caller: string): void {
    const credential = ['x-api-key', 'authorization'].flatMap((name) => {
      const value = header(request, name)
      return value === undefined ? [] : [[name, value] as const]
    })
    const line = `${request.method} ${new URL(request.url).pathname}`
    log.push({ request: line, credential: Object.fromEntries(credential), caller })
  }

  // #region api-key-call
  function keyDoor(request: HttpRequest) {
    const isRight = header(request, 'x-api-key') === key.current
    write(request, isRight ? 'somebody who has the key' : 'refused')
    if (isRight) {
      note('api_key', true, 'The key is right. It does not say who sent it, what for, or until when.')
      return json(200, data)
    }
    const fix = 'Put the current key into the configuration of every caller, all at the same time.'
    note('api_key', false, 'The key is not the current one.', fix)
    return json(401, { error: 'wrong API key' })
  }
  // #endregion

  // #region unauthenticated-call
  function openDoor(request: HttpRequest) {
    write(request, 'somebody inside of the network')
    note('network_trust', true, 'The request came in, so it is trusted. Nobody was asked who they are.')
    return json(200, data)
  }
  // #endregion

  return {
    log,
    origin: {
      actor,
      async handle(request) {
        const { pathname } = new URL(request.url)
        if (pathname === `/v1/${resource}`) return keyDoor(request)
        if (pathname === `/internal/${resource}`) return openDoor(request)
        tokenCaller = 'refused'
        const response = await tokenDoor.origin.handle(request)
        write(request, tokenCaller)
        return response
      },
    },
    snapshot: () => ({ ...Object(tokenDoor.snapshot()), access_log: log.map((line) => ({ ...line })) }),
  }
}
