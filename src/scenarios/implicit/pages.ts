/** The pages of the app. */
import { type Markup, markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { PARTNER } from './partner.ts'

const LINKS = markup`<p><a href="/orders">Your orders</a> · <a href="${PARTNER}/welcome">Frames by a partner</a></p>`

/** What somebody sees who is not signed in. */
export function startPage(): string {
  return appPage({
    app: APP_NAME,
    title: 'Order prints of your photos',
    body: markup`<p>Your photos are kept elsewhere. Sign in there, and allow this app to see them.</p>${LINKS}`,
    actions: [{ action: 'sign-in', label: 'Sign in', isPrimary: true }],
  })
}

/** While the app looks at its address. */
export function signingInPage(): string {
  return appPage({ app: APP_NAME, title: 'Signing you in …', body: markup`<p>The app reads its address.</p>` })
}

/** With a token; `body` says what came of it. */
export function signedInPage(body: Markup): string {
  return appPage({
    app: APP_NAME,
    title: 'Signed in',
    body: markup`${body}${LINKS}`,
    actions: [{ action: 'call-api', label: 'Call the API', isPrimary: true }],
  })
}

/** After a sign-in or a call that failed. */
export function failedPage(alert: string): string {
  return appPage({
    app: APP_NAME,
    title: 'You are not signed in',
    body: markup`<p>Nothing was changed.</p>${LINKS}`,
    alert,
    actions: [{ action: 'sign-in', label: 'Sign in', isPrimary: true }],
  })
}
