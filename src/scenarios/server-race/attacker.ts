/** The attacker: a copy of a refresh token that the app has already used, sent as if nothing had happened. */
import type { ServerGlobals } from '../../simulation/index.ts'

/** What was copied, and where it is sent. */
export interface Loot {
  readonly refresh_token: string
  readonly client_id: string
  readonly token_endpoint: string
  readonly api: string
}

/** Refreshes with the copy and reads the photos with what comes of it. Returns what was answered last. */
export async function replay({ fetch }: Pick<ServerGlobals, 'fetch'>, loot: Loot): Promise<string> {
  // #region replay
  const { refresh_token, client_id } = loot
  const answer = await fetch(loot.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token, client_id }),
  })
  const { access_token, error } = await answer.json()
  if (!answer.ok) return `The server answered ${error}.`
  const photos = await fetch(new URL('/photos', loot.api), { headers: { authorization: `Bearer ${access_token}` } })
  return `The API answered ${photos.status}.`
  // #endregion
}
