/** What the app shows: what became of each call, or that the session is over. */
import { markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'

/** The page with the state of each call, in the order in which they were made. */
export function overviewPage(results: ReadonlyMap<string, string>, alert?: string): string {
  const rows = [...results].map(([path, result]) => markup`<li><code>${path}</code> ${result}</li>`)
  return appPage({
    app: APP_NAME,
    title: 'Your overview',
    body:
      rows.length === 0
        ? markup`<p>You are signed in. The overview makes two calls at once.</p>`
        : markup`<ul>${rows}</ul>`,
    actions: [
      { action: 'load', label: 'Load the overview', isPrimary: true },
      { action: 'load-photos', label: 'Load one part' },
    ],
    ...(alert !== undefined && { alert }),
  })
}
