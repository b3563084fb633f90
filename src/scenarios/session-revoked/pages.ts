/** The pages that the web app’s server writes. */
import { markup } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

const LOAD = { id: 'photos', action: '/photos', label: 'Load the photos' }

/** Ada is signed in. */
export function homePage(alert?: string): string {
  const body = markup`<p>You are signed in. The tokens are on the server; the browser has a cookie.</p>${pageForms(LOAD)}`
  return appPage({ app: APP_NAME, title: 'Your photos', body, ...(alert !== undefined && { alert }) })
}

/** What the API answered. */
export function photosPage(data: Json): string {
  const body = markup`<pre>${JSON.stringify(data, null, 2)}</pre>${pageForms(LOAD)}`
  return appPage({ app: APP_NAME, title: 'Your photos', body })
}

/** Nobody is signed in; `alert` says why. */
export function signedOutPage(alert: string): string {
  const again = pageForms({ id: 'sign-in', action: '/login', label: 'Sign in again' })
  const body = markup`<p>Only a new sign-in helps; its steps are left out here.</p>${again}`
  return appPage({ app: APP_NAME, title: 'You have been signed out', body, alert })
}
