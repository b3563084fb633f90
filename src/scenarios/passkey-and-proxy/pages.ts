/** The pages of the app, and the one that the proxy shows in the place of one. */
import { type Markup, markup } from '../../http/index.ts'
import { appPage, type PageAction } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'

/** How the app signs people in: `both` offers the passkey and takes a password as well. */
export type Methods = 'password' | 'both' | 'passkey'

const PASSKEY: PageAction = { action: 'passkey', label: 'Sign in with a passkey', isPrimary: true }

const PASSWORD_FORM = markup`<form id="sign-in" method="post" action="/login">
<label>Username <input name="username" autocomplete="username"></label>
<label>Password <input type="password" name="password" autocomplete="current-password"></label>
<div class="actions"><button type="submit" class="primary">Continue</button></div>
</form>`

/** The sign-in page. */
export function startPage(methods: Methods, alert?: string): string {
  return page('Sign in', methods === 'passkey' ? markup`<p>Your device knows you.</p>` : PASSWORD_FORM, {
    actions: methods === 'password' ? [] : [PASSKEY],
    ...(alert !== undefined && { alert }),
  })
}

/** Asks for the second factor. */
export function codePage(): string {
  return page(
    'Your one-time code',
    markup`<p>Type what your authenticator shows.</p>
<form id="code" method="post" action="/second-step">
<label>Code <input name="otp" inputmode="numeric" autocomplete="one-time-code"></label>
<div class="actions"><button type="submit" class="primary">Sign in</button></div>
</form>`,
  )
}

/** What a signed-in person sees. */
export function accountPage(username: string): string {
  return page('Signed in', markup`<p>Signed in as ${username}. Your orders are here.</p>`)
}

/** What went wrong. */
export function failedPage(alert: string): string {
  return page('You are not signed in', markup`<p>Nothing was changed. <a href="/">Back to the sign-in</a></p>`, {
    alert,
  })
}

/** What the proxy shows to get around the passkey: as the app’s page, without the button. */
export function downgradedPage(): string {
  return page('Sign in', PASSWORD_FORM, { alert: 'Passkeys do not work at the moment. Please use your password.' })
}

function page(title: string, body: Markup, more: { actions?: readonly PageAction[]; alert?: string } = {}): string {
  return appPage({ app: APP_NAME, title, body, ...more })
}
