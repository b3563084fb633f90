/** What an authorization server keeps of everything it issued: records, by the id of their lifecycle notes. */
import type { Json, JsonObject } from '../../lib/json.ts'
import type { Find } from './artifacts.ts'

/** Lists of the snapshot, the artifact that each holds, and the member that is its id. */
const LISTS: readonly (readonly [list: string, artifact: string, id: string])[] = [
  ['sessions', 'session', 'sid'],
  ['codes', 'authorization_code', 'id'],
  ['access_tokens', 'access_token', 'jti'],
  ['push_prompts', 'push_prompt', 'id'],
  ['trusted_devices', 'trusted_device', 'id'],
]

/** True for the state of an authorization server that has begun to work. */
export function isAuthorizationServer(state: JsonObject): boolean {
  return typeof state.issuer === 'string' && Array.isArray(state.grants)
}

/** Its secrets of clients and its records, in the order of the lists. */
export function databaseFinds(state: JsonObject): readonly Find[] {
  const secrets = listOf(state.clients)
    .filter((client) => client.client_secret !== undefined)
    .map(({ client_id }) => ({ artifact: 'client_secret', path: ['clients', String(client_id)] }))
  const records = LISTS.flatMap(([list, artifact, id]) =>
    listOf(state[list]).map((record) => ({ artifact, id: String(record[id]), path: [list, String(record[id])] })),
  )
  const refreshTokens = listOf(state.grants).flatMap((grant) =>
    listOf(grant.refresh_tokens).map(({ id }) => ({
      artifact: 'refresh_token',
      id: String(id),
      path: ['grants', String(grant.id), String(id)],
    })),
  )
  return [...secrets, ...records, ...refreshTokens]
}

function listOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonObject[]) : []
}
