/** The pages of the app. */
import { markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'

const SIGN_IN = { action: 'sign-in', label: 'Sign in', isPrimary: true } as const

/** What somebody sees who is not signed in. */
export function startPage(): string {
  return appPage({
    app: APP_NAME,
    title: 'Order prints of your photos',
    body: markup`<p>Your photos are kept elsewhere. Sign in there first.</p>`,
    actions: [SIGN_IN],
  })
}

/** While the page waits for the popup. */
export function waitingPage({ offersCancel }: { readonly offersCancel: boolean }): string {
  return appPage({
    app: APP_NAME,
    title: 'Please go on in the other window',
    body: markup`<p>As soon as you have signed in there, it goes on here.</p>`,
    ...(offersCancel && { actions: [{ action: 'cancel', label: 'Cancel' }] }),
  })
}

/** While the app looks at the address that it was sent back to. */
export function callbackPage(): string {
  return appPage({ app: APP_NAME, title: 'One moment …', body: markup`<p>The app looks at the answer.</p>` })
}

/** With a token. */
export function signedInPage(): string {
  return appPage({ app: APP_NAME, title: 'Signed in', body: markup`<p>The app has an access token.</p>` })
}

/** After a sign-in that failed. */
export function failedPage(alert: string): string {
  return appPage({
    app: APP_NAME,
    title: 'You are not signed in',
    body: markup`<p>Nothing was changed.</p>`,
    alert,
    actions: [SIGN_IN],
  })
}

/** In a popup that can reach nobody. */
export function strandedPage(alert: string): string {
  return appPage({
    app: APP_NAME,
    title: 'Nobody waits here',
    body: markup`<p>You have signed in, and the page that asked cannot be told.</p>`,
    alert,
  })
}
