/** The thief: whoever has a copy of a refresh token of a public client needs nothing else (RFC 9700 §4.14). */
import type { ServerGlobals } from '../../simulation/index.ts'

/** What the thief has got hold of. */
export interface Loot {
  readonly refresh_token: string
  readonly access_token?: string
}

/** Sends the stolen refresh token as the app would; returns what to use from now on, or the refusal. */
export async function refreshStolen(
  server: ServerGlobals,
  { token_endpoint, client_id }: { readonly token_endpoint: string; readonly client_id: string },
  loot: Loot,
): Promise<Loot | { readonly error: string }> {
  // #region stolen-refresh
  const response = await server.fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: loot.refresh_token, client_id }),
  })
  const body = await response.json()
  return response.ok ? { ...loot, ...body } : { error: body.error }
  // #endregion
}

/** Reads the victim’s photos; returns the status of the response. */
export async function readPhotos({ fetch }: ServerGlobals, api: string, loot: Loot): Promise<number> {
  // #region stolen-call
  const response = await fetch(new URL('/photos', api), { headers: { authorization: `Bearer ${loot.access_token}` } })
  return response.status
  // #endregion
}
