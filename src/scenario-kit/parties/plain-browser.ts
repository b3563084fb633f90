/** As much of a browser as a script needs to go through somebody’s pages: cookies by host, and forms. */
import { type HttpHandler, type HttpResponse, header, headers, serialiseForm } from '../../http/index.ts'
import { buildSubmission, readForms, type Simulation } from '../../simulation/index.ts'

/** More than any sign-in has. */
const MOST_REDIRECTS = 10

/** A browser without windows; redirects are answers like any other. */
export interface PlainBrowser {
  get(url: string): Promise<HttpResponse>
  post(url: string, body: string): Promise<HttpResponse>
  /** Sends a form of a page: the one that is called so, or the first. `base` is where the page is from, for actions that are relative. */
  submit(
    page: HttpResponse,
    fields: Readonly<Record<string, string>>,
    form?: { readonly id: string; readonly base: string },
  ): Promise<HttpResponse>
}

/** Creates a browser whose requests `send` answers. */
export function createPlainBrowser(send: HttpHandler): PlainBrowser {
  const jars = new Map<string, Map<string, string>>()

  async function request(method: string, url: string, body: string): Promise<HttpResponse> {
    const { host } = new URL(url)
    const cookies = jars.get(host) ?? new Map<string, string>()
    jars.set(host, cookies)
    const lines: [string, string][] = [['host', host]]
    if (body !== '') lines.push(['content-type', 'application/x-www-form-urlencoded'])
    if (cookies.size > 0) lines.push(['cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')])
    const response = await send({ method, url, headers: lines, body })
    for (const line of headers(response, 'set-cookie')) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }

  return {
    get: (url) => request('GET', url, ''),
    post: (url, body) => request('POST', url, body),
    submit(page, fields, wanted) {
      const form = readForms(page.body).find(({ id }) => wanted === undefined || id === wanted.id)
      if (form === undefined) throw new Error(`No such form on the page: ${page.body}`)
      const { href } = new URL(form.action, wanted?.base)
      const text = serialiseForm(buildSubmission(form, fields))
      return form.method === 'GET' ? request('GET', `${href}?${text}`, '') : request('POST', href, text)
    },
  }
}

/** The browser of somebody who has no window on the stage: its page loads are messages of `actor`. */
export function createRemoteBrowser({ network }: Simulation, actor: string): PlainBrowser {
  const sender = { task: `${actor}/browser`, actor, purpose: 'navigation' } as const
  return createPlainBrowser(async (request) => (await network.exchange(sender, request)).response)
}

/** Goes on from an answer to the page that its redirects lead to, `MOST_REDIRECTS` at most; `url` is where the answer is from. */
export async function followRedirects(browser: PlainBrowser, url: string, answer: HttpResponse): Promise<HttpResponse> {
  let [page, from] = [answer, url]
  for (let hop = 0; hop < MOST_REDIRECTS; hop += 1) {
    const location = header(page, 'location')
    if (location === undefined) break
    from = new URL(location, from).href
    page = await browser.get(from)
  }
  return page
}

/** Where a redirect leads, as an address. Throws when the answer is none. */
export function redirectOf(response: HttpResponse): URL {
  const location = header(response, 'location')
  if (location === undefined) throw new Error(`No redirect: ${response.status}.`)
  return new URL(location)
}
