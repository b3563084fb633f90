/** The pages of the app: a shell from the server, filled by the script. */
import { type Markup, markup } from '../../http/index.ts'
import { appPage, type PageAction } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

const ACTIONS: readonly PageAction[] = [
  { action: 'photos', label: 'Show my photos', isPrimary: true },
  { action: 'order', label: 'Order prints' },
]
const SIGN_IN = pageForms({ id: 'start', action: '/login', label: 'Sign in' })

/** What the server sends to everybody. */
export function shellPage(): string {
  return page('Loading …', markup`<p>The script asks whether there is a session.</p>`)
}

/** What the script shows without a session; an `alert` when there was one. */
export function startPage(alert?: string): string {
  return page('Order prints of your photos', markup`<p>You are not signed in.</p>${SIGN_IN}`, { alert })
}

/** What the script shows with a session; an `alert` when a call did not work. */
export function homePage(
  body: Markup = markup`<p>The page has no token: its cookie is all it needs.</p>`,
  alert?: string,
): string {
  return page('Signed in', body, { actions: ACTIONS, alert })
}

/** What the server shows when a sign-in failed. */
export function failedPage(alert: string): string {
  return page('You are not signed in', markup`<p>Nothing was changed.</p>${SIGN_IN}`, { alert })
}

function page(
  title: string,
  body: Markup,
  { alert, actions = [] }: { alert?: string | undefined; actions?: readonly PageAction[] } = {},
): string {
  return appPage({ app: APP_NAME, title, body, actions, ...(alert !== undefined && { alert }) })
}
