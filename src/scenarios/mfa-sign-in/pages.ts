/** The pages of the app. */
import { type Markup, markup } from '../../http/index.ts'
import { multiFactor } from '../../protocol/authentication/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import type { SignedIn } from './client.ts'

type Buttons = readonly { readonly action: string; readonly label: string; readonly isPrimary?: boolean }[]

const SIGN_IN = { action: 'sign-in', label: 'Sign in', isPrimary: true }

/** Before the sign-in. */
export function startPage(): string {
  return page('Order prints of your photos', markup`<p>Sign in, and allow this app to see your photos.</p>`, [SIGN_IN])
}

/** While the code is exchanged. */
export function signingInPage(): string {
  return page('Signing you in …', markup`<p>The app exchanges the code for tokens.</p>`, [])
}

/** After the sign-in: what the ID token says about it, and what the person can do next. */
export function signedInPage({ acr, amr, auth_time, scope }: SignedIn, buttons: Buttons = nextSteps(scope)): string {
  const isStrong = acr === multiFactor
  return page(
    isStrong ? 'Signed in with two factors' : 'Signed in with a password',
    markup`<p>The ID token says how:</p>
<pre>acr        ${acr}
amr        ${amr.join(' ')}
auth_time  ${auth_time}</pre>`,
    buttons,
  )
}

function nextSteps(scope: string): Buttons {
  return [
    scope.includes('photos:write')
      ? { action: 'delete', label: 'Delete them now', isPrimary: true }
      : { action: 'ask-to-delete', label: 'Delete my photos', isPrimary: true },
    { action: 'sign-in-again', label: 'Sign in again' },
    // A plain sign-in: who still has a session at the server is not asked anything.
    { action: 'sign-in', label: 'Sign in' },
  ]
}

/** After the high-risk action. */
export function deletedPage(): string {
  return page('Your photos are deleted', markup`<p>The API accepted the token.</p>`, [SIGN_IN])
}

/** When something was refused. */
export function failedPage(alert: string, buttons: Buttons = [SIGN_IN]): string {
  return appPage({
    app: APP_NAME,
    title: 'That did not work',
    body: markup`<p>Nothing was changed.</p>`,
    alert,
    actions: buttons,
  })
}

function page(title: string, body: Markup, actions: Buttons): string {
  return appPage({ app: APP_NAME, title, body, actions })
}
