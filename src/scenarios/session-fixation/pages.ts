/** The pages of the app, and of the neighbour that the attacker has taken over. */
import { markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP, APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

/** What somebody sees who is not signed in; an `alert` when a sign-in failed. A key that came in the address goes on with the form. */
export function startPage({ sid, alert }: { readonly sid?: string; readonly alert?: string } = {}): string {
  const key = sid !== undefined && markup`<input type="hidden" name="sid" value="${sid}">`
  return appPage({
    app: APP_NAME,
    title: 'Order prints of your photos',
    body: markup`<p>You are not signed in.</p>${pageForms({ id: 'start', action: '/login', label: 'Sign in', hidden: key })}`,
    ...(alert !== undefined && { alert }),
  })
}

/** With a session: what the API answered. */
export function photosPage(answer: string): string {
  return appPage({ app: APP_NAME, title: 'Your photos', body: markup`<pre>${answer}</pre>` })
}

/** What the neighbour shows. */
export function neighbourPage(): string {
  return appPage({
    app: `${APP_NAME} Blog`,
    title: 'Ten tips for better prints',
    body: markup`<p>And then order them.</p>${pageForms({ id: 'order', action: `${APP}/`, label: 'To the shop' })}`,
  })
}
