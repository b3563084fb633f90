/** The pages that the web app’s server writes. */
import { type Markup, markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

const START = { id: 'start', action: '/login', label: 'Sign in' }

/** What somebody sees who is not signed in. */
export function startPage(): string {
  return page('Order prints of your photos', markup`<p>You are not signed in here.</p>${pageForms(START)}`)
}

/** What a signed-in person sees. A link is marked for the framework, which has the browser fetch it ahead. */
export function homePage({ signsOutByLink }: { readonly signsOutByLink: boolean }): string {
  const signOut = signsOutByLink
    ? markup`<p><a href="/logout" data-prefetch>Sign out</a></p>`
    : pageForms({ id: 'sign-out', action: '/logout', method: 'post', label: 'Sign out' })
  return page('Signed in', markup`<p>Your orders are here.</p>${signOut}`)
}

/** Where the authorization server sends the browser after the logout. */
export function signedOutPage(): string {
  return page('You have signed out', markup`<p>Here and at the sign-in service.</p>${pageForms(START)}`)
}

/** What went wrong. */
export function failedPage(alert: string): string {
  return page('You are not signed in', markup`<p>Nothing was changed.</p>${pageForms(START)}`, alert)
}

function page(title: string, body: Markup, alert?: string): string {
  return appPage({ app: APP_NAME, title, body, ...(alert !== undefined && { alert }) })
}
