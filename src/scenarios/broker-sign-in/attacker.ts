/** The attacker, who registered at the broker with Ada’s address before she came, and still has the password. */
import { type PlainBrowser, redirectOf } from '../../scenario-kit/parties/plain-browser.ts'

/** Signs in to the app with the password of the account, and returns the page that it shows. */
export async function signInWithPassword(
  browser: PlainBrowser,
  app: string,
  credentials: Readonly<Record<'username' | 'password', string>>,
): Promise<string> {
  // #region attacker-sign-in
  const signInPage = await browser.get(redirectOf(await browser.get(`${app}/login`)).href)
  const back = redirectOf(await browser.submit(signInPage, credentials))
  await browser.get(back.href)
  return (await browser.get(`${app}/`)).body
  // #endregion
}
