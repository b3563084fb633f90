/** The pages of signing out: the question, and what it came to. */
import { type HeaderLine, type HttpResponse, markup } from '../../../http/index.ts'
import { alert, renderPage } from './layout.ts'

/** Asks whether to sign out: anybody could have sent the person here (OpenID Connect RP-Initiated Logout §2). */
export function renderLogoutConfirmationPage(page: {
  /** Where the form goes: an absolute URL. */
  readonly action: string
  /** Proves that the form came from this page. */
  readonly token: string
  readonly username: string
  /** Where to go afterwards, already checked. */
  readonly redirectUri: string | undefined
}): HttpResponse {
  return renderPage(200, {
    title: 'Sign out?',
    body: markup`
      <p class="account">Signed in as <strong>${page.username}</strong></p>
      <p>Do you want to sign out here? Apps that you are signed in to may keep you signed in for a while.</p>
      <form id="end-session" method="post" action="${page.action}">
        <input type="hidden" name="logout" value="${page.token}">
        <div class="actions">
          <button class="primary" type="submit" name="decision" value="approve">Sign out</button>
          <button class="secondary" type="submit" name="decision" value="deny">Stay signed in</button>
        </div>
      </form>${
        page.redirectUri !== undefined &&
        markup`
      <p class="hint">You will be sent to ${page.redirectUri}.</p>`
      }`,
  })
}

/** Says that nobody is signed in any more. With a `problem` it is a 400: the request could not be followed to its end. */
export function renderSignedOutPage(problem: string | undefined, headerLines: readonly HeaderLine[]): HttpResponse {
  const content = {
    title: 'You are signed out',
    body: markup`${problem !== undefined && alert(problem)}
      <p>You can close this window.</p>`,
  }
  return renderPage(problem === undefined ? 200 : 400, content, headerLines)
}

/** Says that the person chose to stay signed in. */
export function renderStillSignedInPage(): HttpResponse {
  return renderPage(200, {
    title: 'You are still signed in',
    body: markup`
      <p>Nothing was changed. You can close this window.</p>`,
  })
}
