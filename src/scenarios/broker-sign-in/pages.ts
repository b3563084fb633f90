/** The pages of the app, and the one that the broker adds to those of its authorization server. */
import { type Markup, markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

const START = { id: 'start', action: '/login', label: 'Sign in' }
const ORDER = { id: 'order', action: '/orders', label: 'Order prints', method: 'post' } as const

/** What somebody sees who is not signed in. */
export function startPage(): string {
  return page('Order prints of your photos', markup`<p>Sign in to see your orders.</p>${pageForms(START)}`)
}

/** What a signed-in person sees. */
export function homePage(sub: string, orders: readonly string[]): string {
  const list =
    orders.length === 0
      ? markup`<p>You have ordered nothing yet.</p>`
      : markup`<ul>${orders.map((order) => markup`<li>${order}</li>`)}</ul>`
  return page('Your orders', markup`<p>Signed in to <strong>${sub}</strong>.</p>${list}${pageForms(ORDER)}`)
}

/** What went wrong. */
export function failedPage(alert: string): string {
  return page('You are not signed in', markup`<p>Nothing was changed.</p>${pageForms(START)}`, alert)
}

/** Asks whoever comes from upstream to prove that the account with their address is theirs. */
export function linkPage(given: {
  readonly username?: string
  readonly email: string
  readonly alert?: string
}): string {
  const { username = '', email, alert } = given
  const body = markup`<p>There is an account with the address <strong>${email}</strong>. Is it yours? Sign in to it once.</p>
<form id="link" method="post" action="/federation/link">
<div class="field"><label for="username">Username</label>
<input id="username" name="username" type="text" value="${username}" autocomplete="username" required></div>
<div class="field"><label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required></div>
<div class="actions"><button class="primary" type="submit">Sign in and link</button></div>
</form>`
  return appPage({ app: 'Login', title: 'Link your account', body, ...(alert !== undefined && { alert }) })
}

/** What went wrong at the broker. */
export function brokerFailedPage(alert: string): string {
  return appPage({
    app: 'Login',
    title: 'You are not signed in',
    body: markup`<p>Please start again from the app.</p>`,
    alert,
  })
}

function page(title: string, body: Markup, alert?: string): string {
  return appPage({ app: APP_NAME, title, body, ...(alert !== undefined && { alert }) })
}
