/** The pages that the web app’s server writes. */
import { type Markup, markup } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

const PHOTOS = { id: 'photos', action: '/photos', label: 'Show my photos' }
const HOME = { id: 'home', action: '/', label: 'Back to the start', isSecondary: true }

/** What somebody sees who is not signed in. A link and a form look the same; the method tells them apart. */
export function startPage(button: 'form' | 'link'): string {
  const start = { id: 'start', action: '/login', label: 'Sign in', method: button === 'form' ? 'post' : 'get' } as const
  const text = markup`<p>Your photos are kept elsewhere. Sign in there, and allow this site to see them.</p>`
  return page('Order prints of your photos', markup`${text}${pageForms(start)}`)
}

/** What a signed-in person sees. */
export function homePage(name: string): string {
  const text = markup`<p>Signed in as <strong>${name}</strong>.</p>`
  return page('Signed in', markup`${text}${pageForms(PHOTOS)}`)
}

/** What the API answered. */
export function photosPage(data: Json): string {
  return page('Your photos', markup`<pre>${JSON.stringify(data, null, 2)}</pre>${pageForms(PHOTOS)}`)
}

/** What went wrong. */
export function failedPage(alert: string): string {
  return page('That did not work', markup`<p>Nothing was changed.</p>${pageForms(HOME)}`, alert)
}

function page(title: string, body: Markup, alert?: string): string {
  return appPage({ app: APP_NAME, title, body, ...(alert !== undefined && { alert }) })
}
