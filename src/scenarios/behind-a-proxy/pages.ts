/** The pages of the app. */
import { type Markup, markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

const START = pageForms({ id: 'start', action: '/login', label: 'Sign in' })

/** What somebody sees who is not signed in. */
export function startPage(): string {
  return page('Order prints of your photos', markup`<p>You are not signed in.</p>${START}`)
}

/** What a signed-in person sees. */
export function homePage(): string {
  return page('Signed in', markup`<p>You are signed in, through a proxy that you cannot see.</p>`)
}

/** What went wrong. */
export function failedPage(alert: string): string {
  return page('You are not signed in', markup`<p>Nothing was changed.</p>${START}`, alert)
}

function page(title: string, body: Markup, alert?: string): string {
  return appPage({ app: APP_NAME, title, body, ...(alert !== undefined && { alert }) })
}
