/** The pages of the app. */
import { markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'

/** What the server sends to everybody: the script fills it. */
export function startingPage(): string {
  return appPage({ app: APP_NAME, title: 'One moment …', body: markup`<p>The app starts.</p>` })
}

/** Nobody is signed in. */
export function startPage(alert?: string): string {
  return appPage({
    app: APP_NAME,
    title: 'Order prints of your photos',
    body: markup`<p>Your photos are kept elsewhere. Sign in there, and allow this app to see them.</p>`,
    actions: [{ action: 'sign-in', label: 'Sign in', isPrimary: true }],
    ...(alert !== undefined && { alert }),
  })
}

/** Somebody is signed in; `answer` is what the API said, when it was asked. */
export function signedInPage(answer?: unknown, alert?: string): string {
  return appPage({
    app: APP_NAME,
    title: 'Your photos',
    body:
      answer === undefined
        ? markup`<p>You are signed in.</p>`
        : markup`<p>The API answered:</p><pre>${JSON.stringify(answer, null, 2)}</pre>`,
    actions: [{ action: 'load-photos', label: 'Load the photos', isPrimary: true }],
    ...(alert !== undefined && { alert }),
  })
}
