/** The pages of the app. */
import { markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'

/** What somebody sees who is not signed in; `alert` says why not. */
export function startPage(alert?: string): string {
  return appPage({
    app: APP_NAME,
    title: alert === undefined ? 'Order prints of your photos' : 'You are not signed in',
    body: markup`<p>Your photos are kept elsewhere. Sign in there, and allow this app to see them.</p>`,
    actions: [{ action: 'sign-in', label: 'Sign in', isPrimary: true }],
    ...(alert !== undefined && { alert }),
  })
}

/** While the app looks at the answer. */
export function signingInPage(): string {
  return appPage({ app: APP_NAME, title: 'Signing you in …', body: markup`<p>The app looks at the answer.</p>` })
}

/** What a signed-in person sees: that they are, or what the API has answered. */
export function signedInPage(data?: string): string {
  return appPage({
    app: APP_NAME,
    title: 'Signed in',
    body: data === undefined ? markup`<p>The app has a token.</p>` : markup`<pre>${data}</pre>`,
    actions: [{ action: 'call-api', label: 'Call the API', isPrimary: true }],
  })
}
