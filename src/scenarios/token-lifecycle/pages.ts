/** What the app shows in the life of its tokens. */
import { markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'

/** Nobody is signed in. */
export function startPage(alert?: string): string {
  return appPage({
    app: APP_NAME,
    title: 'Order prints of your photos',
    body: markup`<p>Sign in where your photos are kept, and allow this app to see them.</p>`,
    actions: [{ action: 'sign-in', label: 'Sign in', isPrimary: true }],
    ...(alert !== undefined && { alert }),
  })
}

/** The callback, until the code is exchanged. */
export function signingInPage(): string {
  return appPage({ app: APP_NAME, title: 'Signing you in …', body: markup`<p>The app exchanges the code.</p>` })
}

/** Ada is signed in; `photos` once the API has answered. */
export function signedInPage({ photos, alert }: { readonly photos?: unknown; readonly alert?: string } = {}): string {
  return appPage({
    app: APP_NAME,
    title: 'Your photos',
    body:
      photos === undefined
        ? markup`<p>The tokens are in the app’s memory.</p>`
        : markup`<pre>${JSON.stringify(photos, null, 2)}</pre>`,
    actions: [{ action: 'load-photos', label: 'Load the photos', isPrimary: true }],
    ...(alert !== undefined && { alert }),
  })
}
