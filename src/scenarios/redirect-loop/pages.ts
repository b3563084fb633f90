/** The pages that the web app’s server writes. */
import { markup } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

/** What the API answered. */
export function photosPage(data: Json): string {
  return appPage({
    app: APP_NAME,
    title: 'Your photos',
    body: markup`<pre>${JSON.stringify(data, null, 2)}</pre>${pageForms({ id: 'photos', action: '/photos', label: 'Show them again' })}`,
  })
}

/** What went wrong, and a way to try again that does not go by itself. */
export function failedPage(alert: string): string {
  return appPage({
    app: APP_NAME,
    title: 'You could not be signed in',
    body: markup`<p>Something is wrong with this app. Signing in again will not help.</p>${pageForms({ id: 'photos', action: '/photos', label: 'Try again' })}`,
    alert,
  })
}

/** What nginx itself answers, word for word; it knows nothing of the app. */
export function headerTooLargePage(): string {
  return `<!doctype html>
<html>
<head><title>400 Request Header Or Cookie Too Large</title></head>
<body>
<h1>400 Bad Request</h1>
<p>Request Header Or Cookie Too Large</p>
</body>
</html>`
}
