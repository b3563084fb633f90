/** The pages that the app’s server writes. */
import { type Markup, markup } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

const PHOTOS = { id: 'photos', action: '/photos', label: 'Show my photos' }

/** What somebody sees who has not said where the photos are. */
export function startPage(servers: readonly string[]): string {
  const text = markup`<p>Where are your photos?</p>`
  return page('Order prints of your photos', markup`${text}${loginForms(servers)}`)
}

/** What somebody sees whose photos the app may use. */
export function homePage(server: string): string {
  const text = markup`<p>This app is connected with <strong>${server}</strong>.</p>`
  return page('Connected', markup`${text}${pageForms(PHOTOS)}`)
}

/** What the API answered. */
export function photosPage(server: string, data: Json): string {
  const text = markup`<p>From <strong>${server}</strong>:</p><pre>${JSON.stringify(data, null, 2)}</pre>`
  return page('Your photos', markup`${text}${pageForms(PHOTOS)}`)
}

/** What went wrong. */
export function failedPage(alert: string): string {
  const text = markup`<p>Nothing was changed.</p>${pageForms({ id: 'start', action: '/', label: 'Start again' })}`
  return page('The app is not connected', text, alert)
}

function loginForms(servers: readonly string[]): Markup {
  return pageForms(...servers.map((name) => ({ id: `at-${name}`, action: `/login/${name}`, label: `At ${name}` })))
}

function page(title: string, body: Markup, alert?: string): string {
  return appPage({ app: APP_NAME, title, body, ...(alert !== undefined && { alert }) })
}
