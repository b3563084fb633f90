/** The pages that the web app’s server writes. */
import { type Markup, markup } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

const START = { id: 'start', action: '/login', label: 'Sign in' }
const PHOTOS = { id: 'photos', action: '/photos', label: 'Show my photos' }

/** What somebody sees who is not signed in. */
export function startPage(): string {
  const text = markup`<p>Your photos are kept elsewhere. Sign in there, and allow this site to see them.</p>`
  return page('Order prints of your photos', markup`${text}${pageForms(START)}`)
}

/** What a signed-in person sees. */
export function homePage(name: string): string {
  const text = markup`<p>Signed in as <strong>${name}</strong>. Your browser has a cookie and no token.</p>`
  return page('Signed in', markup`${text}${pageForms(PHOTOS)}`)
}

/** What the API answered. */
export function photosPage(data: Json): string {
  return page('Your photos', markup`<pre>${JSON.stringify(data, null, 2)}</pre>${pageForms(PHOTOS)}`)
}

/** What went wrong. */
export function failedPage(alert: string): string {
  return page('You are not signed in', markup`<p>Nothing was changed.</p>${pageForms(START)}`, alert)
}

function page(title: string, body: Markup, alert?: string): string {
  return appPage({ app: APP_NAME, title, body, ...(alert !== undefined && { alert }) })
}
