/** Somebody who has talked Ada into forwarding her mail, as “support” would. */
import { followRedirects, type PlainBrowser } from '../../scenario-kit/parties/plain-browser.ts'

/** Opens the link in a browser of their own, and returns the page that they come to. */
export async function openForwarded(browser: PlainBrowser, link: string): Promise<string> {
  // #region forwarded
  const page = await followRedirects(browser, link, await browser.get(link))
  return page.body
  // #endregion
}
