/**
 * The frame of every page that the server shows: complete, script-free HTML that works without a stylesheet.
 *
 * Classes for a stylesheet from outside:
 * - `body.page` the page; `main.card` its one box; `.brand` the server's name on top
 * - `.client` the app's name in a sentence; `.account` the line that says who is signed in
 * - `.choice` a checkbox with its label; `.push-number` the number to pick or type on a phone
 * - `.user-code` the code that a device shows
 * - `.field` a label with its control; `.actions` the buttons; `button.primary`, `button.secondary`
 * - `.alert` what went wrong (`role="alert"`); `.hint` smaller, explaining text; `.error-code` a protocol error's code
 * - `ul.scopes` what an app asks for: `.scope` the sentence, `.scope-name` the wire name
 */
import { type HeaderLine, type HttpResponse, html, type Markup, markup } from '../../../http/index.ts'
import { noStore } from '../../errors.ts'
import type { FramingHeader } from '../../state/policy.ts'

/** What goes into the frame. */
export interface PageContent {
  readonly title: string
  readonly body: Markup
}

/**
 * Headers of every page. No other page may frame it, or a person could be made to click what they don't see (RFC 9700
 * §4.16). There is no `form-action`: Chromium applies it to the redirect after the form as well, which leads to the client.
 */
const pageHeaders: readonly HeaderLine[] = [
  ...noStore,
  ['content-security-policy', "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"],
  ['x-frame-options', 'DENY'],
  ['x-content-type-options', 'nosniff'],
  // A URL of these pages may name a pending request; nobody else shall see it (RFC 9700 §4.2.4).
  ['referrer-policy', 'same-origin'],
]

/** An answer with those headers against framing alone that the policy wants; none is added. */
export function limitFramingHeaders(response: HttpResponse, wanted: readonly FramingHeader[]): HttpResponse {
  const lines = response.headers.flatMap(([name, value]): HeaderLine[] => {
    if (name === 'x-frame-options' && !wanted.includes(name)) return []
    if (name !== 'content-security-policy' || wanted.includes('frame-ancestors')) return [[name, value]]
    return [[name, value.replace(/; frame-ancestors [^;]*/, '')]]
  })
  return { ...response, headers: lines }
}

/** Renders a page as a response. */
export function renderPage(
  status: number,
  { title, body }: PageContent,
  headerLines: readonly HeaderLine[] = [],
): HttpResponse {
  const page = markup`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
  </head>
  <body class="page">
    <main class="card">
      <p class="brand">Authlane ID</p>
      <h1>${title}</h1>${body}
    </main>
  </body>
</html>
`
  return html(status, page.markup, [...pageHeaders, ...headerLines])
}

/** A failure in words, announced by a screen reader as soon as the page is there. */
export function alert(message: string): Markup {
  return markup`
      <div class="alert" role="alert">${message}</div>`
}
