/** The pages of the app, written on its server or by its script. */
import { type Markup, markup } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

const PHOTOS = pageForms({ id: 'photos', action: '/photos', label: 'Show my photos' })

/** Ada is signed in; an `alert` when something did not come. */
export function homePage(alert?: string): string {
  return signedInPage(markup`<p>The server renders this page. Your browser has one cookie.</p>`, alert)
}

/** What the API answered. */
export function photosPage(data: Json): string {
  return signedInPage(markup`<p>Your photos have come.</p><pre>${JSON.stringify(data, null, 2)}</pre>`)
}

/** What became of each panel, in the order in which they were asked for. */
export function panelsPage(results: ReadonlyMap<string, string>): string {
  const rows = [...results].map(([panel, result]) => markup`<li>${panel}: ${result}</li>`)
  return signedInPage(markup`<ul>${rows}</ul>`)
}

/** Nobody is signed in; `alert` says why. */
export function signedOutPage(alert: string): string {
  const again = pageForms({ id: 'sign-in', action: '/login', label: 'Sign in again' })
  const body = markup`<p>Only a new sign-in helps; its steps are left out here.</p>${again}`
  return appPage({ app: APP_NAME, title: 'You have been signed out', body, alert })
}

function signedInPage(body: Markup, alert?: string): string {
  return appPage({
    app: APP_NAME,
    title: 'Your photos',
    body: markup`${body}${PHOTOS}`,
    actions: [{ action: 'panels', label: 'Load the panels' }],
    ...(alert !== undefined && { alert }),
  })
}
