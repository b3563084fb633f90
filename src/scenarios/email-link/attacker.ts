/** Somebody who is after Ada’s account: with a mail that she forwards, as “support” would ask for, or with one that they have asked for. */
import { type HttpResponse, serialiseForm } from '../../http/index.ts'
import { followRedirects, type PlainBrowser } from '../../scenario-kit/parties/plain-browser.ts'
import { buildSubmission, readForms } from '../../simulation/index.ts'

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
  const addressPage = await sendForm(browser, issuer, { page: signInPage, id: 'provider-1' })
  return sendForm(browser, issuer, { page: addressPage, id: 'address', fields: { email } })
  // #endregion
}

/** Looks whether she has opened the link, and returns the page that they come to. */
export async function lookAgain(browser: PlainBrowser, issuer: string, waiting: HttpResponse): Promise<HttpResponse> {
  // #region began
  return followRedirects(browser, issuer, await sendForm(browser, issuer, { page: waiting, id: 'go-on' }))
  // #endregion
}

/** Sends a form of one of the issuer’s pages. */
function sendForm(
  browser: PlainBrowser,
  issuer: string,
  { page, id, fields = {} }: { page: HttpResponse; id: string; fields?: Readonly<Record<string, string>> },
): Promise<HttpResponse> {
  const form = readForms(page.body).find((candidate) => candidate.id === id)
  if (form === undefined) throw new Error(`No form “${id}” on the page: ${page.body}`)
  const url = new URL(form.action, issuer)
  const body = serialiseForm(buildSubmission(form, fields))
  return form.method === 'POST' ? browser.post(url.href, body) : browser.get(`${url.href}?${body}`)
}
