/** Somebody who is after Ada’s account: with a mail that she forwards, as “support” would ask for, or with one that they have asked for. */
import type { HttpResponse } from '../../http/index.ts'
import { followRedirects, type PlainBrowser } from '../../scenario-kit/parties/plain-browser.ts'

/** Opens the link in a browser of their own, and returns the page that they come to. */
export async function openForwarded(browser: PlainBrowser, link: string): Promise<string> {
  // #region forwarded
  const page = await followRedirects(browser, link, await browser.get(link))
  return page.body
  // #endregion
}

/** Begins to sign in at the app, and has the mail sent to Ada. Returns the page of the issuer that waits for her. */
export async function beginAsAda(
  browser: PlainBrowser,
  { login, issuer, email }: { readonly login: string; readonly issuer: string; readonly email: string },
): Promise<HttpResponse> {
  // #region began
  const signInPage = await followRedirects(browser, login, await browser.get(login))
  const addressPage = await browser.submit(signInPage, {}, { id: 'provider-1', base: issuer })
  return browser.submit(addressPage, { email }, { id: 'address', base: issuer })
  // #endregion
}

/** Looks whether she has opened the link, and returns the page that they come to. */
export async function lookAgain(browser: PlainBrowser, issuer: string, waiting: HttpResponse): Promise<HttpResponse> {
  // #region began
  return followRedirects(browser, issuer, await browser.submit(waiting, {}, { id: 'go-on', base: issuer }))
  // #endregion
}
