/** The script of the page: it has no token, only answers. */
import type { TabGlobals } from '../../simulation/index.ts'

/** What the backend answered, as the page uses it. */
export interface Answer {
  readonly status: number
  readonly data: unknown
}

/** Asks whether this browser has a session. */
export async function isSignedIn({ fetch }: TabGlobals): Promise<boolean> {
  const { signed_in } = await (await fetch('/session')).json()
  return signed_in
}

/** Calls the backend, which calls the API. The cookie goes along by itself, the header because this script sets it. */
export async function callBackend({ fetch }: TabGlobals, method: 'GET' | 'POST', path: string): Promise<Answer> {
  const answer = await fetch(path, { method, headers: { 'x-csrf': '1' } })
  return { status: answer.status, data: await answer.json() }
}
