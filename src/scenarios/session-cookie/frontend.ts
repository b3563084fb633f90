/** The script of the page: it has no token, only answers. */
import type { TabGlobals } from '../../simulation/index.ts'

/** What the backend answered, as the page uses it. */
export interface Answer {
  readonly status: number
  readonly data: unknown
}

/** Asks whether this browser has a session. */
export async function isSignedIn({ fetch }: TabGlobals): Promise<boolean> {
  // #region session
  const { signed_in } = await (await fetch('/session')).json()
  return signed_in
  // #endregion
}

/** Asks the backend for the photos. The browser adds the cookie, this script the header. */
export async function loadPhotos({ fetch }: TabGlobals): Promise<Answer> {
  // #region api-call
  return readAnswer(await fetch('/api/photos', { headers: { 'x-csrf': '1' } }))
  // #endregion
}

/** Orders prints. Another site can send such a POST with the cookie, but not with the header. */
export async function orderPrints({ fetch }: TabGlobals): Promise<Answer> {
  // #region csrf
  return readAnswer(await fetch('/api/orders', { method: 'POST', headers: { 'x-csrf': '1' } }))
  // #endregion
}

async function readAnswer(response: Response): Promise<Answer> {
  return { status: response.status, data: await response.json() }
}
