/** What the dashboard shows: what became of each call. */
import { markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'

/** The dashboard with the state of each call, in the order in which they were made. */
export function dashboardPage(results: ReadonlyMap<string, string>): string {
  const rows = [...results].map(([path, result]) => markup`<li><code>${path}</code> ${result}</li>`)
  return appPage({
    app: APP_NAME,
    title: 'Your dashboard',
    body:
      rows.length === 0
        ? markup`<p>You are signed in. The dashboard makes several calls at once.</p>`
        : markup`<ul>${rows}</ul>`,
    actions: [{ action: 'load', label: 'Load the dashboard', isPrimary: true }],
  })
}
