/** The pages that the assistant’s server writes. */
import { type Markup, markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

/** What the app is called. */
export const APP_NAME = 'Assistant'

const BUTTONS = pageForms(
  { id: 'list', action: '/list', label: 'List my notes', method: 'post' },
  { id: 'delete', action: '/delete', label: 'Delete a note', method: 'post', isSecondary: true },
)

/** What somebody sees first. */
export function startPage(): string {
  return page('What shall I do?', markup`<p>Your notes are on an MCP server. I have never been there.</p>`)
}

/** What the MCP server answered. */
export function answerPage(result: unknown): string {
  return page('Done', markup`<pre>${JSON.stringify(result, null, 2)}</pre>`)
}

/** What went wrong. */
export function failedPage(alert: string): string {
  return page('That did not work', markup`<p>Nothing was changed.</p>`, alert)
}

function page(title: string, body: Markup, alert?: string): string {
  return appPage({ app: APP_NAME, title, body: markup`${body}${BUTTONS}`, ...(alert !== undefined && { alert }) })
}
