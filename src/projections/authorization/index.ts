/** What the tokens of a run may do: every protected resource against every access token, and what was tried. */
import { isJsonObject, type Json } from '../../lib/json.ts'
import type { Trace } from '../../simulation/types.ts'
import { eventsUpTo } from '../moments.ts'
import { clockAt, stateAt } from '../present.ts'
import { tokensIn } from '../tokens.ts'
import { type AttemptAt, attemptsAt } from './attempts.ts'
import { createClaimReader } from './claims.ts'
import type {
  AccessRule,
  AccessToken,
  ApiMatrix,
  Authorization,
  Cell,
  Foresee,
  ProtectedApi,
  ProtectedRoute,
} from './types.ts'

export type * from './types.ts'

/** The matrix at a step. `foresee` asks the rules of the resource server itself. */
export function authorizationAt(trace: Trace, step: number, foresee: Foresee): Authorization {
  const events = eventsUpTo(trace, step)
  const states = stateAt(trace, step)
  const now = Math.floor(clockAt(trace, step) / 1000)
  const apis = Object.entries(states).flatMap(([actor, state]) =>
    isProtectedApi(state) ? [{ actor, api: state, attempts: attemptsAt(events, actor) }] : [],
  )
  const presented = new Set(apis.flatMap(({ attempts }) => attempts.map(({ token }) => token)))
  const read = createClaimReader(events)
  const tokens = tokensIn(trace, step)
    .filter(({ kind, token }) => kind === 'access_token' || presented.has(token))
    .map((seen) => ({ value: seen.token, token: read(seen) }))

  /** What every rule of a server says of one token: of each route, and what it said itself when the token was tried. */
  function judge(value: string, token: AccessToken, { actor, api, attempts }: Guarded): readonly Cell[] {
    const tried = attempts.filter((attempt) => attempt.token === value)
    const { claims, isRevoked } = token
    const said = tried.at(-1)?.refusal
    if (claims === undefined) {
      // Nothing can be foreseen of it. What the server said when it was tried, it will say again.
      const verdict = said === undefined ? 'unknown' : 'refused'
      return api.routes.map((route) => ({
        token,
        verdict,
        ...(said && { refusal: said }),
        attempts: tried.filter(isAt(route)),
      }))
    }
    const own = now + (api.clockAheadSeconds ?? 0)
    const foreseen = api.routes.map((route) => foresee({ claims, isRevoked }, api, { route, now: own }))
    const known = new Set([LIST_RULE, ...foreseen.flat().map(({ rule }) => rule)])
    // The claims say nothing of the signature, say: that is known only from a try.
    const unforeseen = said !== undefined && !known.has(said.rule) ? said : undefined
    return api.routes.map((route, index) => {
      const broken = foreseen[index]?.find(({ holds }) => !holds)
      const refusal = unforeseen ?? broken ?? listed(states[actor], claims)
      const verdict = refusal === undefined ? 'allowed' : 'refused'
      return { token, verdict, ...(refusal && { refusal }), attempts: tried.filter(isAt(route)) }
    })
  }

  return {
    tokens: tokens.map(({ token }) => token),
    apis: apis.map((guarded): ApiMatrix => {
      const { actor, api, attempts } = guarded
      const judged = tokens.map(({ value, token }) => judge(value, token, guarded))
      return {
        actor,
        api,
        rows: api.routes.map((route, index) => ({
          route,
          cells: judged.flatMap((cells) => cells[index] ?? []),
          withoutToken: attempts.filter((attempt) => attempt.token === undefined && isAt(route)(attempt)),
        })),
      }
    }),
  }
}

/** A server that guards resources, and everything that was tried there. */
interface Guarded {
  readonly actor: string
  readonly api: ProtectedApi
  readonly attempts: readonly AttemptAt[]
}

/** Whether some actor of the run guards resources with access tokens. */
export function hasProtectedApi(trace: Trace): boolean {
  return trace.some((event) => event.type === 'state' && isProtectedApi(event.state))
}

function isAt(route: ProtectedRoute): (attempt: AttemptAt) => boolean {
  return ({ method, path }) => method === route.method && path === route.path
}

const LIST_RULE = 'revocation_list'

/** A token on the list of revoked ones that its API keeps, when it keeps one. */
function listed(state: Json | undefined, claims: Readonly<Record<string, Json>>): AccessRule | undefined {
  const list = isJsonObject(state) && isJsonObject(state.revocation_list) ? state.revocation_list.jtis : undefined
  if (!Array.isArray(list) || !list.includes(claims.jti ?? null)) return undefined
  const message = 'The token’s jti is on the list of revoked tokens that this API keeps.'
  return { rule: LIST_RULE, clause: 'policy', holds: false, message }
}

function isProtectedApi(state: Json): state is Json & ProtectedApi {
  return isJsonObject(state) && Array.isArray(state.routes) && typeof state.resource === 'string'
}
