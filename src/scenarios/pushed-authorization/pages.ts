/** The pages that the web app’s server writes. */
import { type Markup, markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

const START = { id: 'start', action: '/login', label: 'Sign in' }

/** What somebody sees who is not signed in. */
export function startPage(): string {
  const text = markup`<p>Your photos are kept elsewhere. Sign in there, and allow this site to see them.</p>`
  return page('Order prints of your photos', markup`${text}${pageForms(START)}`)
}

/** What a signed-in person sees; `scope` is what the access token allows. */
export function homePage(name: string, scope: string): string {
  const text = markup`<p>Signed in as <strong>${name}</strong>. This site may: <strong>${scope}</strong></p>`
  return page('Signed in', text)
}

/** What went wrong. */
export function failedPage(alert: string): string {
  return page('You are not signed in', markup`<p>Nothing was changed.</p>${pageForms(START)}`, alert)
}

function page(title: string, body: Markup, alert?: string): string {
  return appPage({ app: APP_NAME, title, body, ...(alert !== undefined && { alert }) })
}
