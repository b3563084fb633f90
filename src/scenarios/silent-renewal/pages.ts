/** The pages of the app and of the helper. */
import { markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'

/** What somebody sees who is not signed in. */
export function startPage(): string {
  return appPage({
    app: APP_NAME,
    title: 'Order prints of your photos',
    body: markup`<p>Your photos are kept elsewhere. Sign in there first.</p>`,
    actions: [{ action: 'sign-in', label: 'Sign in', isPrimary: true }],
  })
}

/** While the app looks at the address that it was sent back to. */
export function waitingPage(): string {
  return appPage({ app: APP_NAME, title: 'One moment …', body: markup`<p>The app looks at the answer.</p>` })
}

/** With a token; `text` says since when. */
export function signedInPage(text: string): string {
  return appPage({
    app: APP_NAME,
    title: 'Signed in',
    body: markup`<p>${text}</p>`,
    actions: [{ action: 'renew', label: 'Renew the token', isPrimary: true }],
  })
}

/** After a renewal or a sign-in that failed. */
export function signedOutPage(alert: string): string {
  return appPage({
    app: APP_NAME,
    title: 'You have been signed out',
    body: markup`<p>Please sign in again. What you were doing is lost.</p>`,
    alert,
    actions: [{ action: 'sign-in', label: 'Sign in', isPrimary: true }],
  })
}

/** What the helper shows, if anybody sees it. */
export function helperPage(): string {
  return appPage({ app: 'Sign-in helper', title: 'One moment …', body: markup`<p>Signing you in.</p>` })
}
