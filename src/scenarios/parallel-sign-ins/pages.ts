/** What a tab shows. */
import { markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'

/** Nobody is signed in; an `alert` when an attempt has failed. */
export function startPage(tab: string, alert?: string): string {
  return appPage({
    app: APP_NAME,
    title: 'Order prints of your photos',
    body: markup`<p>Your session is over, in every tab. Sign in again.</p>`,
    actions: [{ action: `sign-in-${tab}`, label: 'Sign in', isPrimary: true }],
    ...(alert !== undefined && { alert }),
  })
}

/** The answer is being looked at. */
export function signingInPage(): string {
  const body = markup`<p>The app exchanges the code for tokens.</p>`
  return appPage({ app: APP_NAME, title: 'Signing you in …', body })
}

/** Ada is signed in, in this tab. */
export function signedInPage(): string {
  const body = markup`<p>You are signed in. The tokens are in this tab’s memory.</p>`
  return appPage({ app: APP_NAME, title: 'Signed in', body })
}
