/** A person with a browser, as far as the tests need one: cookies, redirects, and the real forms of the server's pages. */
import { type HttpHandler, headers, parseSetCookie, serialiseForm } from '../../http/index.ts'

/** A form as it stands in a page: its target, every field with its value, and the buttons. */
export interface Form {
  readonly action: string
  readonly method: string
  /** Hidden inputs included. */
  readonly fields: Readonly<Record<string, string>>
  readonly buttons: readonly { readonly name: string; readonly value: string; readonly label: string }[]
}

/** Where a navigation ended: a page of the server, or, without a body, the URL of somebody else that it was sent to. */
export interface Page {
  readonly url: string
  /** 0 when the URL is not the server's and so was not fetched. */
  readonly status: number
  readonly html: string
}

/** A browser with its own cookies. */
export interface UserAgent {
  /** Opens a URL and follows redirects as long as they stay at the server. */
  visit(url: string): Promise<Page>
  /** Fills in the page's form, presses the button whose label matches, and follows redirects. */
  submit(page: Page, fields: Readonly<Record<string, string>>, button?: RegExp): Promise<Page>
  /** The cookies it would send now, by name. */
  cookies(): ReadonlyMap<string, string>
}

/** A browser that talks to one server through `send`. */
export function createUserAgent(origin: string, send: HttpHandler): UserAgent {
  const cookies = new Map<string, string>()

  async function request(method: string, url: string, body = '', hops = 0): Promise<Page> {
    if (new URL(url).origin !== origin) return { url, status: 0, html: '' }
    if (hops > 10) throw new Error(`redirected in a circle at ${url}`)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await send({
      method,
      url,
      headers: [
        ['accept', 'text/html'],
        ...(cookie === '' ? [] : [['cookie', cookie] as const]),
        ...(method === 'POST'
          ? [['content-type', 'application/x-www-form-urlencoded'] as const, ['origin', origin] as const]
          : []),
      ],
      body,
    })
    for (const line of headers(response, 'set-cookie')) keep(line)
    const [location] = headers(response, 'location')
    if (response.status < 300 || response.status >= 400 || location === undefined) {
      return { url, status: response.status, html: response.body }
    }
    // RFC 9110 §15.4: only 307 and 308 keep the method.
    const keepsMethod = response.status === 307 || response.status === 308
    return request(keepsMethod ? method : 'GET', new URL(location, url).href, keepsMethod ? body : '', hops + 1)
  }

  function keep(line: string): void {
    const cookie = parseSetCookie(line)
    if (cookie === undefined) return
    if (cookie.attributes['max-age'] === '0' || cookie.value === '') cookies.delete(cookie.name)
    else cookies.set(cookie.name, cookie.value)
  }

  return {
    visit: (url) => request('GET', url),
    submit: (page, fields, button = /./) => {
      const form = readForm(page)
      const pressed = form.buttons.find(({ label }) => button.test(label))
      if (pressed === undefined) throw new Error(`no button ${button} in the page at ${page.url}:\n${page.html}`)
      for (const name of Object.keys(fields)) {
        if (!(name in form.fields)) throw new Error(`no field ${name} in the page at ${page.url}:\n${page.html}`)
      }
      const all = { ...form.fields, ...fields, ...(pressed.name === '' ? {} : { [pressed.name]: pressed.value }) }
      const target = new URL(form.action, page.url)
      if (form.method === 'POST') return request('POST', target.href, serialiseForm(Object.entries(all)))
      target.search = serialiseForm(Object.entries(all))
      return request('GET', target.href)
    },
    cookies: () => cookies,
  }
}

/** The first form of a page. Throws when there is none. */
export function readForm(page: Page): Form {
  const [, formTag = '', content] = /<form\b([^>]*)>(.*?)<\/form>/is.exec(page.html) ?? []
  if (content === undefined) throw new Error(`no form in the page at ${page.url} (${page.status}):\n${page.html}`)
  const fields: Record<string, string> = {}
  for (const [, tag = ''] of content.matchAll(/<input\b([^>]*)>/gi)) {
    const { name = '', value = '', type = 'text' } = attributes(tag)
    if (name !== '' && type !== 'submit') fields[name] = value
  }
  const buttons = [...content.matchAll(/<button\b([^>]*)>(.*?)<\/button>/gis)].map(([, tag = '', label = '']) => {
    const { name = '', value = '' } = attributes(tag)
    return { name, value, label: text(label.replace(/<[^>]*>/g, '')).trim() }
  })
  const { action = '', method = 'get' } = attributes(formTag)
  return { action, method: method.toUpperCase(), fields, buttons }
}

function attributes(tag: string): Partial<Record<string, string>> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, text(value)]),
  )
}

/** Undoes the numeric character references that the pages escape with. */
function text(escaped: string): string {
  return escaped.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}
