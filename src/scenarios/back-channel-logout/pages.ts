/** The pages that the servers of the two apps write. */
import { type Markup, markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

/** The pages of an app. */
export interface AppPages {
  /** For somebody who is not signed in. */
  start(): string
  home(): string
  /** Where the authorization server sends the browser after the logout. */
  signedOut(): string
  failed(alert: string): string
}

/** Another app of the same house. */
export interface OtherApp {
  readonly name: string
  readonly url: string
}

const START = { id: 'start', action: '/login', label: 'Sign in' }

/** The pages of an app, each with a link to the other one. */
export function createPages(app: string, about: string, other: OtherApp): AppPages {
  const link = markup`<p><a href="${other.url}">${other.name}</a></p>`
  const page = (title: string, body: Markup, alert?: string) =>
    appPage({ app, title, body: markup`${body}${link}`, ...(alert !== undefined && { alert }) })
  return {
    start: () => page(about, markup`<p>You are not signed in here.</p>${pageForms(START)}`),
    home() {
      const signOut = pageForms({ id: 'sign-out', action: '/logout', method: 'post', label: 'Sign out' })
      return page('Signed in', markup`<p>What you keep here is only for you.</p>${signOut}`)
    },
    signedOut: () => page('You have signed out', markup`<p>Here and at the sign-in service.</p>${pageForms(START)}`),
    failed: (alert) => page('You are not signed in', markup`<p>Nothing was changed.</p>${pageForms(START)}`, alert),
  }
}
